/** The loss chart's ground: its axes, and the line of a classifier that guesses. */

import { type Plot, xOf, yOf } from './plot.js';

export function drawAxes(context: CanvasRenderingContext2D, plot: Plot): void {
  context.clearRect(0, 0, plot.width, plot.height);
  context.fillStyle = plot.theme.quiet;
  drawLosses(context, plot);
  drawSteps(context, plot);
  drawChance(context, plot);
}

function drawLosses(context: CanvasRenderingContext2D, plot: Plot): void {
  const { area, size, scale, theme, texts } = plot;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { value, label } of plot.lossTicks) {
    const y = Math.round(yOf(plot, value));
    context.fillStyle = theme.grid;
    context.fillRect(area.left, y, area.right - area.left, scale);
    context.fillStyle = theme.quiet;
    context.fillText(label, area.left - 0.6 * size, y);
  }
  context.save();
  context.translate(0.7 * size, (area.top + area.bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillText(plot.axis?.name ?? texts.chartLoss, 0, 0);
  context.restore();
}

function drawSteps(context: CanvasRenderingContext2D, plot: Plot): void {
  const { area, size, scale, texts } = plot;
  const under = area.bottom + 4 * scale + 0.2 * size;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { value, label } of plot.stepTicks) {
    const x = xOf(plot, value);
    context.fillRect(x, area.bottom, scale, 4 * scale);
    context.fillText(label, x, under);
  }
  context.fillText(texts.chartStep, (area.left + area.right) / 2, under + 1.2 * size);
}

/** Whoever gives every class the same probability 1/K has the loss ln K: where an untrained classifier starts. */
function drawChance(context: CanvasRenderingContext2D, plot: Plot): void {
  const { area, chancePlace, guess, size, theme } = plot;
  const width = theme.stroke * plot.scale;
  const y = yOf(plot, guess);
  // The losses of a part of the run may be others.
  if (y < area.top || y > area.bottom) return;
  context.strokeStyle = theme.quiet;
  context.lineWidth = width;
  context.lineCap = 'butt';
  context.setLineDash([5 * width, 4 * width]);
  context.beginPath();
  context.moveTo(area.left, y);
  context.lineTo(area.right, y);
  context.stroke();
  context.setLineDash([]);
  if (!chancePlace) return;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  const middle = (chancePlace.top + chancePlace.bottom) / 2;
  // Whatever line they stand on makes room for the words.
  const { left, right, top, bottom } = chancePlace;
  context.fillStyle = theme.ground;
  context.fillRect(left - 0.2 * size, top, right - left + 0.2 * size, bottom - top);
  context.fillStyle = theme.quiet;
  context.fillText(plot.chance, chancePlace.right, middle);
}
