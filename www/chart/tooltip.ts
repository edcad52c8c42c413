/** The values under the pointer, and where on the chart they are. */

import { CLASSIFIERS } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { byId, find } from '../ui/dom.js';
import { formatLoss } from '../ui/format.js';
import type { Hovered } from './chart.js';
import { wordsOf } from './mark-words.js';

export class Tooltip {
  private readonly cursor = byId('cursor');
  private readonly text = byId('tooltip');

  render(hovered: Hovered | null, texts: Dictionary): void {
    this.cursor.hidden = hovered === null;
    if (!hovered) return;
    const { step, losses, mark, x, y, top, bottom, leftwards } = hovered;
    this.text.textContent = [
      `${texts.chartStep} ${step}`,
      `${texts.linear} ${formatLoss(losses.linear)}`,
      `${texts.network} ${formatLoss(losses.network)}`,
      ...(mark ? wordsOf(mark, texts) : []),
    ].join('\n');
    this.text.classList.toggle('leftwards', leftwards);
    const { style } = this.cursor;
    style.left = `${x}px`;
    style.top = `${top}px`;
    style.height = `${bottom - top}px`;
    for (const classifier of CLASSIFIERS) {
      find(`.${classifier}`, HTMLElement, this.cursor).style.top = `${y[classifier] - top}px`;
    }
  }
}
