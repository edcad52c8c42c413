/** Weights, biases and their gradients as a table of numbers: a row for each hidden unit, or for each class of the linear
 * classifier. Every number is a button that picks its parameter. */

import type { ParameterAddress } from '../engine/frame.js';
import type { LayerState } from '../engine/inspector.js';
import { classMark } from '../ui/class-mark.js';
import { make, setText } from '../ui/dom.js';
import { formatNumber } from './numbers.js';
import type { TextQueue } from './text-queue.js';

/** A column: what it is called, and what its numbers belong to. */
export interface Head {
  name: string;
  /** An input, as the formulas call it. */
  input?: string;
  /** A class, shown by its shape. */
  label?: number;
}

/** What of the run the table shows. */
export interface Shown {
  layers: readonly LayerState[];
  selected: ParameterAddress | null;
  reg: number;
  /** What the table is about, and how to read it. */
  caption: string;
  /** The accessible name of a number. */
  speak(parameter: ParameterAddress, value: string, slope: string): string;
}

/** A row: its name, what it says of itself, and its numbers. */
export interface Row {
  /** A hidden unit, or a class; null where the row is neither. */
  id: number | null;
  name: string;
  /** Its class, shown by its shape. */
  label?: number;
  remark: string;
  /** The switch of a unit, by its name; absent where there is nothing to switch. */
  on?: { name: string; checked: boolean };
  /** Null where the row has nothing in the column. */
  cells: readonly (ParameterAddress | null)[];
}

export interface TableActions {
  /** A row is pointed at or has the focus; null when it is left. */
  point(id: number | null): void;
  pick(parameter: ParameterAddress): void;
  switch(id: number, on: boolean): void;
}

interface Cell {
  button: HTMLButtonElement;
  value: HTMLElement;
  slope: HTMLElement;
}

interface Line {
  row: HTMLTableRowElement;
  name: HTMLElement;
  mark: HTMLElement;
  on: HTMLInputElement;
  remark: HTMLElement;
  cells: Cell[];
  shown: Row | null;
}

/** More columns than this need smaller numbers. */
const WIDE = 9;

export class ParameterTable {
  private readonly table: HTMLTableElement;
  private readonly caption = make('caption');
  private readonly head = make('tr');
  private readonly body = make('tbody');
  private lines: Line[] = [];
  private shape = '';

  constructor(
    place: HTMLElement,
    private readonly queue: TextQueue,
    private readonly actions: TableActions,
  ) {
    this.table = make('table', 'parameters', this.caption, make('thead', '', this.head), this.body);
    place.append(this.table);
  }

  /** Shows the rows; `heads` are the names of their columns, the first for the name and the last for the remark. */
  render(heads: readonly Head[], rows: readonly Row[], shown: Shown): void {
    setText(this.caption, shown.caption);
    const shape = [rows.length, ...heads.map(({ name }) => name)].join('|');
    const anew = shape !== this.shape;
    if (anew) this.rebuild(shape, heads, rows);
    rows.forEach((row, i) => {
      this.fill(this.lines[i] as Line, row, shown);
    });
    // A table without numbers is never seen.
    if (anew) this.queue.write(Number.POSITIVE_INFINITY);
  }

  private rebuild(shape: string, heads: readonly Head[], rows: readonly Row[]): void {
    this.shape = shape;
    this.table.classList.toggle('wide', heads.length > WIDE);
    this.head.replaceChildren(...heads.map((head) => headCell(head)));
    this.lines = rows.map(({ cells }) => this.makeLine(cells.length));
    this.body.replaceChildren(...this.lines.map(({ row }) => row));
  }

  private makeLine(cells: number): Line {
    const [name, mark, on] = [make('span'), make('span'), make('input')];
    on.type = 'checkbox';
    const head = make('th', '', on, name, mark);
    head.scope = 'row';
    const remark = make('td', 'remark');
    const row = make('tr', '', head);
    const line: Line = { row, name, mark, on, remark, cells: [], shown: null };
    on.addEventListener('change', () => {
      const unit = line.shown?.id ?? null;
      if (unit !== null) this.actions.switch(unit, on.checked);
    });
    for (let i = 0; i < cells; i++) {
      const [value, slope] = [make('span', 'value'), make('span', 'slope')];
      const button = make('button', '', value, slope);
      button.type = 'button';
      button.addEventListener('click', () => {
        const parameter = line.shown?.cells[i];
        if (parameter) this.actions.pick(parameter);
      });
      row.append(make('td', '', button));
      line.cells.push({ button, value, slope });
    }
    row.append(remark);
    const enter = () => this.actions.point(line.shown?.id ?? this.focused());
    const leave = () => this.actions.point(this.focused());
    row.addEventListener('pointerenter', enter);
    row.addEventListener('pointerleave', leave);
    row.addEventListener('focusin', enter);
    row.addEventListener('focusout', leave);
    return line;
  }

  /** The unit or class whose row has the focus: what lights up while the pointer points at none. */
  private focused(): number | null {
    const line = this.lines.find(({ row }) => row.contains(document.activeElement));
    return line?.shown?.id ?? null;
  }

  private fill(line: Line, row: Row, { layers, selected, reg, speak }: Shown): void {
    const { queue } = this;
    if (row.label !== line.shown?.label || line.shown === null)
      line.mark.replaceChildren(...(row.label === undefined ? [] : [classMark(row.label)]));
    if (row.name !== line.shown?.name || row.on?.name !== line.shown?.on?.name)
      line.on.setAttribute('aria-label', row.on?.name ?? '');
    line.shown = row;
    // The name goes with the numbers: until they are written the row is still another unit's.
    queue.set(line.name, row.name);
    queue.set(line.remark, row.remark);
    line.on.hidden = row.on === undefined;
    line.on.checked = row.on?.checked ?? false;
    line.row.classList.toggle('off', row.on?.checked === false);
    row.cells.forEach((address, i) => {
      const { button, value, slope } = line.cells[i] as Cell;
      button.hidden = address === null;
      if (address === null) return;
      const number = formatNumber(parameterValue(layers, address));
      const gradient = formatNumber(parameterGradient(layers, address, reg));
      queue.set(value, number);
      queue.set(slope, gradient);
      queue.set(button, speak(address, number, gradient));
      button.classList.toggle('selected', sameParameter(address, selected));
    });
  }
}

/** The name, and under it the input or the class that the column's numbers belong to. */
function headCell({ name, input, label }: Head): HTMLElement {
  if (name === '') return make('td');
  const belongs = label === undefined ? (input ?? '') : classMark(label);
  const cell = make('th', '', make('span', '', name), make('small', '', belongs));
  cell.scope = 'col';
  return cell;
}

export function sameParameter(a: ParameterAddress, b: ParameterAddress | null): boolean {
  return b !== null && a.layer === b.layer && a.kind === b.kind && a.index === b.index;
}

export function parameterValue(
  layers: readonly LayerState[],
  { layer, kind, index }: ParameterAddress,
): number {
  const state = layers[layer];
  return (kind === 'weight' ? state?.weights[index] : state?.biases[index]) ?? 0;
}

/** The gradient of the whole loss: a weight's penalty adds reg·w. */
export function parameterGradient(
  layers: readonly LayerState[],
  address: ParameterAddress,
  reg: number,
): number {
  const state = layers[address.layer];
  if (address.kind === 'bias') return state?.biasSlopes[address.index] ?? 0;
  return (state?.weightSlopes[address.index] ?? 0) + reg * parameterValue(layers, address);
}
