/** The rows of a sheet in the order that was asked for. */

import type { Language } from '../../i18n/index.js';
import { type Entry, stepOf, type Verdict } from './entry.js';

export const COLUMNS = [
  'name',
  'check',
  'answer',
  'step',
  'linearLoss',
  'networkLoss',
  'linearAccuracy',
  'networkAccuracy',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  column: Column;
  descending: boolean;
}

/** What has to be looked at comes first. */
const VERDICTS: readonly Verdict[] = ['wrong', 'none', 'right'];

/** What a row is sorted by; null where there is nothing yet. */
function keyOf(entry: Entry, column: Column): string | number | null {
  const { state } = entry;
  if (column === 'name' || column === 'answer') return entry[column] || null;
  if (column === 'step') return stepOf(entry);
  if (state.kind !== 'done') return null;
  switch (column) {
    case 'linearLoss':
      return state.linear.loss;
    case 'networkLoss':
      return state.network.loss;
    case 'linearAccuracy':
      return state.linear.accuracy;
    case 'networkAccuracy':
      return state.network.accuracy;
    default:
      return VERDICTS.indexOf(state.verdict);
  }
}

/** Rows that have nothing in this column come last either way; without an order they stand as they came. */
export function sorted(entries: readonly Entry[], order: Order | null, lang: Language): Entry[] {
  if (!order) return [...entries];
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const sign = order.descending ? -1 : 1;
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, order.column) }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const difference = typeof a === 'number' ? a - Number(b) : compare(a, String(b));
    return sign * (difference || 0);
  });
  return keyed.map(({ entry }) => entry);
}
