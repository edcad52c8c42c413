/** The link: everything that decides a run, as `name=value` joined by `&` in the address's hash. */

import { type Beginning, type OwnWrong, readLink, type Slip, type Wrong } from '../engine/link.js';
import { rowsOf, type Settings, type SettingsTable } from '../engine/settings.js';
import { LANGUAGES, type Language } from '../i18n/index.js';

/** How the page looks: as the system asks, light, dark, or large and strong enough for the back row. */
export const DISPLAYS = ['auto', 'light', 'dark', 'projector'] as const;
export type Display = (typeof DISPLAYS)[number];

export interface Link {
  /** Those that the run begins with. */
  settings: Settings;
  /** The text of its own points; absent where there are none. */
  own?: string;
  /** What is changed on its way, as the engine reads it; absent where nothing is. */
  changes?: string;
  /** Run to this step on opening. */
  step: number;
  /** Absent when the link leaves the choice to the browser. */
  lang?: Language;
  /** The open chapter of the lesson, from 1. */
  lesson: number | null;
  /** Absent when the system decides. */
  display?: Display;
  /** What a newer version of the page has written: absent where there is none. */
  later?: Later;
  /** What a teacher sets, and what a student hands in: absent where the link says nothing of it. */
  task?: Task;
}

/** What a link says for a class, by name. */
export const TASK = [
  'hide',
  'lock',
  'stop',
  'ask',
  'chapters',
  'embed',
  'handin',
  'answer',
  'check',
] as const;
export type Task = Readonly<Partial<Record<(typeof TASK)[number], string>>>;

/** What a newer version of the page has written into a link, which is kept until another run begins: pieces of the link, each
 * behind its `&`, and of its changes. */
export interface Later {
  pieces: string;
  changes: string;
}

/** The names of the link behind those of the run, in the order in which they are written. */
const OTHERS = `lang lesson display ${TASK.join(' ')}`;

/** Where the link opens a chapter, it says whatever the chapter sets, which is otherwise what stands for a name unsaid. */
export function formatLink(
  link: Link,
  table: SettingsTable,
  chapters: readonly Beginning[],
): string {
  const { settings, step, lang, lesson, display, later, task = {} } = link;
  const begun = chapters[(lesson ?? 0) - 1]?.settings ?? {};
  const rows = rowsOf(table).filter(
    (row) => row.always || row.name in begun || settings[row.name] !== row.default,
  );
  const changes = [link.changes, later?.changes].filter(Boolean).join(';');
  const said = [
    ...rows.map(({ name }) => [name, settings[name]] as const),
    // What was given for points may be anything.
    ['own', link.own?.replace(/[&#%\s]/g, encodeURIComponent)] as const,
    ['changes', changes] as const,
    ['step', String(step)] as const,
    ['lang', lang] as const,
    ['lesson', lesson] as const,
    ['display', display === 'auto' ? null : display] as const,
    ...TASK.map((name) => [name, encoded(task[name])] as const),
  ];
  const pieces = said.filter(([, value]) => value || value === 0);
  return `#${pieces.map(([name, value]) => `${name}=${value}`).join('&')}${later?.pieces ?? ''}`;
}

/** A comma stands between the words of a list, and needs no code. */
export const encoded = (text = '') => encodeURIComponent(text).replaceAll('%2C', ',');

/** Characters that every browser and most messengers pass on; what is longer goes into a file. */
export const LONGEST_LINK = 8000;

/** Longer texts of a link are not repeated whole. */
const LONGEST_QUOTE = 40;

/** Something in the link that was not followed to the letter. */
export type Correction =
  /** A value that was not allowed, and what stands in its place; nothing where the page decides. */
  | { kind: 'value'; name: string; given: string; used: string }
  /** A number that may be read in two ways, and what stands in its place. */
  | { kind: 'unclear'; name: string; given: string; readings: readonly number[]; used: string }
  /** A name that the page does not know, and the one that was probably meant. */
  | { kind: 'name'; name: string; given: string; meant: string | null }
  /** Another value for a name that stood there before. */
  | { kind: 'again'; name: string; given: string }
  /** The text of own points: what is wrong with it, how many were read, and at which place, or how many there should be. */
  | { kind: 'own'; given: string; wrong: OwnWrong; read: number; detail: number }
  /** What a newer version of the page has written. */
  | { kind: 'later'; given: string }
  /** A piece of the changes that was not made as it stands. */
  | { kind: 'change'; given: string; why: Wrong };

/** What the hash says, and, where it says nothing, what the names of ours in the query say. */
export function parseLink(
  hash: string,
  chapters: readonly Beginning[],
  search = '',
): Link & { display: Display; corrections: Correction[] } {
  const arrived = readLink(hash, search, OTHERS, chapters);
  const [settings, own, changes, step, lesson, others, slips] = arrived;
  const [given, , shown, ...said] = others;
  const corrections = slips.map(correctionOf);
  const choice = <T extends string, O>(
    name: string,
    text: string | undefined,
    words: readonly T[],
    otherwise: O,
  ) => {
    if (text === undefined) return otherwise;
    const known = words.find((word) => word === text.toLowerCase());
    if (known) return known;
    corrections.push({ kind: 'value', name, given: quote(text), used: '' });
    return otherwise;
  };
  const lang = choice('lang', given, LANGUAGES, undefined);
  const display = choice('display', shown, DISPLAYS, 'auto' as const);
  return {
    settings,
    step,
    lesson: lesson || null,
    display,
    corrections,
    ...(lang && { lang }),
    ...(own && { own }),
    ...(changes && { changes }),
    ...laterIn(slips),
    ...taskIn(said),
  };
}

function taskIn(said: readonly (string | undefined)[]): { task?: Task } {
  const task = Object.fromEntries(
    TASK.map((name, i) => [name, said[i]]).filter(([, text]) => text),
  );
  return Object.keys(task).length > 0 ? { task } : {};
}

/** What a newer version of the page has written, if anything. */
function laterIn(slips: readonly Slip[]): { later?: Later } {
  const given = (of: Slip[0]) => slips.flatMap(([kind, , text]) => (kind === of ? [text] : []));
  // A name that is like none of ours may be one of a later list.
  const unlike = slips.flatMap(([kind, name, text, meant]) =>
    kind === 'unknown' && text && !meant ? [`${encoded(name)}=${encoded(text)}`] : [],
  );
  const pieces = [...given('newer'), ...unlike].map((piece) => `&${piece}`);
  const changes = [...given('later'), ...given('name').filter((piece) => !/[[\]]/.test(piece))];
  return pieces.length + changes.length > 0
    ? { later: { pieces: pieces.join(''), changes: changes.join(';') } }
    : {};
}

const isOfOwn = (kind: Slip[0]): kind is OwnWrong => kind.startsWith('own');

function correctionOf([kind, known, text, used, ...readings]: Slip): Correction {
  const [name, given] = [quote(known), quote(text)];
  if (isOfOwn(kind))
    return { kind: 'own', given, wrong: kind, read: readings[0], detail: readings[1] };
  switch (kind) {
    case 'number':
      return { kind: 'value', name, given, used };
    case 'word':
      return { kind: 'value', name, given, used: '' };
    case 'unclear':
      return { kind, name, given, readings, used };
    case 'unknown':
      return { kind: 'name', name, given, meant: used || null };
    case 'twice':
      return { kind: 'again', name: name.toLowerCase(), given };
    case 'newer':
      return { kind: 'later', given };
    default:
      return { kind: 'change', given, why: kind };
  }
}

/** Whether a text has a name of the link in it. */
export const holdsLink = (text: string) => readLink(text, '', OTHERS, [])[7];

/** A query without the names of ours, which the hash holds once it has been read. */
export function searchOfOthers(search: string): string {
  const pieces = search.replace(/^\?/, '').split('&');
  const others = pieces.filter((piece) => !holdsLink(piece));
  if (others.length === pieces.length) return search;
  return others.length > 0 ? `?${others.join('&')}` : '';
}

/** What somebody has written, as a sentence repeats it. */
export function quote(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
