/** One shape for each class, all of about the same area, so that no class looks heavier than another. */

/** The corners of a shape, in units of its radius; none for a circle. */
type Shape = readonly (readonly [x: number, y: number])[];

const circle: Shape = [];
// Half a square's side, a triangle's reach, and so on: chosen for the area of the unit circle.
const square: Shape = [
  [-0.89, -0.89],
  [0.89, -0.89],
  [0.89, 0.89],
  [-0.89, 0.89],
];
const triangle: Shape = [
  [0, -1.4],
  [1.25, 0.85],
  [-1.25, 0.85],
];
const diamond: Shape = [
  [0, -1.35],
  [1.2, 0],
  [0, 1.35],
  [-1.2, 0],
];
const upsideDown: Shape = [
  [0, 1.4],
  [1.25, -0.85],
  [-1.25, -0.85],
];
const cross: Shape = [
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
];

const SHAPES = [circle, triangle, square, cross, diamond, upsideDown] as const;

function shapeOf(label: number): Shape {
  return SHAPES[label % SHAPES.length] as Shape;
}

export function addShape(path: Path2D, label: number, x: number, y: number, radius: number): void {
  const corners = shapeOf(label);
  if (corners.length === 0) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  corners.forEach(([dx, dy], i) => {
    if (i === 0) path.moveTo(x + dx * radius, y + dy * radius);
    else path.lineTo(x + dx * radius, y + dy * radius);
  });
  if (corners.length > 0) path.closePath();
}

/** The shape around the origin with radius 1, as SVG writes a path. */
export function outline(label: number): string {
  const corners = shapeOf(label);
  return corners.length === 0 ? 'M1 0A1 1 0 1 1-1 0 1 1 0 1 1 1 0Z' : `M${corners.join('L')}Z`;
}
