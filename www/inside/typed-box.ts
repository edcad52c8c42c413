/** A box for typing: it shows how things stand, except while somebody types in it. */

import { find } from '../ui/dom.js';

export class TypedBox {
  private typing = false;
  private shown = '';
  private readonly input: HTMLInputElement;

  constructor(place: HTMLElement, selector: string, typed: (text: string) => void) {
    this.input = find(selector, HTMLInputElement, place);
    this.input.addEventListener('input', () => {
      this.typing = true;
    });
    this.input.addEventListener('change', () => {
      const text = this.input.value;
      this.leave();
      typed(text);
    });
    this.input.addEventListener('blur', () => this.leave());
  }

  show(text: string): void {
    this.shown = text;
    if (!this.typing && this.input.value !== text) this.input.value = text;
  }

  /** What was typed is acted on, or given up: the box shows again how things stand. */
  private leave(): void {
    this.typing = false;
    this.input.value = this.shown;
  }
}
