/** One weight or bias under the magnifying glass: changed by hand, and its gradient checked by trying. */

import type { Classifier, ParameterAddress } from '../../frame.js';
import type { Dictionary } from '../../i18n/index.js';
import type { CheckProgress, Inspector, SlopeCheck } from '../../inspect.js';
import { parseNumber } from '../../settings.js';
import { find, setText } from '../dom.js';

export interface CheckViewState {
  classifier: Classifier;
  parameter: ParameterAddress;
  /** Hidden units; 0 for the linear classifier. */
  hidden: number;
  classes: number;
}

export interface CheckActions {
  selectParameter(parameter: ParameterAddress): void;
  /** Something was asked for that cannot be: a sentence for the user. */
  refuse(sentence: string): void;
  changed(): void;
}

/** Parameters that are checked in one frame when all are. */
const PER_FRAME = 24;

export class CheckView {
  private readonly value: HTMLInputElement;
  private readonly epsilon: HTMLInputElement;
  private state: CheckViewState | null = null;
  private texts: Dictionary | null = null;
  private checking = false;
  private progress: CheckProgress | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly inspector: Inspector,
    private readonly actions: CheckActions,
  ) {
    this.value = find('.value-box', HTMLInputElement, place);
    this.epsilon = find('.epsilon', HTMLInputElement, place);
    this.value.addEventListener('change', () => this.set(parseNumber(this.value.value)));
    this.epsilon.addEventListener('change', () => actions.changed());
    const press = (selector: string, action: () => void) =>
      find(selector, HTMLButtonElement, place).addEventListener('click', () => {
        action();
        actions.changed();
      });
    press('.less', () => this.nudge(-1));
    press('.more', () => this.nudge(1));
    press('.undo', () => this.inspector.undo());
    press('.redo', () => this.inspector.redo());
    press('.all', () => this.begin());
    press('.show-worst', () => {
      const worst = this.progress?.worstWithoutKink ?? this.progress?.worst;
      if (worst) actions.selectParameter(worst.parameter);
    });
  }

  render(state: CheckViewState, texts: Dictionary): void {
    this.state = state;
    this.texts = texts;
    const check = this.check(state);
    this.show('.title', nameOf(state));
    if (document.activeElement !== this.value && check) this.value.value = String(check.value);
    find('.undo', HTMLButtonElement, this.place).disabled = this.inspector.undoable === 0;
    find('.redo', HTMLButtonElement, this.place).disabled = this.inspector.redoable === 0;
    if (check) this.showCheck(check, texts);
    this.showAll(state, texts);
  }

  private showCheck(check: SlopeCheck, texts: Dictionary): void {
    const { above, below, analytic, numeric, error, kinks, rounding } = check;
    this.show('.above', above.toPrecision(12));
    this.show('.below', below.toPrecision(12));
    this.show('.analytic', precise(analytic));
    this.show('.numeric', precise(numeric));
    this.show('.error', error === 0 ? '0' : error.toExponential(2));
    this.show('.verdict', kinks > 0 ? texts.kinks(kinks) : texts.noKink(rounding.toExponential(1)));
  }

  private showAll(state: CheckViewState, texts: Dictionary): void {
    const button = find('.show-worst', HTMLButtonElement, this.place);
    const worst = this.progress?.worstWithoutKink ?? this.progress?.worst;
    button.hidden = !worst || this.checking;
    const bar = find('progress', HTMLProgressElement, this.place);
    bar.hidden = !this.checking;
    if (!this.progress) {
      this.show('.all-result', '');
      return;
    }
    const { done, total, kinked } = this.progress;
    bar.max = total;
    bar.value = done;
    const name = worst ? nameOf({ ...state, parameter: worst.parameter }) : '';
    this.show(
      '.all-result',
      worst ? texts.worst(done, total, name, worst.error.toExponential(1), kinked) : '',
    );
  }

  /** Checks some more of all parameters; whether there is more to do. */
  goOn(): boolean {
    if (!this.checking) return false;
    this.progress = this.inspector.goOnChecking(PER_FRAME);
    this.checking = this.progress.done < this.progress.total;
    return this.checking;
  }

  /** What was checked belongs to a run that is gone. */
  forget(): void {
    this.checking = false;
    this.progress = null;
  }

  private begin(): void {
    const { state } = this;
    if (!state) return;
    this.trying(() => {
      this.inspector.beginChecks(state.classifier, this.chosenEpsilon());
      this.checking = true;
      this.progress = null;
    });
  }

  private check({ classifier, parameter }: CheckViewState): SlopeCheck | null {
    return this.trying(() =>
      this.inspector.checkSlope(classifier, parameter, this.chosenEpsilon()),
    );
  }

  /** ε as it stands in the box; what is no number for it gets a sentence and is put back. */
  private chosenEpsilon(): number {
    const epsilon = parseNumber(this.epsilon.value);
    if (epsilon > 0 && epsilon <= 1) {
      this.epsilon.defaultValue = this.epsilon.value;
      return epsilon;
    }
    const given = this.epsilon.value;
    this.epsilon.value = this.epsilon.defaultValue;
    if (this.texts) this.actions.refuse(this.texts.badEpsilon(given));
    return parseNumber(this.epsilon.value);
  }

  private set(value: number): void {
    const { state, texts } = this;
    if (!state || !texts) return;
    if (Number.isFinite(value)) {
      this.trying(() => this.inspector.setParameter(state.classifier, state.parameter, value));
    } else {
      this.actions.refuse(texts.badValue(nameOf(state), this.value.value));
    }
    this.value.blur();
    this.actions.changed();
  }

  /** A tenth up or down, and never so little that nothing is seen. */
  private nudge(direction: 1 | -1): void {
    const value = this.state && this.check(this.state)?.value;
    if (value == null) return;
    this.set(value + direction * Math.max(0.05, Math.abs(value) / 10));
  }

  private trying<T>(attempt: () => T): T | null {
    try {
      return attempt();
    } catch (error) {
      this.actions.refuse(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  private show(selector: string, text: string): void {
    setText(find(selector, HTMLElement, this.place), text);
  }
}

/** The name of a parameter as the script would index it. */
export function nameOf({ classifier, parameter, hidden, classes }: CheckViewState): string {
  const { layer, kind, index } = parameter;
  const number = classifier === 'linear' ? '' : String(layer + 1);
  if (kind === 'bias') return `b${number}[${index}]`;
  const outputs = classifier === 'network' && layer === 0 ? hidden : classes;
  return `W${number}[${Math.floor(index / outputs)}, ${index % outputs}]`;
}

function precise(slope: number): string {
  return Math.abs(slope) < 1e-4 && slope !== 0 ? slope.toExponential(8) : slope.toFixed(12);
}
