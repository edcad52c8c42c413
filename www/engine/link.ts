/** Where a link leads, which the engine decides: the command line follows links with the same code. */

import { followLink } from '../pkg/session.js';
import { plain, readings } from '../ui/numerals.js';
import type { Settings } from './settings.js';

export type { FollowedOtherwise } from '../pkg/session.js';

/** The settings and the step to which a link leads: what it says by name, and elsewhere what is usual. */
export function follow(given: ReadonlyMap<string, string>, usual: Settings, step: number) {
  const texts = [...given].map(([name, text]) => [name, plain(text)]);
  return followLink(Object.fromEntries(texts), usual, step, readings);
}
