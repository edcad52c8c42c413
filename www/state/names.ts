/** The names that tables give to classes go with the points: who changes some keeps them, a way back leads to those of before, and
 * any other points have none. */

import type { Intent, Store } from './store.js';

type Names = Intent['classNames'];

/** Points whose names are remembered. */
const MOST = 1000;

export function keepNames(store: Store): void {
  const known = new Map<string, Names>();
  const remember = ({ own, classNames }: Intent) => {
    known.set(own, classNames);
    if (known.size > MOST) known.delete(known.keys().next().value ?? '');
  };
  store.subscribe((now, before) => {
    if (now.own === before.own && now.settings.data === before.settings.data) return;
    if (isOwn(before)) remember(before);
    // A table has just given some.
    if (now.classNames !== before.classNames) remember(now);
    const classNames = isOwn(now) ? namesOf(now, before, known) : null;
    if (classNames !== now.classNames) store.setState({ classNames });
  });
}

/** Gives the classes of the points that the run has names. */
export function callClasses(classNames: Names): (store: Store) => void {
  return (store) => store.setState({ classNames });
}

const isOwn = ({ settings }: Intent) => settings.data === 'own';

function namesOf(now: Intent, before: Intent, known: Map<string, Names>): Names {
  if (known.has(now.own)) return known.get(now.own) ?? null;
  const isEdit = isOwn(before) && now.startsAsked === before.startsAsked;
  return isEdit ? before.classNames : null;
}
