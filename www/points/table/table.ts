/** Points from a table and to a table: two buttons, and a dialog that opens a text, shows what it holds, or saves. */

import type { Language } from '../../i18n/index.js';
import { POINTS_TABLE } from '../../i18n/points-table.js';
import type { PointsTableTexts } from '../../i18n/points-table-en.js';
import type { OldCoding } from '../../i18n/points-table-told.js';
import { makeDialog } from '../../ui/dialog.js';
import { make } from '../../ui/dom.js';
import { decode, MOST_BYTES } from './decode.js';
import { looksLikeTable } from './guess.js';
import { Opening } from './opening.js';
import { Preview } from './preview.js';
import { csvOf } from './save.js';
import { Saving } from './saving.js';

/** Points in 1024ths: x, y and class of each in turn. */
export interface NamedPoints {
  points: Int32Array;
  /** What the classes are called; null where they are numbers. */
  classNames: readonly string[] | null;
}

export interface TableActions {
  use(points: NamedPoints): void;
  /** The points of the run. */
  current(): NamedPoints;
  /** A file that was dropped on the page holds nothing for it. */
  nothingIn(file: string): void;
}

/** What the dialog is open for. */
type Page = 'opening' | 'preview' | 'saving';

export class PointsTable {
  private readonly open = make('button');
  private readonly save = make('button');
  private readonly title = make('h2');
  private readonly fault = make('p', 'fault');
  private readonly opening: Opening;
  private readonly preview: Preview;
  private readonly saving: Saving;
  private readonly dialog: HTMLDialogElement;
  readonly root = make('span', 'table-buttons', this.open, this.save);
  private texts: PointsTableTexts = POINTS_TABLE.en;
  private page: Page = 'opening';
  /** What the text that is shown is called; empty for one that was pasted. */
  private name = '';

  constructor(actions: TableActions) {
    const { open, save, title, fault } = this;
    const close = () => this.dialog.close();
    this.opening = new Opening({
      openFile: (file) => void this.openFile(file),
      openText: (text) => this.openText(text, ''),
      cancel: close,
    });
    this.preview = new Preview({
      use: ({ points, names }) => {
        close();
        if (points) actions.use({ points, classNames: names });
      },
      cancel: close,
    });
    this.saving = new Saving(close);
    open.type = save.type = 'button';
    open.addEventListener('click', () => this.show('opening'));
    save.addEventListener('click', () => {
      const { points, classNames } = actions.current();
      this.saving.show(csvOf(points, classNames));
      this.show('saving');
    });
    this.nothingIn = (name) => actions.nothingIn(name);
    fault.setAttribute('role', 'alert');
    const pages = [this.opening.place, this.preview.place, this.saving.place];
    this.dialog = makeDialog('points-table', title, fault, ...pages);
    document.addEventListener('paste', (event) => this.takePasted(event));
  }

  private readonly nothingIn: (name: string) => void;

  /** Pasted where nothing takes text: a table, or a file. */
  private takePasted(event: ClipboardEvent): void {
    const { target, clipboardData: data } = event;
    const types = target instanceof Element && target.closest('input, textarea, [contenteditable]');
    if (types || !data || event.defaultPrevented) return;
    const [file] = data.files;
    const text = data.getData('text/plain');
    if (file) void this.openFile(file);
    else if (looksLikeTable(text)) this.openText(text, '');
    else return;
    event.preventDefault();
  }

  /** Opens a file; one that was dropped may have been meant for something else. */
  async openFile(file: File, dropped = false): Promise<void> {
    const bytes = await file
      .slice(0, MOST_BYTES)
      .arrayBuffer()
      .catch(() => null);
    const { texts } = this;
    if (!bytes) return this.refuse(texts.notRead(file.name));
    const decoded = decode(new Uint8Array(bytes));
    const isNone =
      'fault' in decoded ? decoded.fault.kind === 'binary' : !looksLikeTable(decoded.text);
    if (dropped && isNone) this.nothingIn(file.name);
    else if ('fault' in decoded) this.refuse(texts.noText(file.name, decoded.fault));
    else this.openText(decoded.text, file.name, file.size > MOST_BYTES, decoded.coding);
  }

  /** Shows what a text holds; `cut` says that there is more of it, `coding` how it was read where that is not sure. */
  openText(text: string, name: string, cut = false, coding?: OldCoding): void {
    const { texts } = this;
    if (!looksLikeTable(text)) {
      this.refuse(texts.noTable(name || texts.pasted));
      return;
    }
    // What was cut off within a line is no row.
    const whole = cut
      ? text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
      : text;
    this.name = name;
    this.preview.open(whole, cut, coding);
    this.show('preview');
  }

  /** Says why there is no table, where another can be chosen. */
  private refuse(sentence: string): void {
    this.show('opening', sentence);
  }

  private show(page: Page, fault = ''): void {
    this.page = page;
    for (const each of ['opening', 'preview', 'saving'] as const)
      this[each].place.hidden = each !== page;
    this.fault.textContent = fault;
    this.fault.hidden = fault === '';
    this.showTitle();
    if (!this.dialog.open) this.dialog.showModal();
    if (page === 'preview') this.preview.focus();
    else if (page === 'saving') this.saving.focus();
    else this.opening.choose.focus();
  }

  private showTitle(): void {
    const { texts, name, page } = this;
    const titles = {
      opening: texts.title,
      preview: texts.titleOf(name || texts.pasted),
      saving: texts.saveTitle,
    };
    this.title.textContent = titles[page];
  }

  render(lang: Language): void {
    const texts = POINTS_TABLE[lang];
    if (texts === this.texts && this.open.textContent) return;
    this.texts = texts;
    this.open.textContent = texts.open;
    this.save.textContent = texts.save;
    for (const part of [this.opening, this.preview, this.saving]) part.render(texts);
    this.showTitle();
  }
}
