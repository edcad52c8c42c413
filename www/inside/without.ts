/** What tells, wherever the page is looked at, that hidden units are off: at the network's board, also while the look inside
 * is closed, and at the chart, which shows the run with all units. */

import type { Frame } from '../engine/frame.js';
import type { InsideTexts } from '../i18n/inside.js';
import { byId, find, make, setText } from '../ui/dom.js';

export class WithoutMark {
  private readonly words = make('span');
  /** Tells how things stand, and pressed, puts them right. */
  private readonly mark = make('button', 'without', this.words, '×');
  private readonly ofChart = make('span', 'without');

  constructor(allOn: () => void) {
    this.mark.type = 'button';
    this.mark.addEventListener('click', allOn);
    // Until it is known that a unit is off, they take no room, not even for a frame.
    this.mark.hidden = this.ofChart.hidden = true;
    byId('network-board').closest('figure')?.querySelector('figcaption')?.append(this.mark);
    find('#loss figcaption', HTMLElement).append(this.ofChart);
  }

  render(frame: Frame, texts: InsideTexts): void {
    const none = frame.withoutUnits === null;
    this.mark.hidden = none;
    this.ofChart.hidden = none;
    if (none) return;
    const words = texts.withoutUnits(frame.off);
    setText(this.words, words);
    this.mark.setAttribute('aria-label', `${words}: ${texts.allUnitsOn}`);
    this.mark.title = `${texts.allUnitsOn}. ${texts.notInLink}`;
    setText(this.ofChart, texts.withAllUnits);
  }
}
