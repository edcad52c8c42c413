/** What opens the chart's tools, and what has them loaded: the button beside the chart, and a first zoom over it. */

import { find } from '../ui/dom.js';

/** What may be done over the chart; each of these has some of the properties. */
type Done = Event & Partial<Pick<WheelEvent & KeyboardEvent & TouchEvent, Asked>>;
type Asked = 'ctrlKey' | 'metaKey' | 'key' | 'touches';

export class Opener {
  /** The row of tools is open. */
  open = false;
  /** The last zoom over the chart, which is the tools' to answer once they are there. */
  done: Event | null = null;

  constructor(chart: HTMLElement, changed: () => void) {
    const button = find('#chart-more', HTMLButtonElement);
    button.addEventListener('click', () => {
      this.open = !this.open;
      button.setAttribute('aria-expanded', String(this.open));
      changed();
    });
    const take = (event: Done) => {
      if (!zooms(event)) return;
      // Or the browser makes the whole page larger.
      if (event.cancelable) event.preventDefault();
      this.done = event;
      changed();
    };
    for (const type of ['wheel', 'keydown', 'touchstart'])
      chart.addEventListener(type, take, { passive: false });
  }
}

/** Ctrl with the wheel, which is what a touchpad's pinch is too; two fingers; and + − 0. */
function zooms({ ctrlKey, metaKey, key, touches }: Done): boolean {
  const held = ctrlKey || metaKey;
  return key ? !held && '+=-0'.includes(key) : touches ? touches.length > 1 : Boolean(held);
}
