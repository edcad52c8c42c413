/** The values under the pointer, and where on the chart they are. */

import { CLASSIFIERS } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { byId, find } from '../ui/dom.js';
import type { Hovered } from './chart.js';
import { wordsOf } from './mark-words.js';

/** CSS pixels between the point and the values. */
const APART = 14;

export class Tooltip {
  private readonly cursor = byId('cursor');
  private readonly text = byId('tooltip');

  render(hovered: Hovered | null, texts: Dictionary): void {
    this.cursor.hidden = hovered === null;
    if (!hovered) return;
    const { step, named, mark, x, y, top, bottom, right } = hovered;
    this.text.textContent = [
      `${texts.chartStep} ${step}`,
      ...named.map((each) => each.join(' ')),
      ...(mark ? wordsOf(mark, texts) : []),
    ].join('\u2003\n');
    // To the right of the point there is no curve to cover, or only one that is faint; without room there, one line at the top
    // covers least.
    this.text.className = '';
    if (x + this.text.offsetWidth + APART > right) this.text.className = 'leftwards';
    this.text.style.setProperty('--room', `${x - APART}px`);
    const { style } = this.cursor;
    style.left = `${x}px`;
    style.top = `${top}px`;
    style.height = `${bottom - top}px`;
    for (const classifier of CLASSIFIERS) {
      const dot = find(`.${classifier}`, HTMLElement, this.cursor);
      dot.style.top = `${y[classifier] - top}px`;
      // No number is no length, which is not taken.
      dot.hidden = !(y[classifier] >= top);
    }
  }
}
