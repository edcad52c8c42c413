/** What a page in a frame tells the page around it: that it is ready, how high it is, what was answered, what went wrong. It listens to
 * nothing from there. */

import type { Classifier, Reading } from '../engine/frame.js';
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
  /** A sentence of the page: of a link that could not be followed, of a run that does not go on, of a fault. */
  | { type: 'error'; message: string }
);

type Told = Message extends infer M ? (M extends Message ? Omit<M, 'source'> : never) : never;

export class HostPage {
  private embedded = false;
  private height = 0;
  /** The answer and the step that were told last. */
  private told = '';
  private isDue = false;
  private message = '';

  constructor(
    private readonly run: ClassRun,
    private readonly link: () => string,
  ) {}

  /** Has the answer told with the next frame. */
  tell(): void {
    this.isDue = true;
  }

  render(plan: Plan | null, busy: boolean): void {
    if (!plan?.embedded || parent === window) return;
    if (!this.embedded) this.begin();
    if (!busy) this.measure();
    if (busy || !plan.answer) return;
    const { step } = this.run.frame;
    const now = `${step} ${plan.answer}`;
    if (now === this.told && !this.isDue) return;
    this.told = now;
    this.isDue = false;
    const { answer } = plan;
    // The link follows the run at the end of the frame.
    queueMicrotask(() => this.post({ type: 'answer', answer, ...this.ofRun() }));
  }

  private begin(): void {
    this.embedded = true;
    this.post({ type: 'ready' });
    new ResizeObserver(() => this.measure()).observe(document.body);
    this.pass();
    // Sentences may be loaded only when there is something to say.
    new MutationObserver(() => this.pass()).observe(byId('notices'), { childList: true });
  }

  /** Told when it has changed: the page around it may follow, which changes it again. */
  private measure(): void {
    const height = this.needed();
    if (height === this.height) return;
    this.height = height;
    this.post({ type: 'height', height });
  }

  /** A narrow page is as high as what it shows. A wide one fills its window, and has more than that to show where it scrolls: once the
   * page around it has followed, that is kept, since a lower window would scroll again. */
  private needed(): number {
    const { body, documentElement: root } = document;
    const least = Number.parseFloat(getComputedStyle(body).minHeight);
    if (!(least > 0)) return body.offsetHeight;
    if (root.scrollHeight > root.clientHeight) return root.scrollHeight;
    return root.clientHeight === this.height ? this.height : Math.ceil(least);
  }

  /** Passes on what the page says, each sentence once. */
  private pass(): void {
    const message = byId('notices').querySelector('p')?.textContent ?? '';
    if (message && message !== this.message) this.post({ type: 'error', message });
    this.message = message;
  }

  private ofRun(): OfRun {
    const { frame } = this.run;
    const reading = ({ loss, accuracy }: Reading) => ({ loss, accuracy });
    const { linear, network, step } = frame;
    const check = this.run.checkCode();
    const link = new URL(this.link(), location.href).href;
    return { step, check, link, linear: reading(linear), network: reading(network) };
  }

  private post(told: Told): void {
    // Whoever shows the page in a frame may know what is done in it: the link has it all.
    parent.postMessage({ source: 'spiral-lab', ...told } as Message, '*');
  }
}
