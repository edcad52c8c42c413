/** From numbers to pixels: axis domains that end at round numbers, and their ticks. */

import { tickStep, ticks } from 'd3-array';

export interface Domain {
  min: number;
  max: number;
}

/** Where `value` lies between the ends of the domain: 0 at `min`, 1 at `max`. */
export function position({ min, max }: Domain, log: boolean, value: number): number {
  if (!log) return (value - min) / (max - min);
  return Math.log(Math.max(value, min) / min) / Math.log(max / min);
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

/** 100, 200, 500, 1000, …: each from the one before. */
function* nextRoundFactors(): Generator<number> {
  for (;;) yield* [2, 2.5, 2];
}

/** Losses from 0 to a round number not below `greatest`; on a log axis from a power of ten not above `least`. */
export function lossDomain(least: number, greatest: number, log: boolean): Domain {
  if (log) {
    const floor = 10 ** Math.floor(Math.log10(Math.max(least, 1e-12)));
    return { min: floor, max: Math.max(roundLog(greatest), floor * 10) };
  }
  const step = tickStep(0, greatest, 5);
  return { min: 0, max: Math.ceil((greatest * 1.02) / step) * step };
}

/** The least of 1, 2, 5, 10, … that is not below `value`. */
function roundLog(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10);
}

export function domainTicks({ min, max }: Domain, log: boolean, count: number): number[] {
  return log ? logTicks(min, max) : ticks(min, max, count);
}

/** Powers of ten, with 2 and 5 between them as long as that gives few enough to read. */
function logTicks(min: number, max: number): number[] {
  const decades = Math.ceil(Math.log10(max / min));
  const factors = decades <= 2 ? [1, 2, 5] : [1];
  const stride = Math.ceil(decades / 6);
  const found: number[] = [];
  const first = Math.round(Math.log10(min));
  for (let exponent = first; exponent <= first + decades; exponent += stride) {
    for (const factor of factors) {
      const tick = Number(`${factor}e${exponent}`);
      if (tick <= max * 1.000001) found.push(tick);
    }
  }
  return found;
}
