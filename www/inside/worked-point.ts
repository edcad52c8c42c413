/** Which point the look inside is about. */

import type { Frame, Points } from '../engine/frame.js';
import type { Intent } from '../state/store.js';

/** The points that it was found for, and the point that is worked out as long as nobody has chosen one. */
let found: { points: Points; place: number } | null = null;

/** The point that is worked out: the chosen one, else one in the middle of the second class. On the spiral that is the middle of
 * an arm, which both classifiers find hard. */
export function workedPoint({ selectedPoint }: Intent, { points }: Frame): number {
  if (selectedPoint !== null) return Math.max(0, Math.min(selectedPoint, points.labels.length - 1));
  if (found?.points !== points) found = { points, place: middleOf(points) };
  return found.place;
}

/** Of the points of the second class that are trained on, in their order. */
function middleOf({ trueLabels, heldOut }: Points): number {
  const places = [...trueLabels.keys()].filter((i) => trueLabels[i] === 1 && !heldOut[i]);
  return places[places.length >> 1] ?? 0;
}
