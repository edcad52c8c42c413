/** Which point the look inside is about. */

import type { Frame } from '../engine/frame.js';
import type { Intent } from '../state/store.js';

/** The point that is worked out: the chosen one, else one in the middle of the second arm, which both find hard. */
export function chosenPoint({ selectedPoint }: Intent, { points }: Frame): number {
  const last = points.labels.length - 1;
  return Math.min(selectedPoint ?? Math.floor((1.5 * points.labels.length) / points.classes), last);
}
