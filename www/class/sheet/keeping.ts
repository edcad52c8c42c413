/** What is on the sheet stays with the browser's tab: it survives that the page is loaded anew, and is gone when the tab is closed. */

import type { Found } from './find.js';

const KEY = 'spiral-lab hand-ins';

/** Whether it could be kept: a frame may allow no storage, and what there is may be full. */
export function keep(found: readonly Found[]): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(found));
    return true;
  } catch {
    return false;
  }
}

/** What was kept; other pages of the same origin may have written anything there. */
export function kept(): Found[] {
  try {
    const all: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(all) ? all.filter(isFound) : [];
  } catch {
    return [];
  }
}

function isFound(value: unknown): value is Found {
  const { link, name, check = '' } = (value ?? {}) as Record<string, unknown>;
  return [link, name, check].every((each) => typeof each === 'string');
}
