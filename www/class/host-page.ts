/** What a page in a frame tells the page around it: that it is ready, how high it is, what was answered, what went wrong. It listens to
 * nothing from there. */

import type { Classifier, Reading } from '../engine/frame.js';
import type { Intent, Notice } from '../state/store.js';
import { byId } from '../ui/dom.js';
import type { Plan } from './plan.js';
import type { ClassRun } from './run.js';

type OfRun = Record<Classifier, Reading> & { step: number; check: string; link: string };

/** What is posted; `source` tells it from what other frames post. */
export type Message = { source: 'spiral-lab' } & (
  | { type: 'ready' }
  /** In CSS pixels: with so many nothing has to be scrolled. */
  | { type: 'height'; height: number }
  /** After each time that the run has come to stand. */
  | ({ type: 'answer'; answer: string } & OfRun)
  | { type: 'error'; message: string }
);

type Told = Message extends infer M ? (M extends Message ? Omit<M, 'source'> : never) : never;

export class HostPage {
  private embedded = false;
  private notice: Notice | null = null;
  private height = 0;
  /** The answer and the step that were told last. */
  private told = '';
  private isDue = false;

  constructor(private readonly run: ClassRun) {}

  /** Has the answer told with the next frame. */
  tell(): void {
    this.isDue = true;
  }

  render(plan: Plan | null, { notice }: Intent, busy: boolean): void {
    if (!plan?.embedded || parent === window) return;
    if (!this.embedded) this.begin();
    if (notice !== this.notice && notice) this.fail();
    this.notice = notice;
    if (busy || !plan.answer) return;
    const { step } = this.run.frame;
    const now = `${step} ${plan.answer}`;
    if (now === this.told && !this.isDue) return;
    this.told = now;
    this.isDue = false;
    this.post({ type: 'answer', answer: plan.answer, ...this.ofRun() });
  }

  private begin(): void {
    this.embedded = true;
    this.post({ type: 'ready' });
    new ResizeObserver(() => this.measure()).observe(document.body);
  }

  /** Told when it has changed: the page around it may follow, which changes it again. */
  private measure(): void {
    const { body, documentElement } = document;
    const least = Number.parseFloat(getComputedStyle(body).minHeight);
    const height = Math.ceil(Math.max(least, body.offsetHeight - spare(documentElement)));
    if (height === this.height) return;
    this.height = height;
    this.post({ type: 'height', height });
  }

  /** After the sentence has been written. */
  private fail(): void {
    requestAnimationFrame(() => {
      const message = byId('notices').querySelector('p')?.textContent;
      if (message) this.post({ type: 'error', message });
    });
  }

  private ofRun(): OfRun {
    const { frame } = this.run;
    const reading = ({ loss, accuracy }: Reading) => ({ loss, accuracy });
    const { linear, network, step } = frame;
    const check = this.run.checkCode();
    return { step, check, link: location.href, linear: reading(linear), network: reading(network) };
  }

  private post(told: Told): void {
    // Whoever shows the page in a frame may know what is done in it: the link has it all.
    parent.postMessage({ source: 'spiral-lab', ...told } as Message, '*');
  }
}

/** A page as high as its window may need less: then it is as high as that makes it. */
function spare({ clientHeight }: Element): number {
  const { body } = document;
  return body.offsetHeight === clientHeight ? clientHeight : 0;
}
