/** Run until: a loss, an accuracy, a step, or so many steps more. */

import { CLASSIFIERS, type Frame, type Goal } from '../engine/frame.js';
import { parseNumber } from '../engine/settings.js';
import type { ToolsTexts } from '../i18n/chart-tools-en.js';
import type { Dictionary } from '../i18n/index.js';
import type { Intent, Notice } from '../state/store.js';
import { make } from '../ui/dom.js';

export interface UntilActions {
  /** Goes to a step, or stands before it where the goal is met. */
  pursue(goal: Goal | null, target: number): void;
  refuse(notice: Notice): void;
}

/** What may be waited for: what of which board, or a step. */
const KINDS = [
  ...CLASSIFIERS.flatMap((each) => [`${each} loss`, `${each} accuracy`] as const),
  'step',
  'more',
] as const;
type Kind = (typeof KINDS)[number];

/** The first value of each kind. */
const VALUES: Record<Kind, string> = {
  'linear loss': '0.8',
  'linear accuracy': '49',
  'network loss': '0.3',
  'network accuracy': '95',
  step: '1000',
  more: '500',
};
/** Nobody waits for a loss below this. */
const GREATEST_LOSS = 1e6;
/** So many steps at most, as long as nobody says otherwise. */
const MOST = '20000';

export class Until {
  private readonly word = make('span');
  private readonly kind = make('select');
  private readonly value = make('input', 'number');
  private readonly unit = make('span');
  private readonly mostWord = make('span');
  private readonly most = make('input', 'number');
  private readonly run = make('button');
  private readonly cap = make('label', '', this.mostWord, ' ', this.most);
  readonly place = make(
    'span',
    'until',
    make('label', '', this.word, ' ', this.kind),
    this.value,
    this.unit,
    this.cap,
    this.run,
  );
  private step = 0;
  /** What it is on the way to. */
  private way: { from: number; target: number; goal: boolean } | null = null;
  private texts: ToolsTexts | null = null;

  constructor(
    private readonly maxSteps: number,
    private readonly actions: UntilActions,
  ) {
    for (const box of [this.value, this.most]) {
      box.type = 'text';
      box.inputMode = 'decimal';
      box.autocomplete = 'off';
      box.addEventListener('keydown', ({ key }) => {
        if (key === 'Enter') this.begin();
      });
    }
    this.run.type = 'button';
    this.run.addEventListener('click', () => this.begin());
    this.kind.addEventListener('change', () => this.choose());
    this.most.value = MOST;
  }

  render(frame: Frame, intent: Intent, texts: ToolsTexts, page: Dictionary): void {
    this.step = frame.step;
    this.tellEnd(frame, intent);
    if (texts === this.texts) return;
    this.texts = texts;
    const chosen = this.kind.value || 'network accuracy';
    this.word.textContent = texts.until;
    this.kind.replaceChildren(
      ...KINDS.map((kind) => {
        const option = make('option', '', texts.untilKind(kind, page.linear, page.network));
        option.value = kind;
        return option;
      }),
    );
    this.kind.value = chosen;
    this.value.setAttribute('aria-label', texts.untilValue);
    this.mostWord.textContent = texts.untilMost;
    this.run.textContent = texts.untilRun;
    if (this.value.value === '') this.choose();
  }

  /** Says why a way has ended that came to its step or was stopped; what else may end it has a sentence of its own. */
  private tellEnd({ step, halted }: Frame, { target, notice }: Intent): void {
    const { way } = this;
    if (way === null || way.target === target) return;
    this.way = null;
    if (target !== null || notice || halted || step < way.from) return;
    if (step < way.target) this.actions.refuse({ kind: 'goal', outcome: 'stopped', step });
    else if (!way.goal) this.actions.refuse({ kind: 'goal', outcome: 'met', step });
  }

  private setOut(goal: Goal | null, target: number): void {
    this.way = { from: this.step, target, goal: goal !== null };
    this.actions.pursue(goal, target);
  }

  private choose(): void {
    const kind = this.kind.value as Kind;
    this.value.value = VALUES[kind];
    this.unit.textContent = kind.endsWith('accuracy') ? '%' : '';
    this.cap.hidden = kind === 'step' || kind === 'more';
  }

  private begin(): void {
    const kind = this.kind.value as Kind;
    const name = this.kind.selectedOptions[0]?.textContent ?? '';
    if (kind === 'step' || kind === 'more') this.goOn(kind === 'more' ? this.step : 0, name);
    else this.pursue(kind, name);
  }

  /** Goes to a step, counted from another one. */
  private goOn(from: number, name: string): void {
    const number = this.whole(this.value, name, this.maxSteps - from);
    if (Number.isNaN(number)) return;
    const step = from + number;
    if (step > this.step) this.setOut(null, step);
    else this.actions.refuse({ kind: 'goal', outcome: 'already', step: this.step });
  }

  /** Goes on until a loss or an accuracy is reached. */
  private pursue(kind: Kind, name: string): void {
    const [classifier, of] = kind.split(' ') as [Goal['classifier'], Goal['of']];
    const given = this.value.value.replace('%', '').trim();
    const number = parseNumber(given);
    const max = of === 'accuracy' ? 100 : GREATEST_LOSS;
    if (!(number >= 0 && number <= max)) {
      this.actions.refuse({ kind: 'outside', name, given: this.value.value, max, whole: false });
      return;
    }
    const steps = this.whole(this.most, this.texts?.untilMost ?? '', this.maxSteps);
    if (Number.isNaN(steps)) return;
    const value = of === 'accuracy' ? number / 100 : number;
    const target = Math.min(this.maxSteps, this.step + steps);
    this.setOut({ classifier, of, value }, target);
  }

  /** A number of steps in the box of this name; what is none is told. */
  private whole(box: HTMLInputElement, name: string, max: number): number {
    const steps = parseNumber(box.value, true);
    if (Number.isInteger(steps) && steps >= 0 && steps <= max) return steps;
    this.actions.refuse({ kind: 'outside', name, given: box.value, max, whole: true });
    return Number.NaN;
  }
}
