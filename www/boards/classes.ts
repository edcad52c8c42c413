/** Which class has which shape and colour, in a line under boards that are too small to say it themselves. */

import type { Dictionary } from '../i18n/index.js';
import { classMark } from '../ui/class-mark.js';
import { byId, make } from '../ui/dom.js';

export class Classes {
  private readonly place = byId('legend');
  private shown = '';

  /** `words` are what the classes are called, a line each; a number is said once for all. */
  render(words: string, texts: Dictionary): void {
    if (words === this.shown) return;
    this.shown = words;
    const names = words.split('\n');
    const word = names.every((name, k) => name === texts.className(k)) ? texts.classNumber : '';
    const each = names.map((name, k) => make('span', '', classMark(k), ` ${word ? k : name}`));
    each.forEach((item, k) => {
      item.title = names[k] ?? '';
    });
    this.place.replaceChildren(word, ...each);
  }
}
