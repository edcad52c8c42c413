/** What is handed in, in every form in which it can be: one line, a link, a QR code; a link that is too long as a file. */

import type { HandInTexts } from '../../i18n/hand-in.js';
import { isFile } from '../../share/address.js';
import { drawCode, makeCode } from '../../share/code.js';
import { LONGEST_LINK } from '../../state/link.js';
import { copyAndSay } from '../../ui/copy.js';
import { make, setText } from '../../ui/dom.js';
import { saveRun } from '../../ui/download.js';

export class Result {
  private readonly line = make('textarea');
  private readonly link = make('input');
  private readonly copyLine = make('button', 'use');
  private readonly copyLink = make('button');
  private readonly lineWord = make('span');
  private readonly linkWord = make('span');
  private readonly forms = make(
    'div',
    'forms',
    make('label', '', this.lineWord, this.line),
    this.copyLine,
    make('label', '', this.linkWord, this.link),
    this.copyLink,
  );
  private readonly code = makeCode();
  private readonly note = make('p', 'hint');
  readonly save = make('button', 'use');
  readonly done = make('span', 'hint');
  readonly element = make('div', 'result', this.forms, this.code, this.note);
  private hash = '';
  /** What there is to say of a link that is too long, or leads nowhere. */
  private fault: 'noCode' | 'tooLong' | 'ofFile' | null = null;

  constructor(private texts: HandInTexts) {
    const { line, link, copyLine, copyLink, save, done } = this;
    for (const button of [copyLine, copyLink, save]) button.type = 'button';
    line.readOnly = link.readOnly = true;
    line.spellcheck = link.spellcheck = false;
    line.rows = 4;
    link.type = 'text';
    done.setAttribute('role', 'status');
    copyLine.addEventListener('click', () => void copyAndSay(line, done, this.texts));
    copyLink.addEventListener('click', () => void copyAndSay(link, done, this.texts));
    save.addEventListener('click', () => saveRun(this.hash));
    this.hide();
  }

  /** Shows a hand-in: its link as the page writes it, the same with the page's address, and the line around that. */
  show(hash: string, address: string, line: string): void {
    const tooLong = hash.length > LONGEST_LINK;
    this.hash = hash;
    this.link.value = address;
    this.line.value = line;
    setText(this.done, '');
    const coded = !tooLong && drawCode(this.code, address) > 0;
    this.fault = tooLong ? 'tooLong' : isFile() ? 'ofFile' : coded ? null : 'noCode';
    this.code.toggleAttribute('hidden', !coded);
    this.element.hidden = false;
    this.save.hidden = !tooLong;
    this.tell();
  }

  hide(): void {
    this.element.hidden = this.save.hidden = true;
    setText(this.done, '');
  }

  render(texts: HandInTexts): void {
    this.texts = texts;
    setText(this.lineWord, texts.line);
    setText(this.linkWord, texts.link);
    setText(this.copyLine, texts.copyLine);
    setText(this.copyLink, texts.copyLink);
    setText(this.save, texts.save);
    setText(this.done, '');
    this.code.setAttribute('aria-label', texts.code);
    this.tell();
  }

  private tell(): void {
    const { note, fault, texts } = this;
    note.hidden = fault === null;
    setText(note, fault ? texts[fault] : '');
  }
}
