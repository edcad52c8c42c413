/** Why the engine does not do something, as a code with its details, which the dictionaries word. */

import type { Refusal } from '../pkg/session.js';

export type { Refusal };

/** What the engine refused with this error; null for an error of any other kind, which nobody foresaw. */
export function refusalOf(error: unknown): Refusal | null {
  return (error as { refusal?: Refusal } | null)?.refusal ?? null;
}
