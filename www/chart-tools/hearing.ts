/** What is heard of a chart: the curves as they are drawn, from the plot's left edge to the end of the run or of the plot. */

import { type Plot, stepAt, xOf, yOf } from '../chart/plot.js';
import { type Histories, valuesAt } from '../chart/values.js';
import { CLASSIFIERS, type Classifier, type Frame } from '../engine/frame.js';
import type { Drawing } from './drawing.js';
import type { Heard } from './listen.js';

/** So many values of a curve: one every hundredth of a second. */
const VALUES = 300;

/** Where a board stands: −1 on the left. */
const SIDES: Record<Classifier, number> = { linear: -1, network: 1 };

/** `drawing` is null where the losses are drawn. */
export function heardOf(
  plot: Plot,
  frame: Frame,
  histories: Histories,
  drawing: Drawing | null,
): Heard {
  const { area } = plot;
  const wide = Math.max(1, Math.min(area.right, xOf(plot, frame.end)) - area.left);
  const curves = drawing
    ? drawing.curves.map(({ classifier, of }) => ({
        classifier,
        at: (step: number) => of(drawing.sampleAt(step)[classifier]),
      }))
    : CLASSIFIERS.map((classifier) => ({
        classifier,
        at: (step: number) => valuesAt(step, frame, histories).losses[classifier],
      }));
  const tones = curves.map(({ classifier, at }) => ({
    side: SIDES[classifier],
    heights: Array.from({ length: VALUES }, (_, i) => {
      const step = Math.round(stepAt(plot, area.left + (wide * i) / (VALUES - 1)));
      return (area.bottom - yOf(plot, at(step))) / (area.bottom - area.top);
    }),
  }));
  const shares = plot.stepTicks.map(({ value }) => (xOf(plot, value) - area.left) / wide);
  return { tones, ticks: shares.filter((share) => share >= 0 && share <= 1) };
}
