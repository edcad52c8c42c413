/** One shape for each class, all of about the same area, so that no class looks heavier than another. */

type Shape = (path: Path2D, x: number, y: number, radius: number) => void;

const circle: Shape = (path, x, y, radius) => {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
};

/** A shape given by its corners, in units of the radius. */
function polygon(corners: readonly (readonly [number, number])[]): Shape {
  return (path, x, y, radius) => {
    corners.forEach(([dx, dy], i) => {
      if (i === 0) path.moveTo(x + dx * radius, y + dy * radius);
      else path.lineTo(x + dx * radius, y + dy * radius);
    });
    path.closePath();
  };
}

// Half a square's side, a triangle's reach, and so on: chosen for the area of the unit circle.
const square = polygon([
  [-0.89, -0.89],
  [0.89, -0.89],
  [0.89, 0.89],
  [-0.89, 0.89],
]);
const triangle = polygon([
  [0, -1.4],
  [1.25, 0.85],
  [-1.25, 0.85],
]);
const diamond = polygon([
  [0, -1.35],
  [1.2, 0],
  [0, 1.35],
  [-1.2, 0],
]);
const upsideDown = polygon([
  [0, 1.4],
  [1.25, -0.85],
  [-1.25, -0.85],
]);
const cross = polygon([
  [-0.42, -1.25],
  [0.42, -1.25],
  [0.42, -0.42],
  [1.25, -0.42],
  [1.25, 0.42],
  [0.42, 0.42],
  [0.42, 1.25],
  [-0.42, 1.25],
  [-0.42, 0.42],
  [-1.25, 0.42],
  [-1.25, -0.42],
  [-0.42, -0.42],
]);

const SHAPES: readonly Shape[] = [circle, triangle, square, cross, diamond, upsideDown];

export function addShape(path: Path2D, label: number, x: number, y: number, radius: number): void {
  (SHAPES[label % SHAPES.length] as Shape)(path, x, y, radius);
}
