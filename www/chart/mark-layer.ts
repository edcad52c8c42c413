/** Ticks over the chart's axis at the steps where something happened. */

import type { Frame, Milestones } from '../engine/frame.js';
import { byId, make } from '../ui/dom.js';
import type { Mark } from './mark.js';
import { marksOf } from './marks.js';
import { type Plot, xOf } from './plot.js';
import type { Histories } from './values.js';

/** Milliseconds between two searches for what has happened to a moving run. */
const PAUSE = 250;

export class MarkLayer {
  private readonly place = byId('marks');
  private marks: readonly Mark[] = [];
  private reading = -1;
  private searched = Number.NEGATIVE_INFINITY;
  /** What the ticks were made for. */
  private shown: readonly Mark[] = [];
  private plot: Plot | null = null;

  /** What has happened so far, by a moving run a moment ago. */
  find(frame: Frame, milestones: () => Milestones, histories: Histories, busy: boolean): void {
    const now = performance.now();
    if (frame.reading === this.reading || (busy && now - this.searched < PAUSE)) return;
    this.reading = frame.reading;
    this.searched = now;
    const marks = marksOf(frame, milestones(), histories);
    if (JSON.stringify(marks) !== JSON.stringify(this.marks)) this.marks = marks;
  }

  get all(): readonly Mark[] {
    return this.marks;
  }

  render(plot: Plot): void {
    if (this.marks === this.shown && plot === this.plot) return;
    this.shown = this.marks;
    this.plot = plot;
    const { area, scale, steps } = plot;
    this.place.style.top = `${area.bottom / scale}px`;
    const ticks = this.marks
      .filter(({ step }) => step >= steps.min && step <= steps.max)
      .map(({ step, all }) => {
        const [first] = all;
        const board = first && 'classifier' in first ? first.classifier : '';
        const tick = make('i', `${first?.kind} ${board}`);
        tick.style.left = `${xOf(plot, step) / scale}px`;
        return tick;
      });
    this.place.replaceChildren(...ticks);
  }
}
