/** Draws points of which some are held out or have a wrong label: hollow is a point that is held out; a dot on a point has the
 * colour of the class that it truly has. */

import { cutStamps, type PointsSquare, stamp } from '../boards/points-picture.js';
import { classColour } from '../draw/palette.js';
import { addShape } from '../draw/shapes.js';
import { theme } from '../draw/theme.js';
import type { Points } from '../engine/frame.js';

/** In radii of a point: the outline of one that is held out, the dot of the true class, and the edge around that. */
const OUTLINE = 0.55;
const DOT = 0.52;
const AROUND = 0.24;

export function drawPoints(
  context: CanvasRenderingContext2D,
  points: Points,
  square: PointsSquare,
): void {
  const { labels, trueLabels, heldOut, classes } = points;
  const filled = cutStamps(classes, square.radius);
  const hollow = cutHollow(classes, square.radius);
  if (square.edges) stamp(context, points, square, () => [filled, 0]);
  stamp(context, points, square, (i) => (heldOut[i] ? [hollow, 0] : [filled, 1]));
  for (let i = 0; i < labels.length; i++)
    if (labels[i] !== trueLabels[i]) dot(context, points, square, i);
}

/** Each class's shape as an outline around the ground. */
function cutHollow(classes: number, radius: number): ImageBitmap {
  const size = 2 * Math.ceil(1.75 * radius);
  const canvas = new OffscreenCanvas(classes * size, size);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const { ground } = theme();
  for (let label = 0; label < classes; label++) {
    const path = new Path2D();
    addShape(path, label, (label + 0.5) * size, size / 2, radius * (1 - OUTLINE / 4));
    context.fillStyle = ground;
    context.fill(path);
    context.lineWidth = OUTLINE * radius;
    context.lineJoin = 'round';
    context.strokeStyle = classColour(label);
    context.stroke(path);
  }
  return canvas.transferToImageBitmap();
}

function dot(
  context: CanvasRenderingContext2D,
  { coordinates, trueLabels }: Points,
  { side, reach, radius }: PointsSquare,
  i: number,
): void {
  const x = (side * (1 + (coordinates[2 * i] as number) / reach)) / 2;
  const y = (side * (1 - (coordinates[2 * i + 1] as number) / reach)) / 2;
  context.beginPath();
  context.arc(x, y, DOT * radius, 0, 2 * Math.PI);
  context.fillStyle = classColour(trueLabels[i] as number);
  context.lineWidth = AROUND * radius;
  context.strokeStyle = theme().edge;
  context.stroke();
  context.fill();
}
