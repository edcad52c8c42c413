/** The link: everything that decides a run, as `name=value` joined by `&` in the address's hash. */

import { isLanguage, type Language } from './i18n/index.js';
import {
  defaults,
  type LimitsTable,
  NAMES,
  type Name,
  nearestAllowed,
  parseNumber,
  type Range,
  type Settings,
} from './settings.js';

export interface Link {
  settings: Settings;
  /** Run to this step on opening. */
  step: number;
  /** Absent when the link leaves the choice to the browser. */
  lang?: Language;
  /** The open chapter of the lesson, from 1. */
  lesson: number | null;
}

/** A chapter of the lesson as the link needs it: what it sets, unless the link says otherwise. */
export interface Beginning {
  settings: Partial<Settings>;
  step: number;
}

/** A value of the link that was not allowed, and what stands in its place. */
export interface Correction {
  name: string;
  given: string;
  used: string;
}

export function formatLink({ settings, step, lang, lesson }: Link): string {
  const pairs: [string, string | number][] = NAMES.map((name) => [name, settings[name]]);
  pairs.push(['step', step]);
  if (lang) pairs.push(['lang', lang]);
  if (lesson) pairs.push(['lesson', lesson]);
  return `#${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

export function parseLink(
  hash: string,
  table: LimitsTable,
  maxSteps: number,
  chapters: readonly Beginning[],
): Link & { corrections: Correction[] } {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const corrections: Correction[] = [];
  const number = (name: string, limits: Range, otherwise: number) => {
    const text = given.get(name);
    if (text === null) return otherwise;
    const value = parseNumber(text);
    const used = Number.isNaN(value) ? otherwise : nearestAllowed(limits, value);
    if (used !== value) corrections.push({ name, given: text, used: String(used) });
    return used;
  };

  const lesson = number('lesson', { min: 0, max: chapters.length, whole: true }, 0) || null;
  const chapter = lesson === null ? undefined : chapters[lesson - 1];
  const settings: Record<Name, number> = { ...defaults(table), ...chapter?.settings };
  for (const name of NAMES) settings[name] = number(name, table[name], settings[name]);
  const step = number('step', { min: 0, max: maxSteps, whole: true }, chapter?.step ?? 0);

  const link: Link & { corrections: Correction[] } = { settings, step, lesson, corrections };
  const lang = given.get('lang');
  if (isLanguage(lang)) link.lang = lang;
  else if (lang !== null) corrections.push({ name: 'lang', given: lang, used: '' });
  return link;
}
