/** Weights, biases and their gradients as a table of numbers: a row for each hidden unit, or for each class of the linear
 * classifier. Every number is a button that picks its parameter. */

import type { ParameterAddress } from '../../frame.js';
import type { LayerState } from '../../inspect.js';
import { make, setText } from '../dom.js';
import { formatNumber } from './numbers.js';

/** A row: its name, what it says of itself, and its numbers. */
export interface Row {
  /** A hidden unit, or a class. */
  id: number;
  name: string;
  remark: string;
  /** Whether the unit is on; absent where there is nothing to switch. */
  on?: boolean;
  cells: readonly ParameterAddress[];
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
  on: HTMLInputElement;
  remark: HTMLElement;
  cells: Cell[];
  shown: Row | null;
}

export class ParameterTable {
  private readonly head = make('tr');
  private readonly body = make('tbody');
  private lines: Line[] = [];
  private shape = '';

  constructor(
    place: HTMLElement,
    private readonly actions: TableActions,
  ) {
    place.append(make('table', 'parameters', make('thead', '', this.head), this.body));
  }

  /** Shows the rows; `heads` are the names of their columns, the first for the name and the last for the remark. */
  render(
    heads: readonly string[],
    rows: readonly Row[],
    layers: readonly LayerState[],
    selected: ParameterAddress | null,
    reg: number,
  ): void {
    const shape = [rows.length, ...heads].join('|');
    if (shape !== this.shape) this.rebuild(shape, heads, rows);
    rows.forEach((row, i) => {
      this.fill(this.lines[i] as Line, row, layers, selected, reg);
    });
  }

  private rebuild(shape: string, heads: readonly string[], rows: readonly Row[]): void {
    this.shape = shape;
    this.head.replaceChildren(
      ...heads.map((text) => {
        const cell = make('th', '', text);
        cell.scope = 'col';
        return cell;
      }),
    );
    this.lines = rows.map(({ cells }) => this.makeLine(cells.length));
    this.body.replaceChildren(...this.lines.map(({ row }) => row));
  }

  private makeLine(cells: number): Line {
    const [name, on] = [make('span'), make('input')];
    on.type = 'checkbox';
    const head = make('th', '', on, name);
    head.scope = 'row';
    const remark = make('td', 'remark');
    const row = make('tr', '', head);
    const line: Line = { row, name, on, remark, cells: [], shown: null };
    on.addEventListener('change', () => this.actions.switch(line.shown?.id ?? 0, on.checked));
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
    const enter = () => this.actions.point(line.shown?.id ?? null);
    const leave = () => this.actions.point(null);
    row.addEventListener('pointerenter', enter);
    row.addEventListener('pointerleave', leave);
    row.addEventListener('focusin', enter);
    row.addEventListener('focusout', leave);
    return line;
  }

  private fill(
    line: Line,
    row: Row,
    layers: readonly LayerState[],
    selected: ParameterAddress | null,
    reg: number,
  ): void {
    line.shown = row;
    setText(line.name, row.name);
    setText(line.remark, row.remark);
    line.on.hidden = row.on === undefined;
    line.on.checked = row.on ?? false;
    line.on.setAttribute('aria-label', row.name);
    line.row.classList.toggle('off', row.on === false);
    row.cells.forEach((address, i) => {
      const { button, value, slope } = line.cells[i] as Cell;
      const number = parameterValue(layers, address);
      setText(value, formatNumber(number));
      setText(slope, formatNumber(parameterGradient(layers, address, reg)));
      button.classList.toggle('selected', sameParameter(address, selected));
    });
  }
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
