/** What is heard of a chart: the curves as they are drawn, from the plot's left edge to the end of the run or of the plot. */

import { type Plot, stepAt, xOf, yOf } from '../chart/plot.js';
import { type Histories, valuesAt } from '../chart/values.js';
import { CLASSIFIERS, type Classifier, type Frame } from '../engine/frame.js';
import type { Drawing } from './drawing.js';
import type { EarlierCurve } from './earlier-curve.js';
import type { Heard } from './listen.js';

/** So many values of a curve: one every hundredth of a second. */
const VALUES = 300;

/** Where a board stands: −1 on the left. */
const SIDES: Record<Classifier, number> = { linear: -1, network: 1 };

/** A curve as the ear follows it. */
interface Line {
  classifier: Classifier;
  at(step: number): number;
}

/** The run that goes on; `drawing` is null where the losses are drawn. */
export function heardOf(
  plot: Plot,
  frame: Frame,
  histories: Histories,
  drawing: Drawing | null,
): Heard {
  const tests = frame.linear.test && !drawing ? CLASSIFIERS : [];
  const lines = drawing
    ? drawing.curves.map(({ classifier, of }) => ({
        classifier,
        at: (step: number) => of(drawing.sampleAt(step)[classifier]),
      }))
    : CLASSIFIERS.map((classifier) => ({
        classifier,
        at: (step: number) => valuesAt(step, frame, histories).losses[classifier],
      }));
  const held = tests.map((classifier, i) => ({
    classifier,
    at: (step: number) => valuesAt(step, frame, histories).tests?.[i] ?? Number.NaN,
  }));
  return tonesOf(plot, frame.end, [...lines, ...held]);
}

/** A run that was left, of which these curves are drawn. */
export function earlierHeard(plot: Plot, end: number, curves: readonly EarlierCurve[]): Heard {
  const lines = curves.map(({ classifier, at }) => ({
    classifier,
    at: (step: number) => at(Math.min(step, end)).value,
  }));
  return tonesOf(plot, end, lines);
}

function tonesOf(plot: Plot, end: number, lines: readonly Line[]): Heard {
  const { area } = plot;
  const wide = Math.max(1, Math.min(area.right, xOf(plot, end)) - area.left);
  const tones = lines.map(({ classifier, at }) => ({
    side: SIDES[classifier],
    heights: Array.from({ length: VALUES }, (_, i) => {
      const step = Math.round(stepAt(plot, area.left + (wide * i) / (VALUES - 1)));
      const value = at(step);
      // Beyond all numbers is the highest tone.
      if (!Number.isFinite(value)) return 1;
      return (area.bottom - yOf(plot, value)) / (area.bottom - area.top);
    }),
  }));
  const shares = plot.stepTicks.map(({ value }) => (xOf(plot, value) - area.left) / wide);
  return { tones, ticks: shares.filter((share) => share >= 0 && share <= 1) };
}
