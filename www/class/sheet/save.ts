/** The sheet as a table for other programs: CSV to save, and columns apart by tabs to paste into a spreadsheet. */

import { csvFormatRows, tsvFormatRows } from 'd3-dsv';
import type { SheetTexts } from '../../i18n/sheet.js';
import { formatLoss } from '../../ui/format.js';
import { countNames, type Entry, stepOf } from './entry.js';
import { notesOf } from './notes.js';

/** Where a spreadsheet would begin to calculate. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
const NUMBER = /^\s*[+-]?\d+([.,]\d+)?\s*$/;
/** What parts cells or rows in some language's spreadsheets; kept by splitting. */
const PARTING = /([;|\t\r\n]+)/;
/** Without it some spreadsheets take the text for one in an older coding. */
const MARK = '\ufeff';

export const csvOf = (entries: readonly Entry[], address: Address, texts: SheetTexts) =>
  `${MARK}${csvFormatRows(rowsOf(entries, address, texts))}\n`;

export const textOf = (entries: readonly Entry[], address: Address, texts: SheetTexts) =>
  `${tsvFormatRows(rowsOf(entries, address, texts))}\n`;

/** The whole address of a run that was handed in. */
export type Address = (entry: Entry) => string;

function rowsOf(entries: readonly Entry[], address: Address, texts: SheetTexts): string[][] {
  const { columns, saved } = texts;
  const header = [
    columns.name,
    columns.answer,
    saved.differs,
    columns.step,
    columns.linearLoss,
    columns.networkLoss,
    `${columns.linearAccuracy} (%)`,
    `${columns.networkAccuracy} (%)`,
    columns.check,
    saved.right,
    saved.note,
    saved.link,
  ];
  const times = countNames(entries);
  const rows = entries.map((entry) => {
    const { name, answer, differs, check, state } = entry;
    const done = state.kind === 'done' ? state : null;
    const right =
      done && done.verdict !== 'none' && (done.verdict === 'right' ? saved.yes : saved.no);
    return [
      name,
      answer,
      differs,
      String(stepOf(entry)),
      done ? formatLoss(done.linear.loss) : '',
      done ? formatLoss(done.network.loss) : '',
      done ? percent(done.linear.accuracy) : '',
      done ? percent(done.network.accuracy) : '',
      check,
      right || '',
      notesOf(entry, times(entry), texts).join(texts.between),
      address(entry),
    ];
  });
  return [header, ...rows.map((row) => row.map(harmless))];
}

const percent = (share: number) => (Number.isNaN(share) ? '' : (100 * share).toFixed(1));

/** A text that no spreadsheet takes for a formula, nor a part of it, where other signs part cells there than here. */
export const harmless = (cell: string) =>
  cell
    .split(PARTING)
    .map((part) => (FORMULA.test(part) && !NUMBER.test(part) ? `'${part}` : part))
    .join('');
