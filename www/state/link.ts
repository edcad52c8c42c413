/** The link: everything that decides a run, as `name=value` joined by `&` in the address's hash. */

import { type Beginning, type Correction, hasName, readLink } from '../engine/link.js';
import { rowsOf, type Settings, type SettingsTable } from '../engine/settings.js';
import { LANGUAGES, type Language } from '../i18n/index.js';

export type { Correction };

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
}

/** What a newer version of the page has written into a link, which is kept until another run begins: pieces of the link, each
 * behind its `&`, and of its changes. */
export interface Later {
  pieces: string;
  changes: string;
}

/** The names of the link behind those of the run, in the order in which they are written. */
const OTHERS = ['lang', 'lesson', 'display'];

export function formatLink(link: Link, table: SettingsTable): string {
  const { settings, step, lang, lesson, display, later } = link;
  const rows = rowsOf(table).filter((row) => row.always || settings[row.name] !== row.default);
  const changes = [link.changes, later?.changes].filter(Boolean).join(';');
  const said = [
    ...rows.map(({ name }) => [name, settings[name]] as const),
    ['own', link.own] as const,
    ['changes', changes] as const,
    ['step', String(step)] as const,
    ['lang', lang] as const,
    ['lesson', lesson] as const,
    ['display', display === 'auto' ? null : display] as const,
  ];
  const pieces = said.filter(([, value]) => value || value === 0);
  return `#${pieces.map(([name, value]) => `${name}=${value}`).join('&')}${later?.pieces ?? ''}`;
}

/** Characters that every browser and most messengers pass on; what is longer goes into a file. */
export const LONGEST_LINK = 8000;

/** Longer texts of a link are not repeated whole. */
const LONGEST_QUOTE = 40;

/** What the hash says, and, where it says nothing, what the names of ours in the query say. */
export function parseLink(
  hash: string,
  chapters: readonly Beginning[],
  search = '',
): Link & { display: Display; corrections: Correction[] } {
  const arrived = readLink(hash, search, OTHERS, chapters);
  const { settings, own, changes, step, lesson, others, later, laterChanges } = arrived;
  const corrections = arrived.corrections.map(quoted);
  const choice = <T extends string, O>(name: string, words: readonly T[], otherwise: O) => {
    const given = others[name];
    if (given === undefined) return otherwise;
    const known = words.find((word) => word === given.toLowerCase());
    if (known) return known;
    corrections.push({ kind: 'value', name, given: quote(given), used: '' });
    return otherwise;
  };
  const lang = choice('lang', LANGUAGES, undefined);
  const display = choice('display', DISPLAYS, 'auto' as const);
  return {
    settings,
    step,
    lesson: lesson || null,
    display,
    corrections,
    ...(lang && { lang }),
    ...(own && { own }),
    ...(changes && { changes }),
    ...((later || laterChanges) && { later: { pieces: later, changes: laterChanges } }),
  };
}

/** Whether a text has a name of the link in it. */
export const holdsLink = (text: string) => hasName(text, OTHERS);

/** A query without the names of ours, which the hash holds once it has been read. */
export function searchOfOthers(search: string): string {
  const pieces = search.replace(/^\?/, '').split('&');
  const others = pieces.filter((piece) => !holdsLink(piece));
  if (others.length === pieces.length) return search;
  return others.length > 0 ? `?${others.join('&')}` : '';
}

function quoted(correction: Correction): Correction {
  const given = quote(correction.given);
  if (correction.kind !== 'name') return { ...correction, given };
  return { ...correction, given, name: quote(correction.name) };
}

/** What somebody has written, as a sentence repeats it. */
export function quote(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
