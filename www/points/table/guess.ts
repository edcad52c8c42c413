/** How a table is written, and which of its columns are which: guessed from its cells, for a person to put right. */

import { dsvFormat } from 'd3-dsv';
import { firstLines } from './decode.js';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How its text is taken apart. */
export interface Form {
  delimiter: Delimiter;
  /** Its first row names the columns. */
  header: boolean;
  /** Numbers are written as 0,5. */
  comma: boolean;
}

export const ROLES = ['x', 'y', 'label'] as const;
/** What each column is for, by its place; −1 where there is none. */
export type Roles = Record<(typeof ROLES)[number], number>;

/** A row, and the line in which it begins, from 1 on. */
export interface Row {
  cells: readonly string[];
  line: number;
}

/** The header of a table that this page has saved. */
export const SAVED = ['x', 'y', 'class', 'number'];

/** Rows that are looked at, to guess. */
const LOOKED_AT = 300;
/** Share of a column's cells that are numbers, if it is one of numbers. */
const MOSTLY = 0.8;
/** Different labels that a class column has at most, to be taken for one. */
const FEW = 6;

const LABEL =
  /^(class|label|labels|species|target|category|group|type|kind|cluster|variety|类别?|标签|种类|分类|类型|品种|组别?)$/i;
const COORDINATE = { x: /^(x|x[_ ]?[01])$/i, y: /^(y|x[_ ]?[12]|y[_ ]?[01])$/i };
const COUNTER = /^(|id|no\.?|nr\.?|#|index|row|unnamed: 0|序号|编号)$/i;

/** The rows of a text that are not empty. */
export function rowsOf(text: string, delimiter: Delimiter): Row[] {
  let line = 1;
  return dsvFormat(delimiter).parseRows(text, (raw) => {
    const cells = raw.map((cell) => cell.trim());
    const row = { cells, line };
    line += 1 + raw.reduce((ends, cell) => ends + endsIn(cell), 0);
    return cells.some((cell) => cell !== '') ? row : null;
  }) as Row[];
}

/** Line ends within a quoted cell. */
const endsIn = (cell: string) => (/[\r\n]/.test(cell) ? cell.split(/\r\n|\r|\n/).length - 1 : 0);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a cell holds; NaN where it holds none. */
export function numberIn(cell: string, comma: boolean): number {
  // Typesetters' minus sign is one, too.
  const plain = cell.replace('\u2212', '-');
  if (comma && plain.includes('.')) return Number.NaN;
  const pointed = comma ? plain.replace(',', '.') : plain;
  return NUMBER.test(pointed) ? Number(pointed) : Number.NaN;
}

const isNumber = (cell: string) => !Number.isNaN(numberIn(cell, cell.includes(',')));

export function guessForm(text: string): Form {
  const begin = firstLines(text, LOOKED_AT).text;
  const looks = DELIMITERS.map((delimiter) => ({ delimiter, rows: rowsOf(begin, delimiter) }));
  const scored = looks.map((look) => ({ ...look, score: scoreOf(look.rows) }));
  const { delimiter, rows } = scored.reduce((best, look) =>
    look.score > best.score ? look : best,
  );
  return { delimiter, header: hasHeader(rows), comma: hasComma(rows) };
}

/** How well a text falls into columns: rows of the same length, and columns of numbers. */
function scoreOf(rows: readonly Row[]): number {
  const lengths = new Map<number, number>();
  for (const { cells } of rows) lengths.set(cells.length, (lengths.get(cells.length) ?? 0) + 1);
  const [length = 1, alike = 0] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (length < 2) return 0;
  const numbers = columnsOf(rows).filter((cells) => isOfNumbers(cells.slice(1))).length;
  return (alike / rows.length) * (1 + numbers) + length / 1e4;
}

/** The cells of each column that are not empty. */
function columnsOf(rows: readonly Row[]): string[][] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== ''),
  );
}

const isOfNumbers = (cells: readonly string[]) =>
  cells.length > 0 && cells.filter(isNumber).length >= MOSTLY * cells.length;

/** Words stand over a column of numbers; where there are no numbers at all, in the first row. */
function hasHeader([first, ...others]: readonly Row[]): boolean {
  if (!first || others.length === 0) return false;
  const columns = columnsOf(others);
  const numbers = columns.flatMap((cells, column) => (isOfNumbers(cells) ? [column] : []));
  return numbers.length === 0 || numbers.some((column) => !isNumber(first.cells[column] ?? ''));
}

function hasComma(rows: readonly Row[]): boolean {
  const cells = rows.flatMap((row) => row.cells.filter(isNumber));
  const [comma, point] = [',', '.'].map((sign) => cells.filter((c) => c.includes(sign)).length);
  return (comma ?? 0) > (point ?? 0);
}

/** Which columns are which, by what they are called and by what they hold. */
export function guessRoles(rows: readonly Row[], { header }: Form): Roles {
  const every = Math.max(1, Math.floor(rows.length / LOOKED_AT));
  const all = columnsOf(rows.slice(header ? 1 : 0).filter((_, i) => i % every === 0));
  const names = header ? (rows[0]?.cells ?? []) : [];
  const numbers = all.flatMap((cells, column) => (isOfNumbers(cells) ? [column] : []));
  const named = (pattern: RegExp, among: number[]) =>
    among.find((column) => names[column] !== undefined && pattern.test(names[column]));
  const places = all.map((_, column) => column);
  const label = named(LABEL, places) ?? guessLabel(all, numbers, named(COORDINATE.y, numbers));
  const free = numbers.filter((column) => column !== label);
  const counts = (column: number) =>
    header ? COUNTER.test(names[column] ?? '') : column === 0 && countsUp(all[column] ?? []);
  const good = free.filter((column) => !counts(column));
  const order = good.length > 1 ? good : free;
  // Where too few columns hold numbers, those that were probably meant are taken: what is wrong with them is told by its line.
  const share = (column: number) => (all[column] ?? []).filter(isNumber).length;
  const others = places.filter((column) => column !== label && !numbers.includes(column));
  others.sort((a, b) => share(b) - share(a));
  const yByName = named(COORDINATE.y, [...free, ...others]) ?? -1;
  const x =
    named(COORDINATE.x, [...free, ...others]) ?? [...without(order, yByName), ...others][0] ?? -1;
  const y =
    yByName >= 0 && yByName !== x
      ? yByName
      : ([...without(order, x), ...without(others, x)][0] ?? -1);
  return { x, y, label: label ?? without(without(places, x), y).at(-1) ?? -1 };
}

const without = (columns: readonly number[], column: number) =>
  columns.filter((other) => other !== column);

/** A column of few different words, else one of few different whole numbers; the last such. */
function guessLabel(all: string[][], numbers: number[], y: number | undefined): number | undefined {
  const few = all.flatMap((cells, column) => {
    const different = new Set(cells).size;
    return different > 1 && different <= FEW && column !== y ? [column] : [];
  });
  const words = few.filter((column) => !numbers.includes(column));
  const whole = few.filter((column) =>
    all[column]?.every((cell) => /^[+-]?\d+(\.0*)?$/.test(cell)),
  );
  const onlyWords = all.map((_, column) => column).filter((column) => !numbers.includes(column));
  return words.at(-1) ?? (numbers.length > 2 ? whole.at(-1) : undefined) ?? onlyWords.at(-1);
}

/** Rows that are numbered one by one, in a column before at least two others. */
const countsUp = (cells: readonly string[]) =>
  cells.length > 2 &&
  cells.every(
    (cell, i) =>
      i === 0 || Number(cell) - Number(cells[i - 1]) === Number(cells[1]) - Number(cells[0]),
  ) &&
  Number(cells[1]) - Number(cells[0]) > 0 &&
  Number.isInteger(Number(cells[0]));

/** Whether the text has rows and columns and numbers: a letter or a shopping list has not. */
export function looksLikeTable(text: string): boolean {
  const form = guessForm(text);
  const rows = rowsOf(firstLines(text, LOOKED_AT).text, form.delimiter);
  const numbers = columnsOf(rows).filter((cells) => isOfNumbers(cells.slice(1)));
  return rows.length > 1 && numbers.length > 0 && (rows[1]?.cells.length ?? 0) > 1;
}
