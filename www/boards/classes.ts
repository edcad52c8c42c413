/** Which class has which shape and colour, in a line under boards that are too small to say it themselves. */

import type { Dictionary } from '../i18n/index.js';
import { classMark } from '../ui/class-mark.js';
import { byId, make } from '../ui/dom.js';

export class Classes {
  private readonly place = byId('legend');
  private shown = '';

  render(classes: number, texts: Dictionary): void {
    const wanted = `${texts.classNumber} ${classes}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    const each = Array.from({ length: classes }, (_, k) => make('span', '', classMark(k), ` ${k}`));
    this.place.replaceChildren(texts.classNumber, ...each);
  }
}
