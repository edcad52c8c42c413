/** The losses at one step. */

import type { Classifier, Frame, LossHistory } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { formatLoss } from '../ui/format.js';

export type Histories = (classifier: Classifier) => LossHistory;

export interface Values {
  step: number;
  losses: Record<Classifier, number>;
}

/** At a step, or at the next one whose losses are known exactly: the first of a bucket, or the last of the run. */
export function valuesAt(asked: number, frame: Frame, histories: Histories): Values {
  const { width } = histories('linear');
  const bucket = Math.max(0, Math.round(asked / width));
  const last = bucket * width >= frame.step;
  const loss = (classifier: Classifier) =>
    last ? frame[classifier].loss : (histories(classifier).buckets[3 * bucket] as number);
  return {
    step: last ? frame.step : bucket * width,
    losses: { linear: loss('linear'), network: loss('network') },
  };
}

/** The chart as a slider says which step it shows, how far there is to go, and the values. */
export function speakValues(
  chart: HTMLElement,
  values: Values,
  last: number,
  texts: Dictionary,
): void {
  const { step, losses } = values;
  const sentence = texts.chartValues(
    String(step),
    formatLoss(losses.linear),
    formatLoss(losses.network),
  );
  set(chart, 'aria-valuemax', String(last));
  set(chart, 'aria-valuenow', String(step));
  set(chart, 'aria-valuetext', sentence);
}

/** Writes only what has changed, so that nothing is said twice. */
function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
