/** The look inside a classifier: its diagram, and every weight and bias with its gradient, page by page. */

import type { Classifier, ParameterAddress } from '../engine/frame.js';
import type { Inspector, LayerState, Units } from '../engine/inspector.js';
import { parseNumber } from '../engine/settings.js';
import type { InsideTexts } from '../i18n/inside.js';
import type { Command, Notice } from '../state/store.js';
import { find, setText } from '../ui/dom.js';
import { endsInWords, nameOf, type Shape } from './names.js';
import { type Head, ParameterTable, type Row, type Shown } from './parameter-table.js';
import type { TextQueue } from './text-queue.js';

export interface NetworkViewState {
  classifier: Classifier;
  selectedParameter: ParameterAddress | null;
  reg: number;
  /** The hidden units that are off. */
  off: readonly number[];
  /** What a table calls the classes. */
  classNames: readonly string[] | null;
}

export interface NetworkActions {
  /** Something was asked for that cannot be. */
  refuse(notice: Notice): void;
  /** Does something to the run. */
  emit(command: Command): void;
  /** Something was asked for and done. */
  done(): void;
  selectUnit(unit: number | null): void;
  selectParameter(parameter: ParameterAddress): void;
}

/** Rows that fit beside the boards. */
const PAGE = 6;

export class NetworkView {
  private readonly table: ParameterTable;
  private readonly pages: HTMLElement;
  private readonly count: HTMLElement;
  private readonly off: HTMLElement;
  private page = 0;
  private byNumber = false;
  /** The units as they were in order when the run last stood: while it moves, each keeps its row. */
  private strongest: number[] = [];
  /** The unit that was searched for, on whose page the table stands. */
  private wanted: number | null = null;

  constructor(
    place: HTMLElement,
    private readonly inspector: Inspector,
    queue: TextQueue,
    private readonly actions: NetworkActions,
  ) {
    this.table = new ParameterTable(find('.rows', HTMLElement, place), queue, {
      point: (unit) => actions.selectUnit(unit),
      pick: (parameter) => actions.selectParameter(parameter),
      switch: (unit, on) => actions.emit({ kind: 'switchUnit', unit, on }),
    });
    this.pages = find('.pages', HTMLElement, place);
    this.count = find('.count', HTMLElement, place);
    this.off = find('.off-units', HTMLElement, place);
    this.connect(place);
  }

  private connect(place: HTMLElement): void {
    const press = (selector: string, action: () => void) =>
      find(selector, HTMLButtonElement, place).addEventListener('click', action);
    press('.apply-units', () => this.actions.emit({ kind: 'applyUnits' }));
    press('.all-on', () => this.actions.emit({ kind: 'allUnitsOn' }));
    const turn = (by: number) => {
      this.page += by;
      this.wanted = null;
      this.actions.done();
    };
    press('.back', () => turn(-1));
    press('.next', () => turn(1));
    const order = find('select', HTMLSelectElement, place);
    order.addEventListener('change', () => {
      this.byNumber = order.value === 'number';
      turn(-this.page);
    });
    const search = find('input[type=search]', HTMLInputElement, place);
    search.addEventListener('input', () => this.search(search.value));
    // Only what is left standing is answered: on the way to unit 12 stands unit 1.
    search.addEventListener('change', () => {
      const last = this.inspector.units().active.length - 1;
      if (search.value.trim() !== '' && this.wanted === null)
        this.actions.refuse({ kind: 'noSuchUnit', given: search.value, last });
    });
  }

  private search(text: string): void {
    const unit = parseNumber(text, true);
    const exists =
      Number.isInteger(unit) && unit >= 0 && unit < this.inspector.units().active.length;
    this.wanted = exists ? unit : null;
    this.actions.selectUnit(this.wanted);
    this.actions.done();
  }

  render(state: NetworkViewState, texts: InsideTexts, moving: boolean): void {
    const layers = this.inspector.state(state.classifier);
    const hidden = layers.length > 1;
    const units = hidden ? this.inspector.units() : null;
    const shown = units ? this.unitsInSight(units, moving) : [];
    this.pages.hidden = !hidden;
    this.renderOff(state.off, texts);
    if (units) this.renderUnits(units, shown, layers, state, texts);
    else this.renderClasses(layers, state, texts);
  }

  private renderOff(off: readonly number[], texts: InsideTexts): void {
    this.off.hidden = off.length === 0;
    setText(find('span', HTMLElement, this.off), texts.unitsOff(off));
  }

  private renderUnits(
    units: Units,
    shown: readonly number[],
    layers: readonly LayerState[],
    state: NetworkViewState,
    texts: InsideTexts,
  ): void {
    const count = units.active.length;
    const first = this.page * PAGE + 1;
    const range = texts.unitsShown(first, Math.min(first + PAGE - 1, count), count, units.dead);
    setText(this.count, range);
    const classes = layers[1]?.outputs ?? 0;
    const heads: Head[] = [
      { name: `${texts.unit} j` },
      { name: 'W1[0, j]', input: 'x' },
      { name: 'W1[1, j]', input: 'y' },
      { name: 'b1[j]' },
      ...Array.from({ length: classes }, (_, k) => ({ name: `W2[j, ${k}]`, label: k })),
      { name: texts.activeOn },
    ];
    const { off } = state;
    const rows = shown.map((unit): Row => {
      const isOff = off.includes(unit);
      const out = Array.from({ length: classes }, (_, k) => weight(1, unit * classes + k));
      const cells = [weight(0, unit), weight(0, count + unit), bias(0, unit), ...out];
      return {
        id: unit,
        name: String(unit),
        remark: isOff ? texts.unitIsOff : String(units.active[unit] ?? 0),
        on: { name: texts.switchUnit(unit), checked: !isOff },
        cells,
      };
    });
    const biases = Array.from({ length: classes }, (_, k) => bias(1, k));
    const last = { id: null, name: 'b2', remark: '', cells: [null, null, null, ...biases] };
    this.table.render(heads, [...rows, last], shownOf(layers, state, texts));
  }

  private renderClasses(
    layers: readonly LayerState[],
    state: NetworkViewState,
    texts: InsideTexts,
  ): void {
    const classes = layers[0]?.outputs ?? 0;
    const rows = Array.from({ length: classes }, (_, k): Row => {
      return {
        id: k,
        name: state.classNames?.[k] || String(k),
        label: k,
        remark: '',
        cells: [weight(0, k), weight(0, classes + k), bias(0, k)],
      };
    });
    const heads: Head[] = [
      { name: `${texts.classNumber} k` },
      { name: 'W[0, k]', input: 'x' },
      { name: 'W[1, k]', input: 'y' },
      { name: 'b[k]' },
      { name: '' },
    ];
    this.table.render(heads, rows, shownOf(layers, state, texts));
  }

  /** The units on the page that is shown: the strongest first, or by number, or where the one searched for is. */
  unitsInSight({ order, active }: Units, moving: boolean): number[] {
    const count = active.length;
    if (!moving || this.strongest.length !== count) this.strongest = Array.from(order);
    const all = this.byNumber ? Array.from({ length: count }, (_, unit) => unit) : this.strongest;
    const wanted = this.wanted === null ? -1 : all.indexOf(this.wanted);
    if (wanted >= 0) this.page = Math.floor(wanted / PAGE);
    this.page = Math.max(0, Math.min(this.page, Math.ceil(count / PAGE) - 1));
    return all.slice(this.page * PAGE, (this.page + 1) * PAGE);
  }
}

/** What the table shows beside its rows. */
function shownOf(
  layers: readonly LayerState[],
  { selectedParameter: selected, reg }: NetworkViewState,
  texts: InsideTexts,
): Shown {
  const about = layers.length > 1 ? texts.tableOfNetwork : texts.tableOfLinear;
  const outputs = layers.map((layer) => layer.outputs);
  const shape: Shape = { hidden: outputs.at(-2) ?? 0, classes: outputs.at(-1) ?? 0 };
  return {
    layers,
    selected,
    reg,
    caption: `${about}${texts.between}${texts.tableHint}`,
    speak: (parameter, value, slope) => {
      const [from, to] = endsInWords(shape, parameter, texts);
      return texts.parameterName(nameOf(shape, parameter), from, to, value, slope);
    },
  };
}

function weight(layer: number, index: number): ParameterAddress {
  return { layer, kind: 'weight', index };
}

function bias(layer: number, index: number): ParameterAddress {
  return { layer, kind: 'bias', index };
}
