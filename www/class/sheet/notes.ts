/** What there is to say of a run that was handed in, besides its numbers. */

import type { SheetTexts } from '../../i18n/sheet.js';
import { reasonOf } from '../../state/store.js';
import type { Entry } from './entry.js';

/** `times` is how often the same student has handed in. */
export function notesOf(
  { state, link, corrected }: Entry,
  times: number,
  texts: SheetTexts,
): string[] {
  const notes: string[] = [];
  if (times > 1) notes.push(texts.twice(times));
  if (corrected) notes.push(texts.corrected);
  if (state.kind === 'refused') notes.push(texts.refused(reasonOf(state.error)));
  if (state.kind !== 'done') return notes;
  if (Number.isNaN(state.linear.accuracy)) notes.push(texts.noPoints);
  if (state.diverged && state.step < link.step) notes.push(texts.diverged(link.step));
  if (state.forgotten) notes.push(texts.forgotten);
  return notes;
}
