/** The losses of a run as a table: a row for each step of which something is kept, all digits, nothing where a number is not
 * known. Losses are kept of every so many steps, what else there is of the steps whose states are. */

import type { Histories } from '../chart/values.js';
import type { Sample } from '../chart-tools/trace.js';
import { BUCKET, CLASSIFIERS, type Classifier, type Frame } from '../engine/frame.js';

type Column = 'loss' | 'data_loss' | 'accuracy' | 'test_loss' | 'test_accuracy';
type Row = Map<string, number>;

export function lossTable(frame: Frame, histories: Histories, samples: readonly Sample[]): string {
  const rows = new Map<number, Row>();
  const set = (step: number, classifier: Classifier, column: Column, value: number) => {
    const row = rows.get(step) ?? new Map();
    row.set(`${classifier}_${column}`, value);
    rows.set(step, row);
  };
  const hasTest = frame.linear.test !== null;
  for (const classifier of CLASSIFIERS) {
    addHistory(frame, classifier, histories, 'loss', set);
    if (hasTest) addHistory(frame, classifier, histories, 'test_loss', set);
    for (const { step, [classifier]: known } of samples) {
      set(step, classifier, 'loss', known.loss);
      set(step, classifier, 'data_loss', known.dataLoss);
      set(step, classifier, 'accuracy', known.accuracy);
      if (hasTest) set(step, classifier, 'test_accuracy', known.testAccuracy);
    }
  }
  const columns = CLASSIFIERS.flatMap((classifier) =>
    columnsOf(hasTest).map((column) => `${classifier}_${column}`),
  );
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([step, row]) => [step, ...columns.map((column) => written(row.get(column)))].join(','));
  return `${[['step', ...columns].join(','), ...lines].join('\n')}\n`;
}

const columnsOf = (hasTest: boolean): Column[] => [
  'loss',
  'data_loss',
  'accuracy',
  ...(hasTest ? (['test_loss', 'test_accuracy'] as const) : []),
];

/** Nothing for what is no finite number, as a loss on points that are held out may be. */
function written(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? String(value) : '';
}

/** The first loss of every bucket is that of a known step; so are the one where the run stands and the last. */
function addHistory(
  frame: Frame,
  classifier: Classifier,
  histories: Histories,
  column: 'loss' | 'test_loss',
  set: (step: number, classifier: Classifier, column: Column, value: number) => void,
): void {
  const standing = frame[classifier];
  const reading = column === 'loss' ? standing : standing.test;
  if (!reading) return;
  const { width, buckets } = histories(classifier, column === 'test_loss');
  for (let i = 0; i < buckets.length / BUCKET; i++)
    set(i * width, classifier, column, buckets[BUCKET * i] as number);
  set(frame.step, classifier, column, reading.loss);
  set(frame.end, classifier, column, reading.last);
}
