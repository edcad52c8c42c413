/** What a teacher's link asks for, read from its texts. */

import { isAllowed, parseNumber, type SettingsTable } from '../engine/settings.js';
import type { Correction, Task } from '../state/link.js';
import { plainText } from '../state/link-text.js';
import { PARTS } from './parts.js';

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
    if (isAllowed({ min: 1, max, whole: true }, value)) return [value];
    refuse(name, given);
    return [];
  };
  const numbers = (name: 'stop' | 'chapters', max: number) =>
    wordsOf(task[name]).flatMap((word) => number(name, word, max));
  const [stop = null] = numbers('stop', ends.step);
  return {
    hide: among('hide', [...settings, ...Object.keys(PARTS)]),
    lock: among('lock', settings),
    stop,
    question: plainText(task.ask),
    chapters: [...new Set(numbers('chapters', ends.chapter))].sort((a, b) => a - b),
    embedded: task.embed !== undefined && task.embed !== '0',
    student: plainText(task.handin),
    answer: plainText(task.answer),
    check: plainText(task.check).toUpperCase(),
    corrections,
  };
}

function wordsOf(list = ''): string[] {
  return plainText(list)
    .toLowerCase()
    .split(/[\s,，、;；]+/)
    .filter(Boolean);
}
