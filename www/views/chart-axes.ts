/** The loss chart's ground: where steps and losses lie on it, its axes, and the line of a classifier that guesses. */

import { type Domain, domainTicks, position } from '../draw/scale.js';
import { fontOf, type Theme } from '../draw/theme.js';
import type { Dictionary } from '../i18n/index.js';

/** All that decides how the axes look. */
export interface Plot {
  steps: Domain;
  losses: Domain;
  log: boolean;
  texts: Dictionary;
  theme: Theme;
  classes: number;
  /** Device pixels. */
  width: number;
  height: number;
  /** Device pixels per CSS pixel. */
  scale: number;
}

/** Room for the axes' labels, in CSS pixels. */
const MARGINS = { left: 52, right: 18, top: 10, bottom: 38 } as const;

/** Device pixels from the left edge to a step. */
export function across({ steps, width, scale }: Plot, step: number): number {
  const inner = width - (MARGINS.left + MARGINS.right) * scale;
  return MARGINS.left * scale + inner * position(steps, false, step);
}

/** Device pixels from the top edge to a loss. */
export function up({ losses, log, height, scale }: Plot, loss: number): number {
  const inner = height - (MARGINS.top + MARGINS.bottom) * scale;
  return MARGINS.top * scale + inner * (1 - position(losses, log, loss));
}

/** The step at so many device pixels from the left edge. */
export function stepAt({ steps, width, scale }: Plot, x: number): number {
  const inner = width - (MARGINS.left + MARGINS.right) * scale;
  return steps.min + ((x - MARGINS.left * scale) / inner) * (steps.max - steps.min);
}

/** CSS pixels that a loss's label needs to itself. */
const ROW = 26;

export function drawAxes(context: CanvasRenderingContext2D, plot: Plot): void {
  const { width, height, scale } = plot;
  context.clearRect(0, 0, width, height);
  context.font = fontOf(13, scale);
  drawLosses(context, plot);
  drawSteps(context, plot);
  drawChance(context, plot);
}

function drawLosses(context: CanvasRenderingContext2D, plot: Plot): void {
  const { losses, log, scale, steps, texts, theme } = plot;
  const left = across(plot, steps.min);
  const right = across(plot, steps.max);
  const rows = (up(plot, losses.min) - up(plot, losses.max)) / (ROW * scale);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of domainTicks(losses, log, rows)) {
    const y = Math.round(up(plot, tick));
    context.fillStyle = theme.grid;
    context.fillRect(left, y, right - left, scale);
    context.fillStyle = theme.quiet;
    context.fillText(formatTick(tick), left - 8 * scale, y);
  }
  context.save();
  context.translate(13 * scale, (up(plot, losses.min) + up(plot, losses.max)) / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillText(texts.chartLoss, 0, 0);
  context.restore();
}

/** Short enough for the room beside the axis. */
function formatTick(tick: number): string {
  const plain = String(tick);
  return plain.length <= 6 ? plain : tick.toExponential().replace('e+', 'e');
}

function drawSteps(context: CanvasRenderingContext2D, plot: Plot): void {
  const { losses, scale, steps, texts, theme } = plot;
  const bottom = up(plot, losses.min);
  context.fillStyle = theme.quiet;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of domainTicks(steps, false, 5)) {
    const x = across(plot, tick);
    context.fillRect(x, bottom, scale, 4 * scale);
    const half = context.measureText(String(tick)).width / 2;
    context.fillText(String(tick), Math.min(x, plot.width - half), bottom + 6 * scale);
  }
  context.fillText(
    texts.chartStep,
    (across(plot, steps.min) + across(plot, steps.max)) / 2,
    bottom + 21 * scale,
  );
}

/** Whoever gives every class the same probability 1/K has the loss ln K: where an untrained classifier starts. */
function drawChance(context: CanvasRenderingContext2D, plot: Plot): void {
  const { classes, scale, steps, texts, theme } = plot;
  const y = up(plot, Math.log(classes));
  context.strokeStyle = theme.quiet;
  context.lineWidth = theme.stroke * scale;
  context.lineCap = 'butt';
  context.setLineDash([5 * scale, 4 * scale]);
  context.beginPath();
  context.moveTo(across(plot, steps.min), y);
  context.lineTo(across(plot, steps.max), y);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = theme.quiet;
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.fillText(
    `${texts.chance(classes)} = ${Math.log(classes).toFixed(3)}`,
    across(plot, steps.max),
    y - 3 * scale,
  );
}
