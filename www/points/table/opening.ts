/** Where a table comes from: a file that is chosen, or a text that is pasted. */

import type { PointsTableTexts } from '../../i18n/points-table-en.js';
import { make } from '../../ui/dom.js';

export interface OpeningActions {
  openFile(file: File): void;
  openText(text: string): void;
  cancel(): void;
}

export class Opening {
  readonly choose = make('button');
  private readonly cancel = make('button');
  private readonly chooser = make('input');
  private readonly word = make('span');
  private readonly hint = make('p', 'hint');
  private readonly box = make('textarea');
  readonly place = make(
    'div',
    'opening',
    this.choose,
    this.chooser,
    make('label', '', this.word, this.box),
    this.hint,
    make('div', 'answers', this.cancel),
  );

  constructor(actions: OpeningActions) {
    const { choose, chooser, box } = this;
    choose.type = this.cancel.type = 'button';
    this.cancel.addEventListener('click', () => actions.cancel());
    // The browser's own button has words in the browser's language.
    chooser.type = 'file';
    chooser.accept = '.csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values';
    chooser.hidden = true;
    box.rows = 4;
    box.spellcheck = false;
    choose.addEventListener('click', () => chooser.click());
    chooser.addEventListener('change', () => {
      const [file] = chooser.files ?? [];
      if (file) actions.openFile(file);
      // The same file may be chosen again.
      chooser.value = '';
    });
    box.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      actions.openText(text);
    });
    // What was typed, or pasted in a way that tells no text.
    box.addEventListener('change', () => {
      if (box.value.trim() !== '') actions.openText(box.value);
      box.value = '';
    });
  }

  render(texts: PointsTableTexts): void {
    this.choose.textContent = texts.choose;
    this.cancel.textContent = texts.cancel;
    this.word.textContent = texts.paste;
    this.hint.textContent = texts.pasteHint;
  }
}
