/** From numbers to pixels: axis domains that end at round numbers, and their ticks. */

import { tickStep, ticks } from 'd3-array';

export interface Domain {
  min: number;
  max: number;
}

/** Where `value` lies between the ends of the domain: 0 at `min`, 1 at `max`. */
export function position({ min, max }: Domain, log: boolean, value: number): number {
  if (!log) return (value - min) / (max - min);
  // Logarithms are subtracted, because the quotient of two numbers may be too large for a number.
  const least = Math.log(min);
  return (Math.log(Math.max(value, min)) - least) / (Math.log(max) - least);
}

/** What lies at a share of the way from the domain's one end to the other. */
export function valueAt({ min, max }: Domain, log: boolean, share: number): number {
  if (!log) return min + share * (max - min);
  const least = Math.log(min);
  return finite(Math.exp(least + share * (Math.log(max) - least)));
}

/** Steps from 0 to the next round number, so that the curve grows to the right and the axis seldom changes. */
export function stepDomain(step: number): Domain {
  let max = 100;
  for (const factor of nextRoundFactors()) {
    if (max >= step) break;
    max *= factor;
  }
  return { min: 0, max };
}

/** How far along the axis a step lies: on a log axis log(1 + step), which has a place for step 0. */
export function along(step: number, log: boolean): number {
  return log ? Math.log1p(step) : step;
}

/** The step that lies so far along. */
export function stepAlong(place: number, log: boolean): number {
  return log ? Math.expm1(place) : place;
}

/** 100, 200, 500, 1000, …: each from the one before. */
function* nextRoundFactors(): Generator<number> {
  for (;;) yield* [2, 2.5, 2];
}

/** Losses from 0 to a round number not below `greatest`; on a log axis from a power of ten not above `least`. */
export function lossDomain(least: number, greatest: number, log: boolean): Domain {
  if (log) {
    const floor = 10 ** Math.floor(Math.log10(Math.max(least, 1e-12)));
    return { min: floor, max: finite(Math.max(roundLog(greatest), floor * 10)) };
  }
  const step = tickStep(0, greatest, 5);
  return { min: 0, max: finite(Math.ceil((greatest / step) * 1.02) * step) };
}

/** A round number above the greatest of all numbers is no number. */
export function finite(value: number): number {
  return Math.min(value, Number.MAX_VALUE);
}

/** The least of 1, 2, 5, 10, … that is not below `value`. */
export function roundLog(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10);
}

/** About `count` round numbers on the axis. */
export function domainTicks({ min, max }: Domain, log: boolean, count: number): number[] {
  // Too short for powers of ten, an axis has even ticks.
  if (log && max > 4 * min) return logTicks(min, max, count);
  // In units of a power of ten, because the step after the last may be too large for a number; and without the digits that
  // rounding adds to round numbers.
  const unit = 10 ** Math.floor(Math.log10(max));
  return ticks(min / unit, max / unit, count).map((tick) => Number((tick * unit).toPrecision(10)));
}

/** Powers of ten, with 2 and 5 between them as long as that gives few enough to read; of very many decades some round number
 * of them lies between two ticks. */
function logTicks(min: number, max: number, count: number): number[] {
  const first = Math.floor(Math.log10(min) + 1e-9);
  const decades = Math.ceil(Math.log10(max) - first);
  const factors = decades <= 2 && 3 * decades <= count + 1 ? [1, 2, 5] : [1];
  const stride = Math.max(1, tickStep(0, decades, Math.min(count, 6)));
  const found: number[] = [];
  for (let i = Math.ceil(first / stride); i * stride <= first + decades; i++) {
    for (const factor of factors) {
      const tick = Number(`${factor}e${i * stride}`);
      if (Number.isFinite(tick) && tick >= min * 0.999999 && tick <= max * 1.000001)
        found.push(tick);
    }
  }
  return found;
}

/** Ticks that lie at least `room` of the whole axis from each other: as many as fit, and at most about `most`. */
export function roomyTicks(domain: Domain, log: boolean, most: number, room: number): number[] {
  for (let count = most; count > 1; count--) {
    const found = domainTicks(domain, log, count);
    const places = found.map((tick) => position(domain, log, tick));
    if (places.every((place, i) => i === 0 || place - (places[i - 1] as number) >= room))
      return found;
  }
  return domainTicks(domain, log, 1);
}
