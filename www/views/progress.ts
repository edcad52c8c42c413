/** How far a link's run has come, and the way to stop it. */

import type { Frame } from '../frame.js';
import type { Dictionary } from '../i18n/index.js';
import type { Intent } from '../store.js';
import { byId, find } from './dom.js';

export class Progress {
  private readonly place = byId('catching-up');
  private readonly bar = find('progress', HTMLProgressElement, this.place);
  private readonly text = find('.label', HTMLElement, this.place);

  render(frame: Frame, { target }: Intent, texts: Dictionary): void {
    this.place.hidden = target === null;
    if (target === null) return;
    this.bar.max = target;
    this.bar.value = frame.step;
    this.text.textContent = texts.catchingUp(String(target));
  }
}
