/** One weight or bias under the magnifying glass: changed by hand, and its gradient checked by trying. */

import type { Classifier, ParameterAddress } from '../engine/frame.js';
import type { CheckProgress, Inspector, NoSlope, SlopeCheck } from '../engine/inspector.js';
import { parseNumber } from '../engine/settings.js';
import { CHECKS } from '../i18n/check.js';
import type { Language } from '../i18n/index.js';
import type { InsideTexts } from '../i18n/inside.js';
import type { Command, Notice } from '../state/store.js';
import { classMark } from '../ui/class-mark.js';
import { find, setText } from '../ui/dom.js';
import { classOf, endsInWords, nameOf } from './names.js';
import { power, precise, twelveDigits } from './numbers.js';
import { TypedBox } from './typed-box.js';

export interface CheckViewState {
  lang: Language;
  classifier: Classifier;
  parameter: ParameterAddress;
  /** The parameter's value. */
  value: number;
  /** Of the loss, by the chain rule. */
  gradient: number;
  /** Hidden units; 0 for the linear classifier. */
  hidden: number;
  classes: number;
  /** The hidden units that are off in what the board shows. */
  off: readonly number[];
  /** How many changes can be taken back, and how many made again. */
  undoable: number;
  redoable: number;
}

export interface CheckActions {
  selectParameter(parameter: ParameterAddress): void;
  /** Something was asked for that cannot be. */
  refuse(notice: Notice): void;
  /** Does something to the run. */
  emit(command: Command): void;
  /** Doing what was asked for threw this. */
  fail(error: unknown): void;
  /** Something was asked for and done. */
  done(): void;
}

/** Parameters that are checked in one frame when all are. */
const PER_FRAME = 24;

export class CheckView {
  private readonly value: TypedBox;
  private readonly epsilonBox: TypedBox;
  private epsilon = 1e-5;
  private state: CheckViewState | null = null;
  private checking = false;
  /** Something new has been found that may lie below what is in sight. */
  private isNew = false;
  private progress: CheckProgress | NoSlope | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly inspector: Inspector,
    private readonly actions: CheckActions,
  ) {
    this.value = new TypedBox(place, '.value-box', (text) => this.set(parseNumber(text), text));
    this.epsilonBox = new TypedBox(place, '.epsilon', (text) => this.setEpsilon(text));
    const press = (selector: string, action: () => void) =>
      find(selector, HTMLButtonElement, place).addEventListener('click', action);
    press('.less', () => this.nudge(-1));
    press('.more', () => this.nudge(1));
    press('.undo', () => actions.emit({ kind: 'undo' }));
    press('.redo', () => actions.emit({ kind: 'redo' }));
    press('.all', () => this.begin());
    press('.show-worst', () => {
      const { worst } = this;
      if (worst) actions.selectParameter(worst.parameter);
    });
  }

  render(state: CheckViewState, texts: InsideTexts): void {
    if (state.classifier !== this.state?.classifier) this.forget();
    this.state = state;
    const { classifier, parameter, value } = state;
    const check = this.inspector.checkSlope(classifier, parameter, this.epsilon);
    this.show('.title', nameOf(state, parameter));
    this.showEnds(state, texts);
    const { off } = state;
    find('.shown-without', HTMLElement, this.place).hidden = off.length === 0;
    this.show('.shown-without', texts.checkWithAll(off));
    this.value.show(String(value));
    this.epsilonBox.show(String(this.epsilon));
    find('.undo', HTMLButtonElement, this.place).disabled = state.undoable === 0;
    find('.redo', HTMLButtonElement, this.place).disabled = state.redoable === 0;
    this.showCheck(check, state, texts);
    this.showAll(state, texts);
  }

  /** What the parameter leads from and to. */
  private showEnds(state: CheckViewState, texts: InsideTexts): void {
    const { parameter } = state;
    const words = endsInWords(state, parameter, texts).filter(Boolean).join(' → ');
    const place = find('.ends', HTMLElement, this.place);
    if (place.textContent === words) return;
    const label = classOf(state, parameter);
    place.replaceChildren(words, ...(label === null ? [] : [classMark(label)]));
  }

  private showCheck(
    check: SlopeCheck | NoSlope,
    { gradient, lang }: CheckViewState,
    texts: InsideTexts,
  ): void {
    if ('code' in check) {
      for (const place of ['.above', '.below', '.numeric', '.error']) this.show(place, '–');
      // It needs no second loss.
      this.show('.analytic', precise(gradient));
      this.show('.verdict', texts.engineRefuses(check));
      return;
    }
    const { above, below, analytic, numeric, error, kinks, gap, bound } = check;
    this.show('.above', twelveDigits(above));
    this.show('.below', twelveDigits(below));
    this.show('.analytic', precise(analytic));
    this.show('.numeric', precise(numeric));
    this.show('.error', power(error, 2));
    const agree = gap <= bound;
    const said = CHECKS[lang];
    this.show(
      '.verdict',
      kinks > 0 ? said.kinks(kinks) : said.noKink(power(gap, 1), power(bound, 1), agree),
    );
  }

  private showAll(state: CheckViewState, texts: InsideTexts): void {
    const { progress, worst } = this;
    find('.show-worst', HTMLButtonElement, this.place).hidden = !worst || this.checking;
    const bar = find('progress', HTMLProgressElement, this.place);
    bar.hidden = !this.checking;
    if (!progress) {
      this.show('.all-result', '');
    } else if ('code' in progress) {
      this.show('.all-result', texts.checkStopped(texts.engineRefuses(progress)));
    } else {
      bar.max = progress.total;
      bar.value = progress.done;
      const name = worst && nameOf(state, worst.parameter);
      const [gap, bound] = worst ? [power(worst.gap, 1), power(worst.bound, 1)] : ['', ''];
      this.show('.all-result', CHECKS[state.lang].checked(progress, name ?? '', gap, bound));
    }
    if (progress && this.isNew) this.bringIntoSight();
  }

  /** Once when a check begins and once when it ends, so that in between whoever reads something else is left alone. */
  private bringIntoSight(): void {
    this.isNew = false;
    find('.of-all', HTMLElement, this.place).scrollIntoView({ block: 'nearest' });
  }

  /** The one that is farthest from its bound, or nearest to it. */
  private get worst(): SlopeCheck | null {
    return this.progress && 'worst' in this.progress ? this.progress.worst : null;
  }

  /** Checks some more of all parameters; whether there is more to do. */
  goOn(): boolean {
    if (!this.checking) return false;
    const progress = this.trying(() => this.inspector.goOnChecking(PER_FRAME));
    this.progress = progress;
    this.checking = progress !== null && 'done' in progress && progress.done < progress.total;
    this.isNew ||= !this.checking;
    return this.checking;
  }

  /** What was checked belongs to a run that is gone. */
  forget(): void {
    this.checking = false;
    this.progress = null;
  }

  private begin(): void {
    this.attempt(({ classifier }) => {
      this.inspector.beginChecks(classifier, this.epsilon);
      this.checking = true;
      this.isNew = true;
      this.progress = null;
    });
  }

  private setEpsilon(text: string): void {
    const epsilon = parseNumber(text);
    if (epsilon > 0 && epsilon <= 1) {
      this.epsilon = epsilon;
      this.actions.done();
    } else {
      this.actions.refuse({ kind: 'badEpsilon', given: text });
    }
  }

  private set(value: number, given: string): void {
    const { state } = this;
    if (!state) return;
    const { classifier, parameter } = state;
    if (Number.isFinite(value))
      this.actions.emit({ kind: 'setParameter', classifier, parameter, value });
    else this.actions.refuse({ kind: 'badValue', name: nameOf(state, parameter), given });
  }

  /** A tenth up or down, and never so little that nothing is seen. */
  private nudge(direction: 1 | -1): void {
    if (!this.state) return;
    const { classifier, parameter, value } = this.state;
    const nudged = value + direction * Math.max(0.05, Math.abs(value) / 10);
    this.actions.emit({ kind: 'setParameter', classifier, parameter, value: nudged });
  }

  /** Does something with what is looked at, and says so if it cannot be done. */
  private attempt(action: (state: CheckViewState) => unknown): void {
    const { state } = this;
    if (state && this.trying(() => [action(state)])) this.actions.done();
  }

  private trying<T>(action: () => T): T | null {
    try {
      return action();
    } catch (error) {
      this.actions.fail(error);
      return null;
    }
  }

  private show(selector: string, text: string): void {
    setText(find(selector, HTMLElement, this.place), text);
  }
}
