/** Draws the curves of runs that were left: faint, under those of the run that goes on, each with its label at its end. */

import { drawCurve } from '../chart/curves.js';
import { type Plot, xOf, yOf } from '../chart/plot.js';
import { CLASSIFIERS, type Ghost } from '../engine/frame.js';

const FAINT = 0.4;
/** In the height of letters: a line of them, and the room beside the curve's end. */
const LINE = 1.15;
const BESIDE = 0.4;
/** So many places above and below the curve's end are tried for a label. */
const PLACES = [-0.8, 0.8, -2, 2, -3.2, 3.2, -4.4, 4.4];

interface Box {
  left: number;
  right: number;
  middle: number;
}

export function drawGhosts(
  context: CanvasRenderingContext2D,
  plot: Plot,
  labelOf: (ghost: Ghost) => string,
): void {
  context.save();
  context.globalAlpha = FAINT;
  for (const { histories, end, last } of plot.ghosts) {
    for (const classifier of CLASSIFIERS) {
      const loss = last[classifier];
      drawCurve(context, classifier, histories[classifier], 0, { step: end, loss }, plot);
    }
  }
  context.restore();
  const taken: Box[] = [];
  for (const ghost of plot.ghosts) drawLabel(context, plot, ghost, labelOf(ghost), taken);
}

function drawLabel(
  context: CanvasRenderingContext2D,
  plot: Plot,
  { end, last }: Ghost,
  label: string,
  taken: Box[],
): void {
  const { area, size, theme, steps } = plot;
  if (end < steps.min || end > steps.max) return;
  const wide = context.measureText(label).width;
  const x = xOf(plot, end);
  const leftwards = x + BESIDE * size + wide > area.right;
  const left = leftwards ? Math.max(area.left, x - BESIDE * size - wide) : x + BESIDE * size;
  const right = left + wide;
  const fits = (middle: number) =>
    middle > area.top &&
    middle < area.bottom - size / 2 &&
    taken.every(
      (box) => box.right < left || box.left > right || Math.abs(box.middle - middle) >= LINE * size,
    );
  const middle = PLACES.map((place) => yOf(plot, last.network) + place * size).find(fits);
  if (middle === undefined) return;
  taken.push({ left, right, middle });
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = theme.quiet;
  context.fillText(label, left, middle);
}
