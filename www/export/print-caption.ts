/** What stands under a printed run: its settings, and its link, which a phone can read off the paper. */

import { CLASSIFIERS } from '../engine/frame.js';
import { rowsOf, type Setting, type Settings, type SettingsTable } from '../engine/settings.js';
import { TOOLS } from '../i18n/chart-tools.js';
import { codeOf, FINE } from '../share/code.js';
import { BASE, GAP, LINE, letters, MARGIN, type Sheet, WIDTH } from './print-sheet.js';

/** The side of a QR code. */
const CODE = 480;
/** Letters of the changes and of a link at most. */
const MOST_CHANGES = 220;
const LONGEST_LINK = 260;

type Code = NonNullable<ReturnType<typeof codeOf>>;

export interface Caption {
  lines: readonly string[];
  code: Code | null;
  height: number;
}

export function captionOf(sheet: Sheet, table: SettingsTable): Caption {
  const { context, run, texts } = sheet;
  const whole = codeOf(run.link);
  const code = whole && whole.size <= FINE ? whole : null;
  const room = WIDTH - 2 * MARGIN - (code ? CODE + GAP : 0);
  context.font = letters();
  const link = run.link.length <= LONGEST_LINK ? [run.link] : [];
  const lines = [
    settingsOf(sheet, table),
    ...changesOf(sheet),
    ...standOf(sheet),
    texts.again,
    ...link,
  ]
    .filter((text) => text !== '')
    .flatMap((text) => wrapped(text, room, (part) => context.measureText(part).width));
  return { lines, code, height: Math.max(lines.length * LINE, code ? CODE : 0) };
}

export function drawCaption({ context }: Sheet, { lines, code }: Caption, top: number): void {
  context.font = letters();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = '#000';
  lines.forEach((line, i) => {
    context.fillText(line, MARGIN, top + i * LINE + BASE);
  });
  if (!code) return;
  const module = Math.floor(CODE / code.size);
  const left = WIDTH - MARGIN - module * code.size;
  for (let x = 0; x < code.size; x++)
    for (let y = 0; y < code.size; y++)
      if (code.get(x, y)) context.fillRect(left + x * module, top + y * module, module, module);
}

/** Those that are not as usual. */
function settingsOf({ run, page, texts }: Sheet, table: SettingsTable): string {
  const { beginning } = run.frame.experiment;
  const differ = rowsOf(table).filter((row) => beginning[row.name] !== row.default);
  const said = differ.map((row) => saidOf(row, beginning, { run, page }));
  return said.length > 0 ? said.join(texts.between) : texts.usual;
}

function saidOf(
  { name }: Setting,
  beginning: Settings,
  { run, page }: Pick<Sheet, 'run' | 'page'>,
): string {
  const tools = TOOLS[run.lang];
  if (name === 'activation') return tools.activation(beginning.activation);
  const value = name === 'data' ? tools.source(beginning.data) : beginning[name];
  return `${page[name]} ${value}`;
}

function changesOf({ run, texts }: Sheet): string[] {
  const { changes } = run.frame.experiment;
  if (changes === '') return [];
  const cut = changes.length > MOST_CHANGES ? `${changes.slice(0, MOST_CHANGES)}…` : changes;
  return [texts.changed(cut.replaceAll(';', '; '))];
}

/** What the boards show may not be what is trained, and a classifier may stand still, or be the end of the run. */
function standOf({ run, page, texts }: Sheet): string[] {
  const { frame } = run;
  const standing = CLASSIFIERS.flatMap((classifier) => {
    const { since } = frame[classifier];
    return since === null ? [] : [texts.stands(page[classifier], since)];
  });
  return [
    ...(frame.off.length > 0 ? [texts.unitsOff(frame.off.length)] : []),
    ...standing,
    ...(frame.diverged ? [texts.ends(page[frame.diverged])] : []),
  ];
}

/** Where a line may end: after a space, after a Chinese sign, and between two names of a link. */
const PIECES =
  /[\u3000-\u9fff\uff00-\uffef]|[^\s&;\u3000-\u9fff\uff00-\uffef]+[&;]*\s*|[&;]+\s*|\s+/gu;

type WidthOf = (text: string) => number;

/** Lines of a text that are no wider than there is room; a piece that is wider, as own points are, is cut. */
export function wrapped(text: string, room: number, widthOf: WidthOf): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (widthOf(line + piece.trimEnd()) <= room) {
      line += piece;
      continue;
    }
    const cut = cutUp(piece, room, widthOf);
    if (line !== '') lines.push(line.trimEnd());
    lines.push(...cut.slice(0, -1));
    line = cut.at(-1) ?? '';
  }
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}

function cutUp(piece: string, room: number, widthOf: WidthOf): string[] {
  const parts = [''];
  for (const letter of piece) {
    const part = parts.at(-1) ?? '';
    if (part === '' || widthOf(part + letter.trimEnd()) <= room)
      parts[parts.length - 1] = part + letter;
    else parts.push(letter);
  }
  return parts;
}
