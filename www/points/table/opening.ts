/** Where a table comes from: a file that is chosen, or a text that is pasted. */

import type { PointsTableTexts } from '../../i18n/points-table-en.js';
import { make } from '../../ui/dom.js';
import { makeFileChooser } from '../../ui/file-chooser.js';

const TABLES = '.csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values';

export interface OpeningActions {
  openFile(file: File): void;
  openText(text: string): void;
  cancel(): void;
}

export class Opening {
  readonly choose = make('button');
  private readonly cancel = make('button');
  private readonly word = make('span');
  private readonly hint = make('p', 'hint');
  private readonly box = make('textarea');
  readonly place = make(
    'div',
    'opening',
    this.choose,
    make('label', '', this.word, this.box),
    this.hint,
    make('div', 'answers', this.cancel),
  );

  constructor(actions: OpeningActions) {
    const { choose, box } = this;
    choose.type = this.cancel.type = 'button';
    this.cancel.addEventListener('click', () => actions.cancel());
    choose.after(makeFileChooser(choose, TABLES, (file) => actions.openFile(file)));
    box.rows = 4;
    box.spellcheck = false;
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
