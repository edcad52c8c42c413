/** The link: everything that decides a run, as `name=value` joined by `&` in the address's hash. */

import { type FollowedOtherwise, follow } from '../engine/link.js';
import {
  defaults,
  nearestAllowed,
  rowsOf,
  type Settings,
  type SettingsTable,
} from '../engine/settings.js';
import { LANGUAGES, type Language } from '../i18n/index.js';
import { plain, readings } from '../ui/numerals.js';
import { nearestName, type Pair, pairsOf } from './link-text.js';

/** How the page looks: as the system asks, light, dark, or large and strong enough for the back row. */
export const DISPLAYS = ['auto', 'light', 'dark', 'projector'] as const;
export type Display = (typeof DISPLAYS)[number];

export interface Link {
  /** Those that the run begins with. */
  settings: Settings;
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
}

/** The names of the link behind those of the settings, in the order in which they are written, with what each says; null where
 * that goes without saying. */
const OTHERS: readonly (readonly [string, (link: Link) => string | number | null])[] = [
  ['changes', ({ changes }) => changes || null],
  ['step', ({ step }) => step],
  ['lang', ({ lang }) => lang ?? null],
  ['lesson', ({ lesson }) => lesson],
  ['display', ({ display = 'auto' }) => (display === 'auto' ? null : display)],
];

/** Every name of the link, in the order in which it is written. */
export function linkNames(table: SettingsTable): string[] {
  return [...Object.keys(table), ...OTHERS.map(([name]) => name)];
}

export function formatLink(link: Link, table: SettingsTable): string {
  const { settings } = link;
  const rows = rowsOf(table).filter((row) => row.always || settings[row.name] !== row.default);
  const others = OTHERS.map(([name, says]) => [name, says(link)] as const);
  const said = [
    ...rows.map(({ name }) => [name, settings[name]] as const),
    ...others.filter(([, value]) => value !== null),
  ];
  return `#${said.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

/** Characters that every browser and most messengers pass on; what is longer goes into a file. */
export const LONGEST_LINK = 8000;

/** A chapter of the lesson as the link needs it: what it sets, unless the link says otherwise. */
export interface Beginning {
  settings: Partial<Settings>;
  step: number;
}

/** Something in the link that was not followed to the letter. */
export type Correction =
  /** A value that was not allowed, and what stands in its place; nothing where the page decides. */
  | { kind: 'value'; name: string; given: string; used: string }
  /** A number that may be read in two ways, and what stands in its place. */
  | { kind: 'unclear'; name: string; given: string; readings: readonly number[]; used: string }
  /** A name that the page does not know, and the one that was probably meant. */
  | { kind: 'name'; name: string; given: string; meant: string | null }
  /** Another value for a name that stood there before. */
  | { kind: 'again'; name: string; given: string };

/** Longer texts of a link are not repeated whole. */
const LONGEST_QUOTE = 40;

/** What the hash says, and, where it says nothing, what the names of ours in the query say. */
export function parseLink(
  hash: string,
  table: SettingsTable,
  maxSteps: number,
  chapters: readonly Beginning[],
  search = '',
): Link & { display: Display; corrections: Correction[] } {
  const corrections: Correction[] = [];
  const names = linkNames(table);
  const given = collect(pairsOf(hash), names, corrections);
  for (const pair of pairsOf(search)) {
    const { name, text } = pair;
    if (!names.includes(name)) {
      // A query may be the host's; but a link without a hash that almost has a name of ours is a link with a slip.
      if (hash.length < 2 && nearestName(name, names)) collect([pair], names, corrections);
    } else if (!given.has(name)) given.set(name, text);
  }

  const choice = <T extends string, O>(name: string, words: readonly T[], otherwise: O) => {
    const text = given.get(name);
    if (text === undefined) return otherwise;
    const typed = plain(text).toLowerCase();
    const known = words.find((word) => word === typed);
    if (known) return known;
    corrections.push({ kind: 'value', name, given: quote(text), used: '' });
    return otherwise;
  };

  const lesson = chapterOf(given, chapters.length, corrections);
  const chapter = lesson === null ? undefined : chapters[lesson - 1];
  const usual = { ...defaults(table), ...chapter?.settings };
  const [settings, step, otherwise] = follow(given, usual, Math.min(chapter?.step ?? 0, maxSteps));
  corrections.push(...otherwise.map((otherwise) => correctionOf(given, otherwise)));
  const lang = choice('lang', LANGUAGES, undefined);
  const display = choice('display', DISPLAYS, 'auto' as const);
  const changes = given.get('changes');
  const optional = withoutAbsent({ lang, changes });
  return { settings, step, lesson, display, corrections, ...optional };
}

/** The chapter that a text means; null where none is open. */
function chapterOf(
  given: ReadonlyMap<string, string>,
  chapters: number,
  corrections: Correction[],
): number | null {
  const text = given.get('lesson');
  if (text === undefined) return null;
  const [one = Number.NaN, other = Number.NaN] = readings(text, true);
  const clear = !Number.isNaN(one) && Number.isNaN(other);
  const used = clear ? nearestAllowed({ min: 0, max: chapters, whole: true }, one) : 0;
  if (!clear || used !== one) corrections.push(correctionOf(given, ['lesson', used, one, other]));
  return used || null;
}

function correctionOf(
  given: ReadonlyMap<string, string>,
  [name, used, one, other]: FollowedOtherwise,
): Correction {
  const text = quote(given.get(name) ?? '');
  const what = { name, given: text, used: typeof used === 'string' ? '' : String(used) };
  if (Number.isNaN(other)) return { kind: 'value', ...what };
  return { kind: 'unclear', ...what, readings: [one, other] };
}

/** Only what is there. */
function withoutAbsent(link: { lang: Language | undefined; changes: string | undefined }) {
  const { lang, changes } = link;
  return { ...(lang && { lang }), ...(changes && { changes }) };
}

/** The first value of each name that is known; the rest is told. */
function collect(
  pairs: readonly Pair[],
  names: readonly string[],
  corrections: Correction[],
): Map<string, string> {
  const given = new Map<string, string>();
  for (const { name, written, text } of pairs) {
    if (!names.includes(name)) {
      const meant = nearestName(name, names);
      corrections.push({ kind: 'name', name: quote(written), given: quote(text), meant });
    } else if (!given.has(name)) {
      given.set(name, text);
    } else if (given.get(name) !== text) {
      corrections.push({ kind: 'again', name, given: quote(text) });
    }
  }
  return given;
}

/** A query without the names of ours, which the hash holds once it has been read. */
export function searchOfOthers(search: string, table: SettingsTable): string {
  const names = linkNames(table);
  const pieces = search.replace(/^\?/, '').split('&');
  const others = pieces.filter((piece) => !pairsOf(piece).some(({ name }) => names.includes(name)));
  if (others.length === pieces.length) return search;
  return others.length > 0 ? `?${others.join('&')}` : '';
}

/** What somebody has written, as a sentence repeats it. */
export function quote(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
