/** Own points on the grid of the link. */

import { within } from './refuse.js';

/** Steps of the grid in a unit, how far from 0 a coordinate may be, and the last class. */
const GRID = 1024;
const FARTHEST = 1_000_000;
const LAST_CLASS = 5;

/** x and y in steps of the grid and the class of each point, as the engine packs them. */
export function onGrid(coordinates: ArrayLike<number>, labels: ArrayLike<number>): Int32Array {
  const both = 2 * labels.length;
  within('the number of coordinates', coordinates.length, [both, both], true);
  const at = (place: number) => {
    const coordinate = coordinates[place] ?? Number.NaN;
    return Math.round(GRID * within('coordinate', coordinate, [-FARTHEST, FARTHEST], false));
  };
  const points = Array.from(labels, (label, point) => [
    at(2 * point),
    at(2 * point + 1),
    within('label', label, [0, LAST_CLASS], true),
  ]);
  return new Int32Array(points.flat());
}
