/** The key to a few earlier runs, in the chart's caption: each letter with what makes its run another one, so that nobody has to open
 * the list. The list, where it is open, says the same. */

import { find, make } from '../ui/dom.js';
import type { KeyEntry } from './difference.js';

/** Of more runs there are only the letters in the chart, and their names in the list. */
export const FEW = 4;

export class RunKey {
  private readonly place = make('div');
  private shown: readonly KeyEntry[] = [];

  constructor() {
    this.place.id = 'run-key';
    this.place.hidden = true;
    find('#loss figcaption', HTMLElement).append(this.place);
    new ResizeObserver(() => this.measure()).observe(this.place);
  }

  render(entries: readonly KeyEntry[]): void {
    this.place.hidden = entries.length === 0;
    if (entries === this.shown) return;
    this.shown = entries;
    this.place.replaceChildren(
      ...entries.map(({ letter, words }) =>
        letter ? make('span', '', make('b', '', letter), ` ${words}`) : make('span', '', words),
      ),
    );
  }

  /** The boards make room for it, so that the chart stays as high as it was. */
  private measure(): void {
    find('main', HTMLElement).style.setProperty('--run-key', `${this.place.offsetHeight}px`);
  }
}
