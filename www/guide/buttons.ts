/** The buttons beside the boards, the chart and the look inside that ask what is seen there; the last comes with the look
 * inside itself. */

import { find } from '../ui/dom.js';

const TOPICS = ['boards', 'chart', 'inside'] as const;
export type Topic = (typeof TOPICS)[number];

export class GuideButtons {
  /** What is explained now. */
  topic: Topic | null = null;

  constructor(private readonly changed: () => void) {
    document.addEventListener('click', ({ target }) => {
      const topic = askedBy(target);
      if (topic) this.open(this.topic === topic ? null : topic);
    });
    // A button that a mouse has pressed keeps no focus: the next Space is for the run.
    document.addEventListener('pointerdown', (event) => {
      if (askedBy(event.target)) event.preventDefault();
    });
  }

  open(topic: Topic | null): void {
    this.topic = topic;
    for (const button of document.querySelectorAll<HTMLElement>('[data-guide]'))
      button.setAttribute('aria-expanded', String(button.dataset.guide === topic));
    this.changed();
  }

  /** The button that asks for a topic. */
  of(topic: Topic): HTMLButtonElement {
    return find(`[data-guide=${topic}]`, HTMLButtonElement);
  }
}

/** The topic of the button that something lies in. */
export function askedBy(target: EventTarget | null): Topic | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-guide]') : null;
  return TOPICS.find((topic) => topic === button?.dataset.guide) ?? null;
}
