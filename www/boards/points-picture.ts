/** The picture of the points with their legend, which both boards lay over their regions: drawn once for each run and size. */

import { context2d } from '../draw/canvas.js';
import { classColour } from '../draw/palette.js';
import { addShape } from '../draw/shapes.js';
import { type Theme, theme } from '../draw/theme.js';
import type { Points } from '../engine/frame.js';
import { drawLegend } from './board-legend.js';

/** The world is framed this much beyond its farthest point. */
const MARGIN = 1.12;
/** Radius of a point, as a share of the board's side, and in CSS pixels at least; smaller when there are many. */
const POINT_RADIUS = 0.0105;
const LEAST_RADIUS = 2.8;
const MANY_POINTS = 600;
const MANY_WITH_EDGES = 1500;

/** How far the world reaches from the origin on a board that shows these points. */
export function reachOf({ coordinates }: Points): number {
  let greatest = 0;
  for (let i = 0; i < coordinates.length; i += 2) {
    const [x, y] = [coordinates[i] as number, coordinates[i + 1] as number];
    greatest = Math.max(greatest, x * x + y * y);
  }
  return MARGIN * (Math.sqrt(greatest) || 1);
}

/** A square of so many pixels that shows the world from −reach to reach; the radius of a point in pixels, and whether points
 * have white edges. */
export interface PointsSquare {
  side: number;
  reach: number;
  radius: number;
  edges: boolean;
}

/** The points that have to be drawn anew where the others stay as they are, on a context that is saved, cleared where they lie and
 * clipped to that; null if all have to. */
export type PartToDraw = (
  context: CanvasRenderingContext2D,
  before: Points,
  now: Points,
  squareBefore: PointsSquare,
  square: PointsSquare,
) => Points | null;

/** Draws points that are not all shown alike. */
export type DrawPoints = (
  context: CanvasRenderingContext2D,
  points: Points,
  square: PointsSquare,
) => void;

/** A frame that so much smaller points would be lost in is made anew. */
const MUCH_SMALLER = 8;

/** The frame around own points: the one that was there before, unless a point is out of it; then the next round one, so that
 * it does not move with every point that is moved. */
export function frameOf({ coordinates }: Points, before: number): number {
  const farthest = coordinates.reduce((most, each) => Math.max(most, Math.abs(each)), 0) || 1;
  const needed = MARGIN * farthest;
  if (farthest <= before && needed * MUCH_SMALLER >= before) return before;
  return roundUp(needed);
}

export class PointsPicture {
  private readonly context = context2d(document.createElement('canvas'));
  /** How far the world reaches from the origin on the boards. */
  private reach = 0;
  private drawn: DrawPoints | null = null;
  private points: Points | null = null;
  private square: PointsSquare | null = null;
  private theme: Theme | null = null;
  private words = '';
  /** Finds what a change of a few points leaves as it is. */
  partToDraw: PartToDraw | null = null;

  /** How far the world reaches from the origin on boards that show these points; `own` says that somebody places them. */
  frame(points: Points, own: boolean): number {
    this.reach = own ? frameOf(points, this.reach) : reachOf(points);
    return this.reach;
  }

  /** The points on a board of `side` device pixels a side, `scale` of which are a CSS pixel; `words` are what the
   * classes are called, a line each. Without `draw` all are filled shapes. */
  of(
    points: Points,
    side: number,
    scale: number,
    words: string,
    draw: DrawPoints | null,
  ): HTMLCanvasElement {
    const { context, square: before, points: last } = this;
    const { canvas } = context;
    const same = side === before?.side && words === this.words && theme() === this.theme;
    const alike = same && draw === this.drawn;
    if (alike && points === last) return canvas;
    const count = points.labels.length;
    const radius = radiusOf(count, side, scale);
    const square = { side, reach: this.reach, radius, edges: count <= MANY_WITH_EDGES };
    const part = alike && last && this.partToDraw?.(context, last, points, before, square);
    this.drawn = draw;
    this.points = points;
    this.square = square;
    this.words = words;
    this.theme = theme();
    if (!part) canvas.width = canvas.height = side;
    (draw ?? drawFilled)(context, part || points, square);
    drawLegend(context, side, side / (2 * MARGIN), scale, words);
    context.restore();
    return canvas;
  }
}

function drawFilled(context: CanvasRenderingContext2D, points: Points, square: PointsSquare): void {
  const stamps = cutStamps(points.classes, square.radius);
  // White edges all under the colours, so that a crowd of points is a crowd of colours and no white patch; thousands of
  // points leave no room for them.
  if (square.edges) stamp(context, points, square, () => [stamps, 0]);
  stamp(context, points, square, () => [stamps, 1]);
}

/** Stamps all points class by class, each at the pixel next to its place, with what `stampOf` says of it: stamps that have a column for
 * each class, and the row. */
export function stamp(
  context: CanvasRenderingContext2D,
  { coordinates, labels, classes }: Points,
  { side, reach }: PointsSquare,
  stampOf: (point: number) => readonly [stamps: ImageBitmap, row: number],
): void {
  for (let label = 0; label < classes; label++) {
    for (let i = 0; i < labels.length; i++) {
      if (labels[i] !== label) continue;
      const [stamps, row] = stampOf(i);
      const size = stamps.width / classes;
      const x = (side * (1 + (coordinates[2 * i] as number) / reach) - size) / 2;
      const y = (side * (1 - (coordinates[2 * i + 1] as number) / reach) - size) / 2;
      const [left, top] = [Math.round(x), Math.round(y)];
      context.drawImage(stamps, label * size, row * size, size, size, left, top, size, size);
    }
  }
}

/** Each class's shape, drawn once, for to draw thousands of shapes takes several times as long as to copy one: in the upper
 * row its white edge, below it the shape. */
export function cutStamps(classes: number, radius: number): ImageBitmap {
  const { edge: around, rim } = theme();
  const size = 2 * Math.ceil(1.75 * radius);
  const canvas = new OffscreenCanvas(classes * size, 2 * size);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  for (let label = 0; label < classes; label++) {
    const [edge, shape] = [0.5, 1.5].map((row) => {
      const path = new Path2D();
      addShape(path, label, (label + 0.5) * size, row * size, radius);
      return path;
    }) as [Path2D, Path2D];
    context.strokeStyle = around;
    context.lineWidth = 0.5 * radius;
    context.stroke(edge);
    context.strokeStyle = rim;
    context.lineWidth = 0.2 * radius;
    context.fillStyle = classColour(label);
    context.fill(shape);
    context.stroke(shape);
  }
  return canvas.transferToImageBitmap();
}

/** Of a point among so many, in device pixels; it does not change with every point that comes. */
export function radiusOf(count: number, side: number, scale: number): number {
  const few = Math.max(POINT_RADIUS * side, LEAST_RADIUS * scale);
  return theme().point * few * Math.min(1, Math.sqrt(MANY_POINTS / roundUp(count || 1)));
}

/** To the next number of three binary digits. */
function roundUp(number: number): number {
  const step = 2 ** Math.floor(Math.log2(number)) / 4;
  return Math.ceil(number / step) * step;
}
