/** Texts that the engine reads: a link, and numbers as people write them. The command line reads them with the same code. */

import { readings as read } from '../pkg/session.js';

export type { Beginning, Slip, Wrong } from '../pkg/session.js';
export { readLink } from '../pkg/session.js';

/** Every number that the text may mean: none where it is no number, two where it is unclear, as `1,000` may be one or a
 * thousand. Where a whole number is asked for, a group of three digits after a comma is a group of digits. */
export function readings(text: string, whole = false): readonly number[] {
  return [...read(text, whole)].filter((number) => !Number.isNaN(number));
}

/** The one number that the text means; NaN where it is none, or unclear. */
export function parseNumber(text: string, whole = false): number {
  const [value = Number.NaN, ...others] = readings(text, whole);
  return others.length > 0 ? Number.NaN : value;
}
