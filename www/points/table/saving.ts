/** The points as text: to copy, because a page within a page may often not save files, and to save. */

import type { PointsTableTexts } from '../../i18n/points-table-en.js';
import { copyAndSay } from '../../ui/copy.js';
import { make } from '../../ui/dom.js';
import { download } from '../../ui/download.js';

const NAME = 'points.csv';

export class Saving {
  private readonly hint = make('p', 'hint');
  private readonly box = make('textarea');
  private readonly download = make('button', 'use');
  private readonly copy = make('button');
  private readonly close = make('button');
  private readonly done = make('span', 'hint');
  readonly place = make(
    'div',
    'saving',
    this.hint,
    this.box,
    make('div', 'answers', this.download, this.copy, this.close, this.done),
  );
  private texts: PointsTableTexts | null = null;

  constructor(close: () => void) {
    const { box, copy, done } = this;
    for (const button of [this.download, copy, this.close]) button.type = 'button';
    box.readOnly = true;
    box.rows = 8;
    box.spellcheck = false;
    done.setAttribute('role', 'status');
    this.download.addEventListener('click', () => download(box.value, NAME));
    copy.addEventListener('click', () => void this.copyAll());
    this.close.addEventListener('click', close);
  }

  focus(): void {
    this.download.focus();
    this.box.scrollTop = 0;
  }

  show(text: string): void {
    this.box.value = text;
    this.done.textContent = '';
  }

  /** Where the page may not write to the clipboard, the person can. */
  private async copyAll(): Promise<void> {
    const { box, done, texts } = this;
    if (texts) await copyAndSay(box, done, texts);
  }

  render(texts: PointsTableTexts): void {
    this.texts = texts;
    this.hint.textContent = texts.saveHint;
    this.box.setAttribute('aria-label', texts.saveTitle);
    this.download.textContent = texts.download;
    this.copy.textContent = texts.copy;
    this.close.textContent = texts.close;
    this.done.textContent = '';
  }
}
