/** One run that was handed in: what it says of itself, and what came out when it was repeated. */

import { readingOf } from '../../boards/readouts.js';
import { CLASSIFIERS, type Classifier, type Frame, type Reading } from '../../engine/frame.js';
import { rowsOf } from '../../engine/settings.js';
import { type Link, parseLink } from '../../state/link.js';
import type { Writing } from '../hand-in/link.js';
import { planOf } from '../plan.js';
import type { Found } from './find.js';

export interface Entry {
  /** As it was handed in. */
  readonly found: Found;
  readonly name: string;
  readonly answer: string;
  /** The check code that was handed in; empty where none was. */
  readonly check: string;
  readonly link: Link;
  /** Settings that are not as usual, and changes on the way, as the link says them. */
  readonly differs: string;
  /** Something in the link was not followed to the letter. */
  readonly corrected: boolean;
  state: State;
}

/** How far it is repeated. */
export type State =
  | { kind: 'waiting' | 'skipped' }
  | { kind: 'going'; step: number }
  /** The engine does not repeat it, and says why. */
  | { kind: 'refused'; error: unknown }
  | ({ kind: 'done' } & Outcome);

export interface Outcome extends Record<Classifier, Reading> {
  /** Where it stands: the link's step, unless it diverged before. */
  step: number;
  diverged: boolean;
  /** Some of its changes were not made, because the loss would be none. */
  forgotten: boolean;
  verdict: Verdict;
}

/** What the check code is worth. */
export type Verdict = 'right' | 'wrong' | 'none';

export function entryOf(found: Found, { table, chapters }: Writing): Entry {
  const { name, check = '' } = found;
  const { corrections, ...link } = parseLink(found.link, chapters);
  const ends = { step: Number.POSITIVE_INFINITY, chapter: chapters.length };
  const plan = planOf(link.task ?? {}, table, ends);
  return {
    found,
    name: plan.student || name,
    answer: plan.answer,
    check: plan.check || check.toUpperCase(),
    link,
    differs: differing(link, table),
    corrected: corrections.length > 0,
    state: { kind: 'waiting' },
  };
}

/** Letters of the changes at most. */
const MOST_CHANGES = 60;

function differing({ settings, changes = '' }: Link, table: Writing['table']): string {
  const rows = rowsOf(table).filter(({ name, default: usual }) => settings[name] !== usual);
  const said = rows.map(({ name }) => `${name}=${settings[name]}`);
  if (changes) said.push(`changes=${changes.slice(0, MOST_CHANGES)}`);
  return said.join(' ');
}

/** What is seen of a run that was repeated; `code` is its check code. */
export function outcomeOf(frame: Frame, given: string, code: string, forgotten: boolean): Outcome {
  const [linear, network] = CLASSIFIERS.map((classifier) => {
    const { loss, accuracy } = readingOf(frame, classifier);
    return { loss, accuracy };
  }) as [Reading, Reading];
  const verdict = given === '' ? 'none' : given === code ? 'right' : 'wrong';
  const { step, diverged } = frame;
  return { step, diverged: diverged !== null, forgotten, linear, network, verdict };
}

/** The step at which it stands, or shall stand. */
export const stepOf = ({ state, link }: Entry) => (state.kind === 'done' ? state.step : link.step);

/** How often the student of each of them has handed in. */
export function countNames(entries: readonly Entry[]): (entry: Entry) => number {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return (entry) => (entry.name ? (counts.get(keyOf(entry)) ?? 0) : 1);
}

/** The name without what may differ by chance. */
const keyOf = ({ name }: Entry) =>
  name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
