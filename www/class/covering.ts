/** Hides and locks what a teacher's link names, wherever it stands, and gives it back. */

import { ALSO_CHANGED, controlsOf, PARTS } from './parts.js';
import type { Plan } from './plan.js';

const HIDDEN = 'task-hidden';
const LOCKED = 'task-locked';

export class Covering {
  /** Controls that were locked here: whoever else switches them off does that for reasons of his own. */
  private locked = new Set<Element>();

  /** Brings the page to what is asked for; parts that have been loaded since the last time included. */
  apply({ hide, lock, embedded }: Pick<Plan, 'hide' | 'lock' | 'embedded'>): void {
    mark(HIDDEN, [...hide].map(selectorOf));
    mark(LOCKED, [...lock].map(controlsOf));
    hideEmptyGroups();
    this.disable(lock);
    document.body.classList.toggle('embedded', embedded);
    document.body.classList.remove('awaited');
    const controls = document.querySelector('#controls');
    const isBare = controls?.querySelector(`:scope > .group:not(.${HIDDEN})`) === null;
    document.body.classList.toggle('no-controls', isBare);
  }

  private disable(lock: ReadonlySet<string>): void {
    const selectors = [...lock].flatMap((setting) => [
      ...controlsOf(setting)
        .split(',')
        .map((place) => `${place} :is(input, select)`),
      ...(ALSO_CHANGED[setting] ? [ALSO_CHANGED[setting]] : []),
    ]);
    const now = new Set(selectors.length > 0 ? document.querySelectorAll(selectors.join()) : []);
    for (const control of this.locked) if (!now.has(control)) control.removeAttribute('disabled');
    for (const control of now) control.setAttribute('disabled', '');
    this.locked = now;
  }
}

const selectorOf = (name: string) => (PARTS as Record<string, string>)[name] ?? controlsOf(name);

/** Gives a class to what these select, and to nothing else. */
function mark(name: string, selectors: readonly string[]): void {
  const now = new Set(selectors.length > 0 ? document.querySelectorAll(selectors.join()) : []);
  for (const element of document.querySelectorAll(`.${name}`))
    if (!now.has(element)) element.classList.remove(name);
  for (const element of now) element.classList.add(name);
}

/** A heading over nothing is hidden with what it stood over. */
function hideEmptyGroups(): void {
  // The fold first: it stands in a group.
  for (const groups of ['#controls details.unplaced', '#controls .group'])
    for (const group of document.querySelectorAll(groups)) {
      const rest = [...group.children].filter((child) => !child.matches('h2, summary, .hint'));
      const isEmpty = rest.every(isHidden);
      if (isEmpty) group.classList.add(HIDDEN);
    }
}

/** Whether it, or all that stands in it, is hidden. */
function isHidden(element: Element): boolean {
  const within = [...element.children];
  const isRow = element.matches('#seed-row') && within.length > 0;
  return element.classList.contains(HIDDEN) || (isRow && within.every(isHidden));
}
