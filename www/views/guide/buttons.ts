/** The buttons beside the boards and the chart that ask what is seen there. */

import { find } from '../dom.js';

export const TOPICS = ['boards', 'chart'] as const;
export type Topic = (typeof TOPICS)[number];

export class GuideButtons {
  /** What is explained now. */
  topic: Topic | null = null;
  private readonly buttons = TOPICS.map((topic) => {
    const button = find(`[data-guide=${topic}]`, HTMLButtonElement);
    button.addEventListener('click', () => this.open(this.topic === topic ? null : topic));
    // A button that a mouse has pressed keeps no focus: the next Space is for the run.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    return button;
  });

  constructor(private readonly changed: () => void) {}

  open(topic: Topic | null): void {
    this.topic = topic;
    this.buttons.forEach((button, i) => {
      button.setAttribute('aria-expanded', String(TOPICS[i] === topic));
    });
    this.changed();
  }

  /** The button that asks for a topic. */
  of(topic: Topic): HTMLButtonElement {
    return this.buttons[TOPICS.indexOf(topic)] as HTMLButtonElement;
  }
}
