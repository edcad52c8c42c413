/** The values under the pointer, beside the chart's cursor. */

import type { Dictionary } from '../i18n/index.js';
import type { Hovered } from './chart.js';
import { byId } from './dom.js';
import { formatLoss } from './readouts.js';

export class Tooltip {
  private readonly place = byId('tooltip');

  render(hovered: Hovered | null, across: number, texts: Dictionary): void {
    this.place.hidden = hovered === null;
    if (!hovered) return;
    const { step, linear, network } = hovered;
    this.place.textContent = [
      `${texts.chartStep} ${step}`,
      `${texts.linear} ${formatLoss(linear)}`,
      `${texts.network} ${formatLoss(network)}`,
    ].join('\n');
    this.place.style.insetInlineStart = `${100 * across}%`;
    this.place.classList.toggle('leftwards', across > 0.6);
  }
}
