/** The losses at one step. */

import { BUCKET, type Classifier, type Frame, type LossHistory } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { formatLoss } from '../ui/format.js';
import type { Mark } from './mark.js';
import { wordsOf } from './mark-words.js';

export type Histories = (classifier: Classifier) => LossHistory;

export interface Values {
  step: number;
  losses: Record<Classifier, number>;
}

/** Values with what is written and said of them. */
export interface Read extends Values {
  /** Each with its name. */
  named: readonly (readonly [name: string, value: string])[];
  sentence: string;
}

export type Reader = (step: number) => Read;

/** Reads the losses. */
export function readerOf(frame: Frame, histories: Histories, texts: Dictionary): Reader {
  return (asked) => {
    const { step, losses } = valuesAt(asked, frame, histories);
    const linear = formatLoss(losses.linear);
    const network = formatLoss(losses.network);
    const named = [
      [texts.linear, linear],
      [texts.network, network],
    ] as const;
    return { step, losses, named, sentence: texts.chartValues(String(step), linear, network) };
  };
}

/** At a step, or at the next one whose losses are known exactly: the first of a bucket, the last of the run, or where it stands. */
export function valuesAt(asked: number, frame: Frame, histories: Histories): Values {
  const { width } = histories('linear');
  const bucket = Math.max(0, Math.round(asked / width));
  if (asked === frame.step) return { step: frame.step, losses: lossesOf(frame, 'loss') };
  if (bucket * width >= frame.end) return { step: frame.end, losses: lossesOf(frame, 'last') };
  const loss = (classifier: Classifier) => histories(classifier).buckets[BUCKET * bucket] as number;
  return { step: bucket * width, losses: { linear: loss('linear'), network: loss('network') } };
}

function lossesOf(frame: Frame, which: 'loss' | 'last'): Values['losses'] {
  return { linear: frame.linear[which], network: frame.network[which] };
}

/** The chart as a slider says which step it shows, how far there is to go, and the values. */
export function speakValues(
  chart: HTMLElement,
  { step, sentence }: Read,
  last: number,
  mark: Mark | null,
  texts: Dictionary,
): void {
  set(chart, 'aria-valuemax', String(last));
  set(chart, 'aria-valuenow', String(step));
  const happened = mark ? wordsOf(mark, texts) : [];
  set(chart, 'aria-valuetext', [sentence, ...happened].join(texts.comma));
}

/** Writes only what has changed, so that nothing is said twice. */
function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
