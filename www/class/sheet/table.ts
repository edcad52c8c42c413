/** The sheet's rows under the names of their columns, by any of which they can be sorted. */

import type { Replay } from '../../engine/replay.js';
import type { Language } from '../../i18n/index.js';
import { SHEET } from '../../i18n/sheet.js';
import { make, setText } from '../../ui/dom.js';
import { countNames, type Entry } from './entry.js';
import { Row, type RowActions } from './row.js';
import { COLUMNS, type Column, type Order, sorted } from './sorting.js';

export class Table {
  private readonly boards = make('th');
  private readonly ways = make('span', 'unseen');
  private readonly heads = new Map<Column, HTMLTableCellElement>();
  private readonly head = make('tr');
  private readonly body = make('tbody');
  private readonly table = make('table', '', make('thead', '', this.head), this.body);
  readonly element = make('div', 'rows', this.table);
  private readonly rows = new Map<Entry, Row>();
  private order: Order | null = null;
  private entries: readonly Entry[] = [];
  private lang: Language = 'en';

  constructor(private readonly actions: RowActions) {
    const heads = COLUMNS.map((column) => this.headOf(column));
    // What a teacher looks for comes first: where there is little room, the numbers are what is scrolled to.
    const [name, check, ...others] = heads as [HTMLElement, HTMLElement, ...HTMLElement[]];
    const ways = make('th', '', this.ways);
    this.boards.scope = ways.scope = 'col';
    this.head.append(name, check, this.boards, ...others, ways);
    // What is wider than the dialog is scrolled within this box, by keys, too.
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'region');
  }

  /** The rows in the order in which they are seen. */
  get shown(): Entry[] {
    return sorted(this.entries, this.order, this.lang);
  }

  show(entries: readonly Entry[], lang: Language): void {
    this.entries = entries;
    this.lang = lang;
    const texts = SHEET[lang];
    this.element.hidden = entries.length === 0;
    this.element.setAttribute('aria-label', texts.table);
    setText(this.boards, texts.boards);
    setText(this.ways, texts.ways);
    for (const [column, head] of this.heads) {
      setText(head.firstElementChild as Element, texts.columns[column]);
      const direction = this.order?.descending ? 'descending' : 'ascending';
      if (column === this.order?.column) head.ariaSort = direction;
      else head.removeAttribute('aria-sort');
    }
    const times = countNames(entries);
    const rows = this.shown.map((entry) => this.rowOf(entry));
    const now = rows.map(({ element }) => element);
    // A row that is moved loses the focus that is in it.
    if (
      now.some((element, i) => element !== this.body.rows[i]) ||
      now.length < this.body.rows.length
    )
      this.body.replaceChildren(...now);
    for (const entry of entries) this.rowOf(entry).render(times(entry), texts);
  }

  /** Only its numbers have changed. */
  update(entry: Entry): void {
    this.rowOf(entry).render(countNames(this.entries)(entry), SHEET[this.lang]);
  }

  draw(entry: Entry, replay: Replay): void {
    this.rowOf(entry).draw(replay);
  }

  forget(entry: Entry): void {
    this.rows.delete(entry);
  }

  private rowOf(entry: Entry): Row {
    const row = this.rows.get(entry) ?? new Row(entry, this.actions);
    this.rows.set(entry, row);
    return row;
  }

  private headOf(column: Column): HTMLElement {
    const button = make('button');
    const head = make('th', '', button);
    button.type = 'button';
    head.scope = 'col';
    this.heads.set(column, head);
    button.addEventListener('click', () => {
      const { order } = this;
      const descending = order?.column === column && !order.descending;
      this.order = { column, descending };
      this.show(this.entries, this.lang);
    });
    return head;
  }
}
