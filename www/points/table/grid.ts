/** The first rows of a table, under what each column is used for. */

import type { PointsTableTexts } from '../../i18n/points-table-en.js';
import { make } from '../../ui/dom.js';
import { ROLES, type Roles, type Row } from './guess.js';
import { type Choice, columnName, quote } from './read.js';

/** Rows and columns that are shown. */
const ROWS = 6;
const COLUMNS = 40;
/** Letters of a cell that are shown. */
const CELL = 20;

export class Grid {
  private readonly table = make('table');
  private readonly more = make('p', 'hint');
  readonly place = make('div', 'grid', this.table, this.more);
  private selects = new Map<number, HTMLSelectElement>();
  private roles: Roles = { x: -1, y: -1, label: -1 };
  /** What it was made for. */
  private shown: readonly unknown[] = [];

  constructor(private readonly choose: (roles: Roles) => void) {}

  show(rows: readonly Row[], { header, roles }: Choice, texts: PointsTableTexts): void {
    this.roles = roles;
    const wanted = [rows, header, texts];
    if (wanted.some((each, i) => each !== this.shown[i])) this.build(rows, header, texts);
    this.shown = wanted;
    for (const [column, select] of this.selects) {
      const role = ROLES.find((each) => roles[each] === column);
      select.value = role ?? 'none';
      select.classList.toggle('chosen', role !== undefined);
    }
  }

  private build(rows: readonly Row[], header: boolean, texts: PointsTableTexts): void {
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const places = Array.from({ length: width }, (_, column) => column);
    const chosen = Object.values(this.roles);
    const columns = places.filter((column) => column < COLUMNS || chosen.includes(column));
    this.selects = new Map(
      columns.map((column) => [
        column,
        this.select(column, columnName(rows, header, column), texts),
      ]),
    );
    const head = make('thead', '', make('tr', '', make('th', '', texts.line)));
    head.rows[0]?.append(...[...this.selects.values()].map((select) => make('th', '', select)));
    const body = rows.slice(0, ROWS).map((row, i) => {
      const cells = columns.map((column) => cellOf(row.cells[column] ?? '', header && i === 0));
      return make(
        'tr',
        header && i === 0 ? 'names' : '',
        make('td', 'line', String(row.line)),
        ...cells,
      );
    });
    this.table.setAttribute('aria-label', texts.rows);
    this.table.replaceChildren(head, make('tbody', '', ...body));
    this.more.hidden = columns.length === width;
    this.more.textContent = texts.columnsLeft(width - columns.length);
  }

  private select(column: number, name: string, texts: PointsTableTexts): HTMLSelectElement {
    const select = make('select');
    const option = (role: keyof typeof texts.roles) => new Option(texts.roles[role], role);
    select.append(option('none'), ...ROLES.map(option));
    select.setAttribute('aria-label', texts.roleOf(name));
    select.addEventListener('change', () => this.give(column, select.value));
    return select;
  }

  /** Gives a column another use; the column that had it takes the use that this one had. */
  private give(column: number, role: string): void {
    const before = ROLES.find((each) => this.roles[each] === column);
    const now = ROLES.find((each) => each === role);
    const roles = { ...this.roles };
    if (before) roles[before] = now ? roles[now] : -1;
    if (now) roles[now] = column;
    this.choose(roles);
  }
}

function cellOf(text: string, isName: boolean): HTMLElement {
  const cell = isName ? make('th', '', quote(text, CELL)) : make('td', '', quote(text, CELL));
  if (text.length > CELL) cell.title = text;
  return cell;
}
