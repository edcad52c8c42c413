/** What the words of an open chapter lead to, and what its answer shows. */

import { parseLink } from '../state/link.js';
import { anew, PLAIN_VIEW, type Store, type View } from '../state/store.js';
import type { Chapter } from './chapters.js';
import { OPENINGS } from './openings.js';

/** Leads to the state that a chapter's words describe: its own settings with those of the link, run anew to the link's step,
 * so that the numbers beside the words are those that are seen. */
export function lead(store: Store, link: string): void {
  const { lesson } = store.getState();
  if (lesson === null) return;
  // The first of two values for a name holds.
  const { settings, own = '', step } = parseLink(`${link}&step=0&lesson=${lesson}`, OPENINGS);
  store.setState((intent) => ({ ...anew(intent, step), settings, own, phase: null }));
}

/** Shows what an answer speaks of as long as it is open. */
export function answered(store: Store, chapter: Chapter, open: boolean): void {
  const { answerView } = chapter;
  if (!answerView) return;
  const own = { ...PLAIN_VIEW, ...chapter.view };
  const back = Object.keys(answerView).map((key) => [key, own[key as keyof View]]);
  store.setState(open ? answerView : Object.fromEntries(back));
}
