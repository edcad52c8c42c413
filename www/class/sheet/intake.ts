/** Where what is handed in comes into the sheet: pasted, typed, chosen or dropped. */

import type { SheetTexts } from '../../i18n/sheet.js';
import { make, setText } from '../../ui/dom.js';
import { makeFileChooser } from '../../ui/file-chooser.js';

const FILES = '.png,.json,.txt,.csv,.tsv,image/png,application/json,text/plain,text/csv';

export interface IntakeActions {
  /** Returns what of the text is to stay in the box. */
  take(text: string): string;
  takeFiles(files: readonly File[]): void;
}

export class Intake {
  private readonly word = make('span');
  private readonly box = make('textarea');
  private readonly add = make('button', 'use');
  private readonly choose = make('button');
  readonly element = make(
    'div',
    'intake',
    make('label', '', this.word, this.box),
    make('div', 'ways', this.add, this.choose),
  );

  constructor(private readonly actions: IntakeActions) {
    const { box, add, choose } = this;
    add.type = choose.type = 'button';
    box.rows = 2;
    box.spellcheck = false;
    const chooser = makeFileChooser(choose, FILES, (...files) => actions.takeFiles(files));
    chooser.multiple = true;
    choose.after(chooser);
    add.addEventListener('click', () => this.take(box.value));
  }

  /** Lines in which nothing was found: they stay, to be looked at. */
  keep(lines: readonly string[]): void {
    this.box.value = [this.box.value, ...lines].filter(Boolean).join('\n');
  }

  focus(): void {
    this.box.focus();
  }

  /** Takes what is dropped or pasted anywhere on the dialog, which the page behind it would open as its own run or points. */
  listenOn(dialog: HTMLElement, isShown: () => boolean): void {
    const takeFrom = (event: Event, data: DataTransfer | null) => {
      if (!isShown() || !data) return;
      const text = data.getData('text/plain');
      if (data.files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      event.stopPropagation();
      if (data.files.length > 0) this.actions.takeFiles([...data.files]);
      else this.take([this.box.value, text].filter(Boolean).join('\n'));
    };
    dialog.addEventListener('drop', (event) => takeFrom(event, event.dataTransfer));
    dialog.addEventListener('paste', (event) => takeFrom(event, event.clipboardData));
  }

  render(texts: SheetTexts): void {
    setText(this.word, texts.box);
    setText(this.add, texts.add);
    setText(this.choose, texts.choose);
  }

  private take(text: string): void {
    this.box.value = this.actions.take(text);
  }
}
