/** The chart drawn anew, with as many pixels as a printer shows. */

import { Curves } from '../chart/curves.js';
import { placeForChance } from '../chart/label.js';
import { layOut, type Plot, xOf } from '../chart/plot.js';
import { context2d } from '../draw/canvas.js';
import { theme } from '../draw/theme.js';
import type { Frame } from '../engine/frame.js';
import { make } from '../ui/dom.js';
import type { Size, Stage } from './stage.js';

/** What the chart shows at the moment; null where the page shows none. */
export function chartOf(
  { chart, histories }: Stage,
  frame: Frame,
  size: Size,
): HTMLCanvasElement | null {
  const { plot: shown, more, drawn } = chart;
  if (!shown) return null;
  const canvas = make('canvas');
  const context = context2d(canvas);
  canvas.width = size.width;
  canvas.height = size.height;
  const laidOut = layOut(context, { ...shown, ...size, theme: theme() }, more);
  const room = more?.roomIn(context, laidOut);
  const chancePlace = placeForChance(laidOut, frame, histories, room, drawn?.isFree);
  const plot = { ...laidOut, chancePlace };
  if (drawn) drawn.draw(context, plot);
  else new Curves(context, make('canvas')).update(frame, histories, plot, false, more);
  if (frame.step < frame.end) drawNow(context, plot, frame.step);
  return canvas;
}

/** Where the boards stand, if that is not at the end of the curves. */
function drawNow(context: CanvasRenderingContext2D, plot: Plot, step: number): void {
  const { area, scale } = plot;
  const { min, max } = plot.steps;
  if (step < min || step > max) return;
  context.fillStyle = plot.theme.ink;
  context.fillRect(xOf(plot, step) - scale / 2, area.top, scale, area.bottom - area.top);
}
