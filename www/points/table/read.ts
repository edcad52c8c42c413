/** The points of a table, by what was chosen of it, and what has to be said of them. */

import type { Fault, Note, Slip } from '../../i18n/points-table-told.js';
import { type Form, numberIn, ROLES, type Roles, type Row, SAVED } from './guess.js';
import { areCalm, FARTHEST, GRID, onGrid, scaled } from './scale.js';

/** Points and classes of a run at most. */
export const MOST_POINTS = 6000;
export const MOST_CLASSES = 6;
/** Rows that are told one by one, and letters that are quoted of a cell. */
const TOLD = 3;
const QUOTED = 30;

export interface Reading {
  /** x and y in 1024ths and the class, of each point; null where there is a fault. */
  points: Int32Array | null;
  /** What the classes are called; null where they are numbers from 0 on. */
  names: readonly string[] | null;
  /** The points of each class. */
  counts: readonly number[];
  notes: readonly Note[];
  fault: Fault | null;
}

/** A row that is a point. */
interface Taken {
  line: number;
  place: readonly [number, number];
  cells: readonly string[];
  label: string;
}

export interface Choice extends Form {
  roles: Roles;
  /** Each coordinate gets mean 0 and standard deviation 1. */
  scale: boolean;
}

/** The beginning of a long text, on one line. */
export function quote(text: string, most = QUOTED): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}

/** What columns are called: by the header, else by their number. */
export const columnName = (rows: readonly Row[], header: boolean, column: number): string =>
  quote((header && rows[0]?.cells[column]) || String(column + 1));

/** Whether it is better to scale: what this page has saved, and what lies well about 0, is left as it is. */
export function shouldScale(rows: readonly Row[], choice: Choice): boolean {
  const saved = SAVED.slice(0, 3).every((name, i) => rows[0]?.cells[i] === name);
  const { points, fault } = readPoints(rows, { ...choice, scale: false });
  if (!points) return fault?.kind === 'beyond';
  const axis = (which: number) => [...points.filter((_, i) => i % 3 === which)];
  return !saved && ![0, 1].every((which) => areCalm(axis(which).map((steps) => steps / GRID)));
}

export function readPoints(rows: readonly Row[], choice: Choice): Reading {
  const { roles, header } = choice;
  const notes: Note[] = [];
  const failed = (fault: Fault): Reading => ({
    points: null,
    names: null,
    counts: [],
    notes,
    fault,
  });
  const missing = ROLES.find((role) => roles[role] < 0);
  const body = header ? rows.slice(1) : rows;
  if (body.length === 0) return failed({ kind: 'noRows' });
  if (missing) return failed({ kind: 'noColumn', role: missing });

  const { taken, slips } = takeRows(rows, body, choice);
  const words = mostlyWords(slips, body.length);
  if (words) return failed(words);
  if (slips.length > 0)
    notes.push({ kind: 'left', rows: slips.length, first: slips.slice(0, TOLD) });
  const [first] = slips;
  if (taken.length === 0 && first) return failed({ kind: 'noneLeft', first });

  const saved = header && SAVED.every((name, i) => rows[0]?.cells[i] === name);
  const { names, classOf, of } = classesOf(taken, saved ? 3 : null);
  const different = names.size;
  const only = [...names.values()];
  const column = columnName(rows, header, roles.label);
  if (of > MOST_CLASSES && taken.every(({ label }) => isNumeral(label)))
    notes.push({ kind: 'numbers', column, different: of });
  if (different < 2) return failed({ kind: 'oneClass', name: quote(only[0] ?? '') });
  const known = taken.filter(({ label }) => classOf.has(label));
  if (of > MOST_CLASSES)
    notes.push({
      kind: 'labels',
      of: of,
      taken: only.map((name) => quote(name)),
      rows: taken.length - known.length,
    });
  const spread = thinned(known);
  if (spread.length < known.length)
    notes.push({ kind: 'thinned', of: known.length, taken: spread.length });
  return place(spread, choice.scale, { classOf, names }, notes, failed);
}

/** Rows with two numbers and a label; and what is wrong with the others. */
function takeRows(rows: readonly Row[], body: readonly Row[], { roles, header, comma }: Choice) {
  const taken: Taken[] = [];
  const slips: Slip[] = [];
  for (const { cells, line } of body) {
    const wrong = ROLES.map((role) => {
      const cell = cells[roles[role]];
      const why = whyNot(cell, role, comma);
      const column = columnName(rows, header, roles[role]);
      return why && { line, why, column, text: quote(cell ?? '') };
    }).find((slip) => slip !== null);
    if (wrong) slips.push(wrong);
    else {
      const [x, y] = [roles.x, roles.y].map((at) => numberIn(cells[at] ?? '', comma));
      const label = labelIn(cells[roles.label] ?? '', comma);
      taken.push({ line, place: [x as number, y as number], cells, label });
    }
  }
  return { taken, slips };
}

function whyNot(cell: string | undefined, role: keyof Roles, comma: boolean): Slip['why'] | null {
  if (cell === undefined) return 'short';
  if (cell === '') return 'empty';
  if (role === 'label') return null;
  const number = numberIn(cell, comma);
  if (Number.isNaN(number)) return 'word';
  return Number.isFinite(number) ? null : 'huge';
}

const isNumeral = (label: string) => !Number.isNaN(numberIn(label, false));

/** The same number is the same label, however it is written. */
function labelIn(cell: string, comma: boolean): string {
  const number = numberIn(cell, comma);
  return Number.isFinite(number) ? String(number) : cell.replace(/\s+/g, ' ');
}

/** A column of which more cells are words than numbers was chosen by mistake. */
function mostlyWords(slips: readonly Slip[], rows: number): Fault | null {
  const words = slips.filter(({ why }) => why === 'word');
  const [first] = words;
  if (!first || words.length <= rows / 2) return null;
  const { column, line, text } = first;
  return { kind: 'words', column, line, text };
}

/** The class of each label, and what each class is called. Whole numbers from 0 on without a gap are classes already, and so is
 * what a column says that this page has saved; other numbers are put in order, and words stand in the order in which they come.
 * Of too many labels the most frequent are taken. */
function classesOf(taken: readonly Taken[], numberColumn: number | null) {
  const rows = new Map<string, number>();
  for (const { label } of taken) rows.set(label, (rows.get(label) ?? 0) + 1);
  const of = rows.size;
  const frequent = [...rows].sort((a, b) => b[1] - a[1]).slice(0, MOST_CLASSES);
  const kept = new Set(frequent.map(([label]) => label));
  const labels = [...rows.keys()].filter((label) => kept.has(label));
  if (labels.every(isNumeral)) labels.sort((a, b) => Number(a) - Number(b));
  const numbers = numberColumn === null ? null : savedNumbers(taken, labels, numberColumn);
  const classOf = new Map(labels.map((label, i) => [label, numbers?.get(label) ?? i]));
  const names = new Map(labels.map((label) => [classOf.get(label) as number, label]));
  return { classOf, names, of };
}

/** The number of each label, if each has one of its own. */
function savedNumbers(
  taken: readonly Taken[],
  labels: readonly string[],
  column: number,
): Map<string, number> | null {
  const all = new Map<string, string>();
  for (const { label, cells } of taken) {
    const number = cells[column] ?? '';
    if (!/^[0-5]$/.test(number) || (all.get(label) ?? number) !== number) return null;
    all.set(label, number);
  }
  if (new Set(all.values()).size < all.size) return null;
  return new Map(labels.map((label) => [label, Number(all.get(label))]));
}

/** As many as a run may have, spread evenly: a table is often sorted by class. */
function thinned(taken: readonly Taken[]): readonly Taken[] {
  if (taken.length <= MOST_POINTS) return taken;
  const every = taken.length / MOST_POINTS;
  return Array.from({ length: MOST_POINTS }, (_, i) => taken[Math.floor(i * every)] as Taken);
}

function place(
  taken: readonly Taken[],
  scale: boolean,
  { classOf, names }: { classOf: Map<string, number>; names: Map<number, string> },
  notes: Note[],
  failed: (fault: Fault) => Reading,
): Reading {
  const places = [0, 1].map((axis) => {
    const numbers = taken.map((row) => row.place[axis] as number);
    return scale ? scaled(numbers) : numbers;
  });
  const [xs = [], ys = []] = places;
  const points = new Int32Array(3 * taken.length);
  const classes = Math.max(...names.keys()) + 1;
  const counts = new Array<number>(classes).fill(0);
  let rounded = false;
  for (const [i, { line, label }] of taken.entries()) {
    const at = [xs[i] as number, ys[i] as number];
    const far = at.find((coordinate) => Math.abs(onGrid(coordinate)) > FARTHEST * GRID);
    if (far !== undefined) return failed({ kind: 'beyond', line, text: String(far) });
    const grid = at.map(onGrid);
    rounded ||= grid.some((steps, axis) => steps / GRID !== at[axis]);
    const k = classOf.get(label) as number;
    points.set([...grid, k], 3 * i);
    counts[k] = (counts[k] ?? 0) + 1;
  }
  if (rounded && !scale) notes.push({ kind: 'rounded' });
  const all = counts.map((_, k) => names.get(k) ?? '');
  const areNumbers = all.every((name, k) => name === '' || name === String(k));
  return { points, names: areNumbers ? null : all, counts, notes, fault: null };
}
