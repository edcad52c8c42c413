/** The run handed on by its link: to copy, and as a QR code that a class reads from the projector. */

import type { Frame } from '../engine/frame.js';
import { SHARE, type ShareTexts } from '../i18n/share.js';
import { LONGEST_LINK } from '../state/link.js';
import type { Intent } from '../state/store.js';
import { copyAndSay } from '../ui/copy.js';
import { make, setText } from '../ui/dom.js';
import { saveRun } from '../ui/download.js';
import { fullAddress, isFile } from './address.js';
import { drawCode, FINE, makeCode } from './code.js';
import { isKept, type Kept } from './kept.js';
import type { SharePart } from './part.js';

export class LinkPart implements SharePart {
  readonly name = 'linkPart';
  private readonly hint = make('p', 'hint');
  private readonly code = makeCode();
  private readonly box = make('input');
  private readonly copy = make('button', 'use');
  private readonly save = make('button', 'use');
  private readonly pass = make('button');
  private readonly print = make('button');
  private readonly large = make('button');
  private readonly done = make('span', 'hint');
  private readonly offline = make('p', 'hint offline');
  readonly element = make('div', 'link-part', this.hint, this.code, this.box, this.offline);
  readonly answers = [this.save, this.copy, this.large, this.pass, this.print, this.done];
  private texts: ShareTexts = SHARE.en;
  /** What there is to say of the link: it may be too long for a QR code, or for browsers. */
  private length: 'hint' | 'fineCode' | 'noCode' | 'tooLong' = 'hint';
  private kept: Kept = 'coming';
  private isLarge = false;

  constructor(
    private readonly link: () => string,
    print: () => boolean,
  ) {
    const { box, copy, save, pass, done } = this;
    this.print.addEventListener('click', () => setText(done, print() ? '' : this.texts.notPrinted));
    for (const button of [copy, save, pass, this.print, this.large]) button.type = 'button';
    for (const each of [this.large, this.code])
      each.addEventListener('click', () => this.enlarge(!this.isLarge));
    box.type = 'text';
    box.readOnly = true;
    box.spellcheck = false;
    done.setAttribute('role', 'status');
    // Only where the browser has something to pass it on with.
    pass.hidden = typeof navigator.share !== 'function' || isFile();
    save.addEventListener('click', () => saveRun(this.link()));
    copy.addEventListener('click', () => void copyAndSay(box, done, this.texts));
    pass.addEventListener('click', () => void this.passOn());
  }

  open(): void {
    const { box, copy, save } = this;
    const link = this.link();
    box.value = fullAddress(link);
    setText(this.done, '');
    this.enlarge(false);
    this.drawCode(link.length > LONGEST_LINK);
    void this.askWhetherKept();
    (save.hidden ? copy : save).focus();
  }

  render(_: Frame, { lang }: Intent): void {
    const texts = SHARE[lang];
    if (texts === this.texts && this.copy.textContent) return;
    this.texts = texts;
    setText(this.copy, texts.copy);
    setText(this.pass, texts.pass);
    setText(this.print, texts.print);
    setText(this.large, this.isLarge ? texts.small : texts.large);
    setText(this.done, '');
    this.box.setAttribute('aria-label', texts.link);
    this.code.setAttribute('aria-label', texts.code);
    setText(this.save, texts.save);
    this.hintAt(texts);
    setText(this.offline, texts.offline[this.kept]);
  }

  /** The address of a file leads nowhere on another machine. */
  private hintAt(texts: ShareTexts): void {
    setText(this.hint, isFile() ? texts.ofFile : texts[this.length]);
  }

  private async askWhetherKept(): Promise<void> {
    this.kept = await isKept(() => void this.askWhetherKept());
    setText(this.offline, this.texts.offline[this.kept]);
  }

  private drawCode(tooLong: boolean): void {
    const { code, box, texts } = this;
    const modules = drawCode(code, box.value);
    this.length = modules === 0 ? 'noCode' : modules > FINE ? 'fineCode' : 'hint';
    if (tooLong) this.length = 'tooLong';
    code.toggleAttribute('hidden', modules === 0 || tooLong);
    this.large.hidden = code.hasAttribute('hidden');
    this.save.hidden = this.length !== 'tooLong';
    this.hintAt(texts);
  }

  /** Nothing but the code in as much of the window as there is, for the back row. */
  private enlarge(isLarge: boolean): void {
    this.isLarge = isLarge;
    this.element.closest('dialog')?.classList.toggle('large-code', isLarge);
    setText(this.large, isLarge ? this.texts.small : this.texts.large);
  }

  private async passOn(): Promise<void> {
    try {
      await navigator.share({ title: document.title, url: this.box.value });
    } catch (error) {
      // Given up by the person, which needs no words; or not allowed in this frame.
      if ((error as Error).name !== 'AbortError') setText(this.done, this.texts.notPassed);
    }
  }
}
