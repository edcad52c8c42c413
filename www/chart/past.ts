/** Tells that an earlier step is shown than the last that the run has reached: what came after it is faint, and one button leads
 * back there. */

import type { Frame } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { byId, setText } from '../ui/dom.js';
import type { Plot } from './plot.js';

export class Past {
  private readonly future = byId('future');
  private readonly toEnd = byId('to-end');
  private readonly ofEnd = byId('of-end');

  /** `x` is where the step lies, in CSS pixels from the chart's left edge. */
  render({ step, end }: Frame, x: number, plot: Plot, texts: Dictionary): void {
    const present = step === end;
    for (const part of [this.future, this.toEnd, this.ofEnd]) part.hidden = present;
    if (present) return;
    const { area, scale } = plot;
    const { style } = this.future;
    // The step may be out of sight of the part that is shown.
    const left = Math.max(x, area.left / scale);
    const width = area.right / scale - left;
    this.future.hidden = width < 0;
    style.left = `${left}px`;
    style.width = `${width}px`;
    style.top = `${area.top / scale}px`;
    style.height = `${(area.bottom - area.top) / scale}px`;
    setText(this.ofEnd, `/ ${end}`);
    setText(this.toEnd, texts.toEnd(step, end));
  }
}
