/** The numbers under the boards, as the tutorial prints them, and a spoken line for those who cannot see them. */

import type { Classifier, Frame, Reading } from '../engine/frame.js';
import { CLASSIFIERS } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { byId, setText } from '../ui/dom.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';

/** The numbers that belong to a board's picture, which is without the units that are switched off. */
export function readingOf(frame: Frame, classifier: Classifier): Reading {
  const { labels, heldOut } = frame.points;
  // Of no point there is neither a loss nor an accuracy.
  if (heldOut.length === 0 ? labels.length === 0 : heldOut.every(Boolean))
    return { loss: Number.NaN, accuracy: Number.NaN };
  return (frame[classifier].hidden > 0 && frame.withoutUnits) || frame[classifier];
}

/** Tells the style how many characters there are: where a board is narrow, that makes the board's numbers smaller; and whether
 * the classifier stands still, so that they are old. */
function showLoss(place: HTMLElement, loss: string, stands: boolean): void {
  const board = place.closest('figure');
  board?.classList.toggle('stands', stands);
  if (loss.length !== place.textContent.length)
    board?.style.setProperty('--digits', `${loss.length}`);
  setText(place, loss);
}

/** Milliseconds between two numbers of a moving run: at sixty a second nobody can read them, and each costs a layout. */
const PAUSE_BETWEEN_NUMBERS = 90;

export class Readouts {
  private last = 0;
  /** Of the step that is shown. */
  private digits = 0;
  private readonly step = byId('step');
  private readonly losses = this.outputs('loss');
  private readonly accuracies = this.outputs('accuracy');
  private readonly spoken = byId('spoken');
  private readonly check = byId('check');
  private reading = -1;

  /** Shows the numbers; `now` is the frame's time, `busy` says that the run moves on. */
  render(frame: Frame, now: number, busy: boolean): void {
    if (busy && now - this.last < PAUSE_BETWEEN_NUMBERS) return;
    this.last = now;
    this.showStep(String(frame.step));
    for (const classifier of CLASSIFIERS) {
      const reading = readingOf(frame, classifier);
      const stands = frame[classifier].since !== null;
      showLoss(this.losses[classifier], formatLoss(reading.loss), stands);
      setText(this.accuracies[classifier], formatAccuracy(reading.accuracy));
    }
  }

  /** The step is a field, too: what somebody types there is left alone. */
  private showStep(step: string): void {
    if (step.length !== this.digits)
      this.step.style.setProperty('--room', `${Math.max(5, step.length)}ch`);
    this.digits = step.length;
    if (document.activeElement !== this.step) setText(this.step, step);
  }

  /** The check code of the step where the run stands; of one that moves nobody could read it. */
  showCheck({ reading }: Frame, busy: boolean, code: () => string): void {
    if (reading === this.reading) return;
    if (!busy) this.reading = reading;
    setText(this.check, busy ? '–' : code());
  }

  /** Says where the run stands, and more: once it stands, because a voice cannot follow a moving number. */
  speak(frame: Frame, texts: Dictionary, more: string): void {
    const { step, withoutUnits } = frame;
    const [linear, network] = [readingOf(frame, 'linear'), readingOf(frame, 'network')];
    const sentence = texts.summary(
      String(step),
      formatLoss(linear.loss),
      formatAccuracy(linear.accuracy),
      formatLoss(network.loss),
      formatAccuracy(network.accuracy),
    );
    setText(this.spoken, (withoutUnits ? `${sentence} ${texts.spokenWithout}` : sentence) + more);
  }

  private outputs(reading: string): Record<Classifier, HTMLElement> {
    return { linear: byId(`linear-${reading}`), network: byId(`network-${reading}`) };
  }
}
