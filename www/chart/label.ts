/** The words at the chart's dashed line stand where no curve is. */

import { BUCKET, type Frame } from '../engine/frame.js';
import { type Box, lossAt, type Plot, stepAt } from './plot.js';
import { type Histories, linesOf } from './values.js';

/** The place where the words are, as long as that is free; else the first that is; null if none is, and the line goes without. */
export function placeForChance(
  plot: Plot,
  frame: Frame,
  histories: Histories,
  room: ((box: Box) => boolean) | undefined,
  free: typeof isFree = isFree,
): Box | null {
  const fits = (place: Box | null) =>
    place && free(place, plot, frame, histories) && room?.(place) !== false;
  return [plot.chancePlace, ...plot.chancePlaces].find(fits) ?? null;
}

/** Whether no curve crosses a part of the chart. */
export function isFree(box: Box, plot: Plot, frame: Frame, histories: Histories): boolean {
  const from = stepAt(plot, box.left);
  const to = stepAt(plot, box.right);
  if (frame.end < from) return true;
  const [least, greatest] = [lossAt(plot, box.bottom), lossAt(plot, box.top)];
  return linesOf(frame, histories).every(({ history: { width, buckets }, last: end }) => {
    const last = buckets.length / BUCKET - 1;
    for (let bucket = Math.floor(from / width); bucket <= Math.min(last, to / width); bucket++) {
      // The curve goes on from there to the next bucket's first loss, or to the last that there is.
      const next = bucket < last ? (buckets[BUCKET * (bucket + 1)] as number) : end;
      const low = Math.min(buckets[BUCKET * bucket + 1] as number, next);
      const high = Math.max(buckets[BUCKET * bucket + 2] as number, next);
      if (high > least && low < greatest) return false;
    }
    return true;
  });
}
