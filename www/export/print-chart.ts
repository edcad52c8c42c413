/** The loss chart of a printed run: the curves up to its end. */

import { drawAxes } from '../chart/axes.js';
import { range } from '../chart/chart.js';
import { drawCurve } from '../chart/curves.js';
import { placeForChance } from '../chart/label.js';
import { layOut, type Plot, xOf } from '../chart/plot.js';
import { type Histories, linesOf } from '../chart/values.js';
import { context2d } from '../draw/canvas.js';
import { lossDomain, stepDomain } from '../draw/scale.js';
import { theme } from '../draw/theme.js';
import { make } from '../ui/dom.js';
import { BASE, LINE, letters, MARGIN, SCALE, type Sheet, WIDTH } from './print-sheet.js';

const CURVES = 620;
export const HEIGHT_OF_CHART = CURVES + 1.5 * LINE;
const LENGTH_OF_KEY = 80;

export function drawChart(
  sheet: Sheet,
  how: { histories: Histories; logLoss: boolean },
  top: number,
): void {
  drawTitle(sheet, how.histories, top + LINE);
  const { frame } = sheet.run;
  const canvas = make('canvas');
  canvas.width = WIDTH - 2 * MARGIN;
  canvas.height = CURVES;
  const context = context2d(canvas);
  const plot = plotOf(sheet, context, how);
  drawAxes(context, plot);
  for (const { classifier, history, last, test } of linesOf(frame, how.histories))
    drawCurve(context, classifier, history, 0, { step: frame.end, loss: last }, plot, test);
  if (frame.step < frame.end) drawStep(context, plot, frame.step);
  sheet.context.drawImage(canvas, MARGIN, top + 1.5 * LINE);
}

function plotOf(
  { run, page }: Sheet,
  context: CanvasRenderingContext2D,
  { histories, logLoss }: { histories: Histories; logLoss: boolean },
): Plot {
  const { frame } = run;
  const { classes } = frame.points;
  const steps = stepDomain(frame.end);
  const all = linesOf(frame, histories).map(({ history }) => history);
  const losses = lossDomain(...range(all, steps, [Math.log(classes)]), logLoss);
  const { width, height } = context.canvas;
  const wanted = {
    ghosts: [],
    steps,
    logSteps: false,
    losses,
    log: logLoss,
    texts: page,
    theme: theme(),
    classes,
    axis: null,
    width,
    height,
    scale: SCALE,
  };
  const plot = layOut(context, wanted, null);
  return { ...plot, chancePlace: placeForChance(plot, frame, histories) };
}

/** Where the run stands, if that is not its end. */
function drawStep(context: CanvasRenderingContext2D, plot: Plot, step: number): void {
  const x = Math.round(xOf(plot, step));
  context.fillStyle = plot.theme.lit;
  context.fillRect(x, plot.area.top, SCALE, plot.area.bottom - plot.area.top);
}

/** What the chart shows, and which curve is whose. */
function drawTitle({ context, run, page, texts }: Sheet, histories: Histories, y: number): void {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = '#000';
  context.font = letters(1.2 * BASE, 'bold');
  context.fillText(page.chart, MARGIN, y);
  let x = MARGIN + context.measureText(page.chart).width + 2 * BASE;
  context.font = letters();
  const { linear, network } = theme().curves;
  const keys: [name: string, colour: string, dashes: number[]][] = [
    [page.linear, linear, []],
    [page.network, network, []],
  ];
  if (linesOf(run.frame, histories).some(({ test }) => test))
    keys.push([texts.test, theme().ink, [18, 16]]);
  for (const [name, colour, dashes] of keys) {
    context.strokeStyle = colour;
    context.lineWidth = 2.5 * SCALE;
    context.setLineDash(dashes);
    context.beginPath();
    context.moveTo(x, y - BASE / 3);
    context.lineTo(x + LENGTH_OF_KEY, y - BASE / 3);
    context.stroke();
    context.setLineDash([]);
    context.fillText(name, x + LENGTH_OF_KEY + BASE / 2, y);
    x += LENGTH_OF_KEY + 2 * BASE + context.measureText(name).width;
  }
}
