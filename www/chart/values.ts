/** The losses at one step. */

import {
  BUCKET,
  CLASSIFIERS,
  type Classifier,
  type Frame,
  type LossHistory,
} from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { formatLoss } from '../ui/format.js';
import type { Mark } from './mark.js';
import { wordsOf } from './mark-words.js';

/** With `test` of the points that are held out, if any is. */
export type Histories = (classifier: Classifier, test?: boolean) => LossHistory;

/** A curve of losses: of the points that are trained on, or of those that are held out. */
export interface LossLine {
  classifier: Classifier;
  test: boolean;
  history: LossHistory;
  /** Where the run stands, and at its end. */
  loss: number;
  last: number;
}

/** Those of both classifiers, then those of the points that are held out, if any is. */
export function linesOf(frame: Frame, histories: Histories): LossLine[] {
  const lines = (test: boolean) =>
    CLASSIFIERS.flatMap((classifier) => {
      const standing = frame[classifier];
      const reading = test ? standing.test : standing;
      if (!reading) return [];
      const history = histories(classifier, test);
      return [{ classifier, test, history, loss: reading.loss, last: reading.last }];
    });
  return [...lines(false), ...lines(true)];
}

export interface Values {
  step: number;
  losses: Record<Classifier, number>;
  /** On the points that are held out, of both classifiers; nothing where none is. */
  tests?: readonly number[];
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
    const { step, losses, tests = [] } = valuesAt(asked, frame, histories);
    const linear = formatLoss(losses.linear);
    const network = formatLoss(losses.network);
    const held = tests.map(
      (loss, i) => [texts.ofTest(texts[CLASSIFIERS[i] as Classifier]), formatLoss(loss)] as const,
    );
    const named = [[texts.linear, linear], [texts.network, network], ...held] as const;
    const sentence = [
      texts.chartValues(String(step), linear, network),
      ...held.map((each) => each.join(' ')),
    ].join(texts.comma);
    return { step, losses, named, sentence };
  };
}

/** At a step, or at the next one whose losses are known exactly: the first of a bucket, the last of the run, or where it stands. */
export function valuesAt(asked: number, frame: Frame, histories: Histories): Values {
  const lines = linesOf(frame, histories);
  const at = (step: number, value: (line: LossLine) => number): Values => {
    const [linear, network, ...tests] = lines.map(value) as [number, number];
    return { step, losses: { linear, network }, tests };
  };
  const { width } = histories('linear');
  const bucket = Math.max(0, Math.round(asked / width));
  if (asked === frame.step) return at(asked, ({ loss }) => loss);
  if (bucket * width >= frame.end) return at(frame.end, ({ last }) => last);
  return at(bucket * width, ({ history }) => history.buckets[BUCKET * bucket] as number);
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
