/** Texts that are to be written into the page, some of them in each frame: a table of numbers that changes all at once costs
 * the browser more than a moving frame has to spare. */

import { setText } from '../ui/dom.js';

export class TextQueue {
  private readonly waiting = new Map<Element, string>();

  /** An element's text; a button's accessible name, for its text stands in parts of it. */
  set(element: Element, text: string): void {
    if (read(element) === text) this.waiting.delete(element);
    else this.waiting.set(element, text);
  }

  /** Writes so many of the texts that wait, those first that have waited longest; whether there were any. */
  write(most: number): boolean {
    let written = 0;
    for (const [element, text] of this.waiting) {
      if (written === most) break;
      written += 1;
      this.waiting.delete(element);
      if (isButton(element)) element.setAttribute('aria-label', text);
      else setText(element, text);
    }
    return written > 0;
  }
}

const isButton = (element: Element) => element.tagName === 'BUTTON';

function read(element: Element): string | null {
  return isButton(element) ? element.getAttribute('aria-label') : element.textContent;
}
