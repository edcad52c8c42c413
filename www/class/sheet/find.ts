/** Finds what is handed in within any text: the page's own lines, links in a mail, a table of a course system. */

import { DELIMITERS, type Row, rowsOf } from '../../points/table/guess.js';
import { holdsLink } from '../../state/link.js';

/** A link that was found, and who may have handed it in, where the link itself says nothing of that. */
export interface Found {
  /** Its part from `#` on, or what stands there for it. */
  link: string;
  name: string;
  /** The check code that stands beside the link; the link's own counts first. */
  check?: string;
}

export interface Finding {
  found: Found[];
  /** Lines, or rows of a table, in which there is no link. */
  without: string[];
}

/** What an address is made of: no spaces, and none of the signs that stand around one. A pattern that goes on after these with another
 * would try each of its beginnings, which takes minutes where a table of a course system holds pictures. */
const PIECE = /[^\s<>"“”「」『』《》«»，。；！？、（）]+/g;
const BEFORE = /^[([{'`]+/;
const BEHIND = /[.,;:!?)\]}'`]/;
/** Between a name and its link. */
const BETWEEN = /[\s·:：,，;；|–—-]/;
/** Without `#` an address is a link of this page only where it says this much. */
const SURELY = /[?&](step|seed|handin)=/i;

const NAME = /^(full ?)?name$|^students?( name)?$|^(姓名|学生|学生姓名|名字)$/i;
const LIKE_NAME = /name|student|姓名|学生|学员|昵称/i;
const FIRST_NAME = /^(first|given) ?names?$/i;
const LAST_NAME = /^(last|family|sur) ?names?$/i;

export function findHandIns(text: string): Finding {
  const lines = text.split(/\r\n|\r|\n/);
  const found = lines.flatMap(inLine);
  return inTable(text, found) ?? { found, without: lines.filter(isWithout) };
}

const isWithout = (line: string) => line.trim() !== '' && linksIn(line).length === 0;

/** The links in a text, in their order. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(PIECE)].flatMap(([piece]) => {
    if (!/[#?]./.test(piece)) return [];
    const bare = withoutEnd(piece.replace(BEFORE, ''), BEHIND).replaceAll('&amp;', '&');
    const begin = bare.indexOf('#');
    const link = begin >= 0 ? bare.slice(begin) : SURELY.test(bare) ? hashOf(bare) : '';
    return link && holdsLink(link) ? [link] : [];
  });
}

const hashOf = (address: string) => `#${address.slice(address.indexOf('?') + 1)}`;

/** A text without the signs at its end that are such. */
function withoutEnd(text: string, sign: RegExp): string {
  let { length } = text;
  while (length > 0 && sign.test(text.charAt(length - 1))) length -= 1;
  return text.slice(0, length);
}

/** A name may stand before the only link of a line. */
function inLine(line: string): Found[] {
  const links = linksIn(line);
  const before = withoutEnd(line.slice(0, Math.max(0, line.search(/[#?]/))), /\S/);
  const name = links.length === 1 ? withoutEnd(before, BETWEEN).trim() : '';
  return links.map((link) => ({ link, name }));
}

/** The same as rows and columns, if it is a table: then each row that has a link has as many cells, and no link is cut apart. */
function inTable(text: string, found: readonly Found[]): Finding | null {
  const wanted = found.map(({ link }) => link).join(' ');
  if (wanted === '') return null;
  for (const delimiter of DELIMITERS) {
    const rows = rowsOf(text, delimiter);
    const linked = rows.filter(hasLink);
    const width = linked[0]?.cells.length ?? 0;
    const isEven = width > 1 && linked.every(({ cells }) => cells.length === width);
    const inCells = linked.flatMap(({ cells }) => cells.flatMap(linksIn)).join(' ');
    if (isEven && inCells === wanted) return readRows(rows);
  }
  return null;
}

const hasLink = ({ cells }: Row) => cells.some((cell) => linksIn(cell).length > 0);

function readRows(rows: readonly Row[]): Finding {
  const [first] = rows;
  const header = first && !hasLink(first) ? first.cells : [];
  const body = header.length > 0 ? rows.slice(1) : rows;
  const found = body.flatMap(({ cells }) => {
    const name = nameIn(cells, header);
    return cells.flatMap(linksIn).map((link) => ({ link, name }));
  });
  const without = body.filter((row) => !hasLink(row));
  return { found, without: without.map(({ cells }) => cells.filter(Boolean).join(', ')) };
}

/** What stands in the column of names, else in the first cell that is neither empty nor a link. */
function nameIn(cells: readonly string[], header: readonly string[]): string {
  const cell = (pattern: RegExp) => cells[header.findIndex((name) => pattern.test(name))] ?? '';
  const ofTwo = [cell(FIRST_NAME), cell(LAST_NAME)];
  const named = ofTwo.every(Boolean) ? ofTwo.join(' ') : cell(NAME) || cell(LIKE_NAME);
  return named || (cells.find((each) => each !== '' && linksIn(each).length === 0) ?? '');
}
