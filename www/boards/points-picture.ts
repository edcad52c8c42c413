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

export class PointsPicture {
  /** The frame stays as it is until a point leaves it. */
  steady = false;
  private reach = 0;
  private readonly context = context2d(document.createElement('canvas'));
  private points: Points | null = null;
  private side = 0;
  private theme: Theme | null = null;
  private word = '';

  /** How far boards with these points reach. */
  reachOf(points: Points): number {
    const { reach } = this;
    const holds = (coordinate: number) => Math.abs(coordinate) <= reach;
    if (!this.steady || !points.coordinates.every(holds)) this.reach = reachOf(points);
    return this.reach;
  }

  /** The points on a board of `side` device pixels a side, `scale` of which are a CSS pixel; `word` is what a class is
   * called. */
  of(points: Points, side: number, scale: number, word: string): HTMLCanvasElement {
    const { canvas } = this.context;
    const same = points === this.points && side === this.side && word === this.word;
    if (same && theme() === this.theme) return canvas;
    this.points = points;
    const reach = this.reachOf(points);
    this.side = side;
    this.word = word;
    this.theme = theme();
    canvas.width = side;
    canvas.height = side;
    const radius = radiusOf(points.labels.length, side, scale);
    const stamps = cutStamps(points.classes, radius);
    // White edges all under the colours, so that a crowd of points is a crowd of colours and no white patch; thousands of
    // points leave no room for them.
    if (points.labels.length <= MANY_WITH_EDGES) this.stamp(points, reach, stamps, 0);
    this.stamp(points, reach, stamps, stamps.height / 2);
    drawLegend(this.context, points.classes, side, side / (2 * MARGIN), scale, word);
    return canvas;
  }

  /** Stamps all points, each at the pixel next to its place. */
  private stamp(points: Points, reach: number, stamps: ImageBitmap, row: number): void {
    const { context, side } = this;
    const size = stamps.height / 2;
    const { coordinates, labels, classes } = points;
    for (let label = 0; label < classes; label++) {
      for (let i = 0; i < labels.length; i++) {
        if (labels[i] !== label) continue;
        const x = (side * (1 + (coordinates[2 * i] as number) / reach) - size) / 2;
        const y = (side * (1 - (coordinates[2 * i + 1] as number) / reach) - size) / 2;
        const [left, top] = [Math.round(x), Math.round(y)];
        context.drawImage(stamps, label * size, row, size, size, left, top, size, size);
      }
    }
  }
}

/** Each class's shape, drawn once, for to draw thousands of shapes takes several times as long as to copy one: in the upper
 * row its white edge, below it the shape. */
function cutStamps(classes: number, radius: number): ImageBitmap {
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

/** Of a point among so many, in device pixels. */
export function radiusOf(count: number, side: number, scale: number): number {
  const few = Math.max(POINT_RADIUS * side, LEAST_RADIUS * scale);
  return theme().point * few * Math.min(1, Math.sqrt(MANY_POINTS / count));
}
