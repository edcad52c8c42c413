/** How far the way to a step has come, and the button that stops it. */

import type { Frame } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import type { Intent } from '../state/store.js';
import { byId, find } from '../ui/dom.js';

/** A way that takes less than this many milliseconds is gone before anybody can read how far it has come. */
const SHORT = 250;

export class Progress {
  private target: number | null = null;
  private since = 0;
  private readonly place = byId('catching-up');
  private readonly bar = find('progress', HTMLProgressElement, this.place);
  private readonly text = find('.label', HTMLElement, this.place);

  /** `now` is the frame's time. */
  render(frame: Frame, { target }: Intent, texts: Dictionary, now: number): void {
    if (target !== this.target) this.since = now;
    this.target = target;
    this.place.hidden = target === null || now - this.since < SHORT;
    if (target === null || this.place.hidden) return;
    this.bar.max = target;
    this.bar.value = frame.step;
    this.text.textContent = texts.catchingUp(String(target));
  }
}
