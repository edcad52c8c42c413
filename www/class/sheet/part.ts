/** The teacher's sheet in the dialog in which runs are handed on: loaded when its tab is first opened. */

import type { Frame } from '../../engine/frame.js';
import type { Language } from '../../i18n/index.js';
import { SHARE } from '../../i18n/share.js';
import type { SharePart } from '../../share/part.js';
import type { Intent } from '../../state/store.js';
import { make, setText } from '../../ui/dom.js';
import type { Writing } from '../hand-in/link.js';
import type { Sheet } from './sheet.js';

export class SheetPart implements SharePart {
  readonly name = 'sheetPart';
  readonly forTeachers = true;
  readonly withoutRun = true;
  private readonly said = make('p', 'hint');
  readonly element = make('div', 'collect', this.said);
  private readonly own = make('div', 'own');
  readonly answers = [this.own];
  private sheet: Sheet | null = null;
  private loading = false;
  private intent: Intent | null = null;

  constructor(private readonly writing: Writing) {
    this.said.setAttribute('role', 'status');
  }

  open(): void {
    if (this.sheet) this.sheet.focus();
    else if (!this.loading) void this.load();
  }

  render(_: Frame, intent: Intent): void {
    this.intent = intent;
    this.sheet?.render(intent);
  }

  private async load(): Promise<void> {
    this.loading = true;
    const lang: Language = this.intent?.lang ?? 'en';
    setText(this.said, SHARE[lang].sheetLoading);
    try {
      const { Sheet } = await import('./sheet.js');
      this.fill(new Sheet(this.writing, () => this.element.closest('dialog')?.close()));
    } catch (error) {
      reportError(error);
      setText(this.said, SHARE[lang].sheetMissing);
    }
    this.loading = false;
  }

  private fill(sheet: Sheet): void {
    this.sheet = sheet;
    this.said.remove();
    this.element.append(sheet.element);
    this.own.append(...sheet.answers);
    const dialog = this.element.closest('dialog');
    if (dialog) sheet.listenOn(dialog);
    if (this.intent) sheet.render(this.intent);
    sheet.restore();
    if (!this.element.hidden) sheet.focus();
  }
}
