/** The line between two regions. */

import { theme } from '../draw/theme.js';

/** Its width, in CSS pixels. */
const WIDTH = 1.25;

/** Strokes segments that are in units of so many device pixels, `scale` of which are a CSS pixel. */
export function strokeBoundary(
  context: CanvasRenderingContext2D,
  segments: Float64Array,
  unit: number,
  scale: number,
): void {
  context.save();
  context.scale(unit, unit);
  const { boundary, stroke } = theme();
  context.strokeStyle = boundary;
  context.lineWidth = (WIDTH * stroke * scale) / unit;
  context.lineJoin = 'round';
  context.beginPath();
  let [x, y] = [Number.NaN, Number.NaN];
  for (let i = 0; i < segments.length; i += 4) {
    // A segment that goes on from the last is one line with it, which is drawn faster than two.
    if (segments[i] !== x || segments[i + 1] !== y)
      context.moveTo(segments[i] as number, segments[i + 1] as number);
    [x, y] = [segments[i + 2] as number, segments[i + 3] as number];
    context.lineTo(x, y);
  }
  context.stroke();
  context.restore();
}
