/** The chart's values as a table, for those who would rather read than point. */

import { ticks } from 'd3-array';
import type { Reader } from '../chart/values.js';
import { make } from '../ui/dom.js';

/** About so many rows. */
const ROWS = 12;

/** At round steps up to this one, and at this one. */
export function tableOf(
  step: number,
  read: Reader,
  title: string,
  stepWord: string,
): HTMLTableElement {
  const round = step === 0 ? [] : ticks(0, step, ROWS);
  const values = [...round, step].map(read);
  const rows = values.filter(({ step }, i) => i === 0 || step !== values[i - 1]?.step);
  const heading = (text: string) => {
    const cell = make('th', '', text);
    cell.scope = 'col';
    return cell;
  };
  const names = read(step).named.map(([name]) => name);
  const head = make('tr', '', ...[stepWord, ...names].map(heading));
  const body = rows.map(({ step, named }) => {
    const first = make('th', '', String(step));
    first.scope = 'row';
    return make('tr', '', first, ...named.map(([, value]) => make('td', '', value)));
  });
  return make(
    'table',
    '',
    make('caption', '', title),
    make('thead', '', head),
    make('tbody', '', ...body),
  );
}
