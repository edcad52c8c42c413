/** Texts that are to be written into the page, some of them in each frame: a table of numbers that changes all at once costs
 * the browser more than a moving frame has to spare. */

import { setText } from '../dom.js';

export class Patches {
  private readonly elements: Element[] = [];
  private readonly texts: string[] = [];
  private next = 0;

  set(element: Element, text: string): void {
    if (element.textContent === text) return;
    this.elements.push(element);
    this.texts.push(text);
  }

  /** Writes so many of the texts that wait; whether there were any. */
  write(most: number): boolean {
    const end = Math.min(this.texts.length, this.next + most);
    const any = end > this.next;
    for (; this.next < end; this.next++)
      setText(this.elements[this.next] as Element, this.texts[this.next] as string);
    if (end === this.texts.length) this.forget();
    return any;
  }

  private forget(): void {
    this.elements.length = 0;
    this.texts.length = 0;
    this.next = 0;
  }
}
