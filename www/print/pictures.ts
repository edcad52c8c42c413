/** Boards and chart drawn anew for paper: light whatever the display, and with as many pixels as a printer shows. */

import { strokeBoundary } from '../boards/boundary.js';
import { type DrawPoints, PointsPicture } from '../boards/points-picture.js';
import type { Chart } from '../chart/chart.js';
import { Curves } from '../chart/curves.js';
import { placeForChance } from '../chart/label.js';
import { layOut, type Plot, xOf } from '../chart/plot.js';
import type { Histories } from '../chart/values.js';
import { context2d } from '../draw/canvas.js';
import { regionColours } from '../draw/palette.js';
import { forgetTheme, theme } from '../draw/theme.js';
import type { Classifier, Frame, Painter } from '../engine/frame.js';

/** What draws on the page. */
export interface Stage {
  readonly painting: Painter;
  readonly chart: Pick<Chart, 'plot' | 'more' | 'drawn'>;
  readonly histories: Histories;
  /** Draws points that are not all shown alike, where the run has such. */
  readonly heldOut: { peek(): { readonly draw: DrawPoints } | null };
}

/** Device pixels per CSS pixel: at the size of the sheet about 300 to an inch. */
const SCALE = 3;
/** CSS pixels on the sheet. */
const BOARD = 340;
const CHART = { width: 700, height: 190 };

/** Does something while everything is drawn as on a light display; after that the page is drawn anew. */
export function inLight(work: () => void): void {
  const { dataset } = document.documentElement;
  const { display } = dataset;
  dataset.display = 'light';
  forgetTheme();
  try {
    work();
  } finally {
    if (display) dataset.display = display;
    forgetTheme();
  }
}

export function drawBoard(
  stage: Stage,
  classifier: Classifier,
  { points, experiment }: Frame,
  soft: boolean,
  words: string,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = context2d(canvas, { alpha: false });
  const side = SCALE * BOARD;
  canvas.width = canvas.height = side;
  const { painting } = stage;
  const sprites = new PointsPicture();
  const reach = sprites.frame(points, experiment.beginning.data === 'own');
  painting.paint(
    classifier,
    context,
    { side, reach, colours: regionColours(points.classes), soft },
    false,
  );
  strokeBoundary(context, painting.boundary(classifier, BOARD, reach), SCALE, SCALE);
  const draw = stage.heldOut.peek()?.draw ?? null;
  context.drawImage(sprites.of(points, side, SCALE, words, draw), 0, 0);
  return canvas;
}

/** What the chart shows at the moment; null where the page shows none. */
export function drawChart({ chart, histories }: Stage, frame: Frame): HTMLCanvasElement | null {
  const { plot: shown, more, drawn } = chart;
  if (!shown) return null;
  const canvas = document.createElement('canvas');
  const context = context2d(canvas);
  const [width, height] = [SCALE * CHART.width, SCALE * CHART.height];
  canvas.width = width;
  canvas.height = height;
  const wanted = { ...shown, width, height, scale: SCALE, theme: theme() };
  const laidOut = layOut(context, wanted, more);
  const chancePlace = placeForChance(laidOut, frame, histories, drawn?.isFree);
  const plot = { ...laidOut, chancePlace };
  if (drawn) drawn.draw(context, plot);
  else {
    const tail = document.createElement('canvas');
    new Curves(context, tail).update(frame, histories, plot, false, more);
  }
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
