/** The link that a student hands in, and the one line around it. */

import type { Beginning } from '../../engine/link.js';
import { parseNumber, type SettingsTable } from '../../engine/settings.js';
import { formatLink, type Link, type Task } from '../../state/link.js';
import { linkText } from '../../state/link-text.js';

/** What is handed in with a run. */
export interface HandIn {
  name: string;
  answer: string;
  /** Where the run stands. */
  step: number;
  check: string;
}

/** What a link is written with. */
export interface Writing {
  table: SettingsTable;
  chapters: readonly Beginning[];
}

/** Signs that some programs leave out of an address that they find in a text. */
const LEFT_OUT = /[!'()*]/g;

export function handInLink(link: Link, handIn: HandIn, { table, chapters }: Writing): string {
  const { name, answer, step, check } = handIn;
  const { lang, display, ...run } = forTeacher(link, step);
  const task = {
    ...run.task,
    handin: linkText(name),
    answer: linkText(answer),
    check: linkText(check),
  };
  return escaped(formatLink({ ...run, task }, table, chapters));
}

/** Nothing hides, locks or leads on the page of whoever looks at what was handed in; what was asked stays. */
export function forTeacher(link: Link, step: number): Link {
  const { ask, stop, ...rest } = link.task ?? {};
  const { hide, lock, chapters, embed, ...handedIn } = rest;
  const task: Task = {
    ...(ask && { ask }),
    // A halt that the run has come to would be told as one that is passed.
    ...(stop && !(parseNumber(stop, true) <= step) && { stop }),
    ...handedIn,
  };
  return { ...link, step, lesson: null, task };
}

export const escaped = (link: string) =>
  link.replace(LEFT_OUT, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** One line with the link at its end; what stands before it is for people. */
export function lineOf(parts: readonly string[], address: string): string {
  // An address within an answer shall be taken for no second one.
  const plain = parts.map((part) => part.replaceAll(/\s+/g, ' ').replaceAll('#', '＃').trim());
  return [...plain.filter(Boolean), address].join(' · ');
}
