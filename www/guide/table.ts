/** The chart's values as a table, for those who would rather read than point. */

import { ticks } from 'd3-array';
import { type Histories, valuesAt } from '../chart/values.js';
import type { Frame } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { make } from '../ui/dom.js';
import { formatLoss } from '../ui/format.js';

/** About so many rows. */
const ROWS = 12;

/** At round steps, and at the last. */
export function tableOf(frame: Frame, histories: Histories, texts: Dictionary): HTMLTableElement {
  const round = frame.step === 0 ? [] : ticks(0, frame.step, ROWS);
  const values = [...round, frame.step].map((step) => valuesAt(step, frame, histories));
  const rows = values.filter(({ step }, i) => i === 0 || step !== values[i - 1]?.step);
  const heading = (text: string) => {
    const cell = make('th', '', text);
    cell.scope = 'col';
    return cell;
  };
  const head = make('tr', '', ...[texts.step, texts.linear, texts.network].map(heading));
  const body = rows.map(({ step, losses }) => {
    const first = make('th', '', String(step));
    first.scope = 'row';
    const numbers = [losses.linear, losses.network].map((loss) => make('td', '', formatLoss(loss)));
    return make('tr', '', first, ...numbers);
  });
  return make(
    'table',
    '',
    make('caption', '', texts.chart),
    make('thead', '', head),
    make('tbody', '', ...body),
  );
}
