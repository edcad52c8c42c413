/** What lies over a board while its points are edited: the cursor of the keyboard, and a hint where there is no point. */

import { make, setText } from '../ui/dom.js';

export class OverBoard {
  private readonly hint = make('p');
  private readonly mark = make('i');
  private readonly place = make('div', 'over-board', this.hint, this.mark);

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.place.setAttribute('aria-hidden', 'true');
    this.mark.hidden = true;
    this.place.hidden = true;
    canvas.after(this.place);
  }

  /** Lies where the board lies, with these words on it. */
  show(open: boolean, hint: string): void {
    const { place, canvas } = this;
    place.hidden = !open;
    if (!open) return;
    const { offsetLeft, offsetTop, offsetWidth } = canvas;
    place.style.cssText = `left:${offsetLeft}px;top:${offsetTop}px;width:${offsetWidth}px`;
    setText(this.hint, hint);
  }

  /** A cross at a place from −1 to 1 across and up; none without one. */
  cross(at: { x: number; y: number } | null): void {
    this.mark.hidden = at === null;
    if (at) this.mark.style.cssText = `left:${50 * (1 + at.x)}%;top:${50 * (1 - at.y)}%`;
  }
}
