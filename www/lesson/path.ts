/** Going through the lesson: what opening a chapter and leaving the lesson do to what is wanted. */

import { defaults, type SettingsTable } from '../engine/settings.js';
import { anew, type Intent, PLAIN_VIEW, type Store, type View } from '../state/store.js';
import { OPENINGS, type Opening } from './openings.js';

const VIEW_KEYS = Object.keys(PLAIN_VIEW) as (keyof View)[];

function openingAt(number: number): Opening {
  const opening = OPENINGS[number - 1];
  if (!opening) throw new Error(`the lesson has no chapter ${number}`);
  return opening;
}

/** The view in which a chapter wants the page; without a lesson, nothing. */
export function viewOf(lesson: number | null): Partial<View> {
  return lesson === null ? {} : { ...PLAIN_VIEW, ...openingAt(lesson).view };
}

/** The step at which a chapter begins. */
export function beginningOf(lesson: number | null): number {
  return lesson === null ? 0 : openingAt(lesson).step;
}

/** Brings the page to the state of a chapter: its settings, run to its step, and standing there. */
export function openChapter(store: Store, number: number, table: SettingsTable): void {
  const { settings, step } = openingAt(number);
  store.setState((intent) => ({
    ...viewOf(number),
    ...anew(intent, step),
    lesson: number,
    beginsAt: step,
    settings: { ...defaults(table), ...settings },
    own: '',
  }));
}

/** When the lesson is left, by whatever way, gives back the view that the user had, except where he has changed it since. */
export function keepView(store: Store): void {
  let own = PLAIN_VIEW;
  store.subscribe((now, before) => {
    if (before.lesson === null && now.lesson !== null) own = viewIn(before);
    if (before.lesson === null || now.lesson !== null) return;
    const wanted = { ...PLAIN_VIEW, ...viewOf(before.lesson) };
    const untouched = VIEW_KEYS.filter((key) => now[key] === wanted[key]);
    const back = Object.fromEntries(untouched.map((key) => [key, own[key]]));
    store.setState({ ...back, beginsAt: 0 });
  });
}

function viewIn(intent: Intent): View {
  return Object.fromEntries(VIEW_KEYS.map((key) => [key, intent[key]])) as unknown as View;
}
