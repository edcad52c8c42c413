/** What a teacher's link asks for, read from its texts. */

import { parseNumber, type SettingsTable } from '../engine/settings.js';
import type { Correction, Task } from '../state/link.js';
import { plainText } from '../state/link-text.js';
import { PARTS } from './parts.js';

/** Letters of a question, a name or an answer that are shown. */
const LONGEST = 300;

export interface Plan {
  /** Settings and parts of the page that are not seen, by name. */
  hide: ReadonlySet<string>;
  /** Settings that are seen and stay as they are. */
  lock: ReadonlySet<string>;
  /** Play halts at this step; null lets it go on. */
  stop: number | null;
  /** What is to be answered before the run moves; empty asks nothing. */
  question: string;
  /** Chapters of the lesson that can be opened, in their order; none named are all. */
  chapters: readonly number[];
  /** The page stands in another one. */
  embedded: boolean;
  /** Who hands in; empty where nothing is handed in. */
  student: string;
  answer: string;
  /** The check code that is handed in. */
  check: string;
  /** What of it was not followed to the letter. */
  corrections: readonly Correction[];
}

/** How far numbers go: the last step, and the last chapter. */
export interface Ends {
  step: number;
  chapter: number;
}

export function planOf(task: Task, table: SettingsTable, ends: Ends): Plan {
  const corrections: Correction[] = [];
  const refuse = (name: string, given: string) =>
    corrections.push({ kind: 'value', name, given, used: '' });
  const settings = Object.keys(table);
  const among = (name: 'hide' | 'lock', known: readonly string[]) => {
    const words = wordsOf(task[name]);
    for (const word of words.filter((each) => !known.includes(each))) refuse(name, word);
    return new Set(words.filter((word) => known.includes(word)));
  };
  const number = (name: 'stop' | 'chapters', given: string, max: number) => {
    const value = parseNumber(given, true);
    if (Number.isNaN(value)) {
      refuse(name, given);
      return [];
    }
    const nearest = Math.min(Math.max(1, Math.round(value)), max);
    if (nearest !== value) corrections.push({ kind: 'value', name, given, used: String(nearest) });
    return [nearest];
  };
  const numbers = (name: 'stop' | 'chapters', max: number) =>
    wordsOf(task[name]).flatMap((word) => number(name, word, max));
  const [stop = null] = numbers('stop', ends.step);
  return {
    hide: among('hide', [...settings, ...Object.keys(PARTS)]),
    lock: among('lock', settings),
    stop,
    question: short(plainText(task.ask)),
    chapters: [...new Set(numbers('chapters', ends.chapter))].sort((a, b) => a - b),
    embedded: task.embed !== undefined && !/^(0|false|no|off)$/i.test(task.embed),
    student: short(plainText(task.handin)),
    answer: short(plainText(task.answer)),
    check: plainText(task.check).toUpperCase(),
    corrections,
  };
}

/** As much of a text as has room over the boards. */
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** The words of a list in a link. */
export function wordsOf(list = ''): string[] {
  return plainText(list)
    .toLowerCase()
    .split(/[\s,，、;；]+/)
    .filter(Boolean);
}
