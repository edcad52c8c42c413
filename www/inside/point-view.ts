/** One point worked out: each formula of the tutorial beside its numbers and beside the line of the script. */

import type { Classifier } from '../engine/frame.js';
import type { Inspector } from '../engine/inspector.js';
import { type Activation, parseNumber } from '../engine/settings.js';
import { type FormulaId, formula } from '../formulas/index.js';
import type { InsideTexts } from '../i18n/inside.js';
import type { Notice, Phase } from '../state/store.js';
import { classMark } from '../ui/class-mark.js';
import { find, make, setText } from '../ui/dom.js';
import { classIn } from './names.js';
import { formatNumber } from './numbers.js';
import { phaseOf } from './phase-formulas.js';
import type { TextQueue } from './text-queue.js';
import { TypedBox } from './typed-box.js';
import { codeOf, type Working } from './worked.js';
import { allWorkings } from './workings.js';

export interface PointViewState {
  /** The hidden units that are off in what the board shows. */
  off: readonly number[];
  classifier: Classifier;
  point: number;
  points: number;
  /** It is held out: training does without it. */
  heldOut: boolean;
  /** Its class, if its label is wrong; else null. */
  truly: number | null;
  /** The hidden unit to follow; null follows the strongest at this point. */
  unit: number | null;
  rate: number;
  reg: number;
  activation: Activation;
  /** The phase of slow motion to light up. */
  phase: Phase | null;
  /** The formula whose row is led to. */
  working: FormulaId | null;
}

export interface PointActions {
  selectPoint(text: string): void;
  selectUnit(unit: number | null): void;
  /** Something was asked for that cannot be. */
  refuse(notice: Notice): void;
  /** Something was asked for and done. */
  done(): void;
}

/** A line of numbers, behind the shape of the class that it speaks of. */
interface Line {
  mark: HTMLElement;
  label: number | null;
  numbers: HTMLElement;
}

interface Row {
  item: HTMLElement;
  lines: Line[];
}

export class PointView {
  private readonly place: HTMLElement;
  private readonly box: TypedBox;
  private readonly unitBox: TypedBox;
  private readonly follow: HTMLElement;
  private point = 0;
  private points = 1;
  private readonly facts: HTMLElement;
  private readonly list: HTMLElement;
  private readonly without: HTMLElement;
  private rows: Row[] = [];
  private shape = '';
  private lit: Phase | null = null;
  private led: FormulaId | null = null;

  constructor(
    place: HTMLElement,
    private readonly inspector: Inspector,
    private readonly queue: TextQueue,
    private readonly actions: PointActions,
  ) {
    this.place = place;
    this.box = new TypedBox(place, 'input', actions.selectPoint);
    this.unitBox = new TypedBox(place, '.unit-box', (text) => this.followUnit(text));
    this.follow = find('.follow', HTMLElement, place);
    this.facts = find('.facts', HTMLElement, place);
    this.without = find('.shown-without', HTMLElement, place);
    this.list = find('.workings', HTMLElement, place);
    // After the last comes the first.
    const go = (by: number) =>
      actions.selectPoint(String((this.point + by + this.points) % this.points));
    find('.back', HTMLButtonElement, place).addEventListener('click', () => go(-1));
    find('.next', HTMLButtonElement, place).addEventListener('click', () => go(1));
  }

  render(state: PointViewState, texts: InsideTexts): void {
    const { classifier, point, points, rate, reg, activation } = state;
    const { inspector } = this;
    const { off } = state;
    const dataLoss = inspector.shownDataLoss(classifier);
    const worked = inspector.workOut(classifier, point);
    const shown = inspector.shown(classifier);
    const layers = inspector.state(classifier).map((layer, i) => ({ ...layer, ...shown[i] }));
    const notes = [
      ...(state.heldOut ? [texts.pointHeldOut(worked.points)] : []),
      ...(off.length > 0 ? [texts.pointWithout(off)] : []),
    ];
    this.without.hidden = notes.length === 0;
    setText(this.without, notes.join(texts.betweenNotes));
    this.point = point;
    this.points = points;
    this.box.show(String(point));
    this.showFacts(
      texts.pointFacts(
        points,
        texts.className(worked.label),
        state.truly === null ? null : texts.className(state.truly),
        formatNumber(worked.x),
        formatNumber(worked.y),
      ),
      worked.label,
    );
    const unit = state.unit ?? strongest(worked.hidden);
    this.follow.hidden = worked.hidden.length === 0;
    this.unitBox.show(String(unit));
    const some = worked.points < points;
    const whole = { worked, layers, activation, unit, rate, reg, dataLoss, off, some };
    const workings = allWorkings(whole, texts);
    const rows = workings.map(({ formula, lines }) => `${formula}${lines.length}`);
    const shape = [texts.languageName, classifier, ...rows].join();
    const anew = shape !== this.shape;
    if (anew) this.rebuild(shape, workings, texts);
    this.lightUp(workings, state.phase);
    workings.forEach(({ lines }, i) => {
      lines.forEach((line, j) => {
        this.write(this.rows[i]?.lines[j] as Line, line);
      });
    });
    // Formulas without numbers are never seen.
    if (anew) this.queue.write(Number.POSITIVE_INFINITY);
    this.lead(workings, state.working, anew);
  }

  private write(line: Line, text: string): void {
    const label = classIn(text);
    if (label !== line.label)
      line.mark.replaceChildren(...(label === null ? [] : [classMark(label)]));
    line.label = label;
    this.queue.set(line.numbers, text);
  }

  private showFacts(text: string, label: number): void {
    if (this.facts.textContent !== text) this.facts.replaceChildren(classMark(label), text);
  }

  /** Brings the row that a chapter speaks of to the top, once, and again where all rows are new. Only the list moves: on a
   * phone, where it does not scroll by itself, the page stays where it is. */
  private lead(workings: readonly Working[], to: FormulaId | null, anew: boolean): void {
    if (to === this.led && !anew) return;
    this.led = to;
    workings.forEach(({ formula }, i) => {
      this.rows[i]?.item.classList.toggle('led', formula === to);
    });
    const item = this.rows[workings.findIndex(({ formula }) => formula === to)]?.item;
    if (!item) return;
    const top = item.getBoundingClientRect().top - this.place.getBoundingClientRect().top;
    this.place.scrollTop += top;
  }

  /** Nothing typed leaves the choice to the page. */
  private followUnit(text: string): void {
    const unit = text.trim() === '' ? null : parseNumber(text, true);
    const last = this.inspector.units().active.length - 1;
    if (unit === null || (Number.isInteger(unit) && unit >= 0 && unit <= last)) {
      this.actions.selectUnit(unit);
      this.actions.done();
    } else {
      this.actions.refuse({ kind: 'noSuchUnit', given: text, last });
    }
  }

  /** Lights up the rows of a phase, and brings the first of them into sight when the phase is new. */
  private lightUp(workings: readonly Working[], phase: Phase | null): void {
    const fresh = phase !== this.lit;
    this.lit = phase;
    workings.forEach(({ formula: id }, i) => {
      const lit = phase !== null && phaseOf(id) === phase;
      const item = this.rows[i]?.item;
      item?.classList.toggle('lit', lit);
      const first = lit && fresh && workings.findIndex((w) => phaseOf(w.formula) === phase) === i;
      if (first) item?.scrollIntoView({ block: 'start' });
    });
  }

  private rebuild(shape: string, workings: readonly Working[], texts: InsideTexts): void {
    this.shape = shape;
    this.rows = [];
    this.list.replaceChildren(
      ...workings.map((working) => {
        const { formula: id, lines } = working;
        const made = lines.map((): Line => {
          return { mark: make('span'), label: null, numbers: make('span') };
        });
        const numbers = made.map((line) => make('p', 'numbers', line.mark, line.numbers));
        const item = make(
          'li',
          `working of-${id}`,
          formulaBlock(working, texts),
          make('div', '', ...numbers),
        );
        this.rows.push({ item, lines: made });
        return item;
      }),
    );
  }
}

/** A formula with the lines of the script that compute it, or the word that there are none. */
function formulaBlock(working: Working, texts: InsideTexts): HTMLElement {
  const block = make('div', 'formula-block');
  block.innerHTML = formula(working.formula).mathml;
  const code = codeOf(working);
  block.append(
    code.length > 0 ? make('code', '', code.join('\n')) : make('p', 'no-line', texts.noLine),
  );
  return block;
}

/** The hidden unit that passes on most at a point. */
export function strongest(hidden: Float64Array): number {
  const size = (unit: number) => Math.abs(hidden[unit] ?? 0);
  return hidden.reduce((best, _, unit) => (size(unit) > size(best) ? unit : best), 0);
}
