/** The axes of the chart that come with its tools: steps by their logarithm, and losses of a part of the run. */

import { tickStep } from 'd3-array';
import type { MoreAxes } from '../chart/plot.js';
import { along, type Domain, domainTicks, finite, position, roundLog } from '../draw/scale.js';

export const MORE_AXES: MoreAxes = { logTicks, closeDomain };

/** Ticks at least `room` of the axis from each other: 0 and powers of ten, with 2 and 5 between them if there is room. */
export function logTicks(domain: Domain, most: number, room: number): number[] {
  const fine = roundSteps(domain, [1, 2, 5]);
  const fits = (ticks: number[]) => roomy(domain, ticks, room).length === ticks.length;
  if (fine.length >= 3) return fits(fine) ? fine : roomy(domain, roundSteps(domain, [1]), room);
  // A part of the axis that has too few of them has even ticks.
  for (let count = most; count > 1; count--) {
    const even = domainTicks(domain, false, count);
    if (fits(even)) return even;
  }
  return roomy(domain, domainTicks(domain, false, 2), room);
}

/** 0 and these factors of each power of ten, as far as they are on the axis. */
function roundSteps({ min, max }: Domain, factors: number[]): number[] {
  const found = [0];
  for (let power = 1; power <= max; power *= 10)
    found.push(...factors.map((factor) => factor * power));
  return found.filter((tick) => tick >= min && tick <= max);
}

/** Those ticks that have room after the one before. */
function roomy({ min, max }: Domain, ticks: number[], room: number): number[] {
  const axis = { min: along(min, true), max: along(max, true) };
  let end = Number.NEGATIVE_INFINITY;
  return ticks.filter((tick) => {
    const place = position(axis, false, along(tick, true));
    const fits = place - end >= room;
    if (fits) end = place;
    return fits;
  });
}

/** Round numbers close around some losses. */
export function closeDomain(least: number, greatest: number, log: boolean): Domain {
  const low = log ? Math.max(least, 1e-12) : least;
  const high = Math.max(greatest, low);
  if (log && high > 2 * low) return { min: 1 / roundLog(1 / low), max: finite(roundLog(high)) };
  // Not so close that the labels have more digits than there is room for.
  const step = tickStep(0, Math.max(high - low, 1e-3 * high, 1e-12), 5);
  const below = Math.floor(low / step);
  return { min: below * step, max: finite(Math.max(below + 1, Math.ceil(high / step)) * step) };
}
