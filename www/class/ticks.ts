/** A list of things to tick, one by one or all at once, that opens. */

import { make, setText } from '../ui/dom.js';

export class Ticks {
  private readonly title = make('summary');
  private readonly all = make('input');
  private readonly allWord = make('span');
  private readonly boxes: readonly { input: HTMLInputElement; word: HTMLElement }[];
  readonly place = make('details', 'tick-list', this.title);
  private heading = '';

  constructor(
    name: string,
    private readonly values: readonly string[],
    changed: () => void,
  ) {
    this.boxes = values.map((value) => {
      const input = make('input');
      input.type = 'checkbox';
      input.name = name;
      input.value = value;
      input.addEventListener('change', () => {
        this.count();
        changed();
      });
      return { input, word: make('span') };
    });
    const { all, allWord } = this;
    all.type = 'checkbox';
    all.addEventListener('change', () => {
      for (const { input } of this.boxes) input.checked = all.checked;
      this.count();
      changed();
    });
    const rows = this.boxes.map(({ input, word }) => row(input, word));
    const list = make('ul', '', row(all, allWord), ...rows);
    this.place.append(list);
  }

  get chosen(): string[] {
    return this.values.filter((_, i) => this.boxes[i]?.input.checked);
  }

  set(values: readonly string[]): void {
    for (const { input } of this.boxes) input.checked = values.includes(input.value);
    // What is ticked is seen.
    this.place.open ||= this.chosen.length > 0;
    this.count();
  }

  speak(heading: string, all: string, words: readonly string[]): void {
    this.heading = heading;
    setText(this.allWord, all);
    this.boxes.forEach(({ word }, i) => {
      setText(word, words[i] ?? '');
    });
    this.count();
  }

  private count(): void {
    const { length } = this.chosen;
    this.all.checked = length === this.values.length;
    this.all.indeterminate = length > 0 && !this.all.checked;
    setText(this.title, length > 0 ? `${this.heading} (${length})` : this.heading);
  }
}

const row = (input: HTMLElement, word: HTMLElement) =>
  make('li', '', make('label', '', input, ' ', word));
