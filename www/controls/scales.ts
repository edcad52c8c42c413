/** The places of a slider's handle: for each the value it stands for, ascending, short numbers all along. */

import type { Range } from '../engine/settings.js';

export type Scale = readonly number[];

/** Even steps of `step`. */
export function even({ min, max }: Range, step: number): Scale {
  const places = Math.round((max - min) / step) + 1;
  return Array.from({ length: places }, (_, place) => short(min + place * step, 6));
}

/** `perDecade` places for each power of ten, as round as two digits allow. */
export function log({ min, max, whole }: Range, perDecade: number): Scale {
  const first = Math.floor(Math.log10(min) * perDecade);
  const last = Math.ceil(Math.log10(max) * perDecade);
  const powers = Array.from({ length: last - first + 1 }, (_, i) =>
    short(10 ** ((first + i) / perDecade), 2),
  );
  const inside = powers
    .map((value) => (whole ? Math.round(value) : value))
    .filter((value) => value > min && value < max);
  return [...new Set([min, ...inside, max])];
}

/** As `log` from `least` on, and the least value, 0, before it: for what may also be switched off. */
export function zeroThenLog(range: Range, least: number, perDecade: number): Scale {
  return [range.min, ...log({ ...range, min: least }, perDecade)];
}

/** The place whose value is nearest. */
export function placeOf(scale: Scale, value: number): number {
  let nearest = 0;
  scale.forEach((candidate, place) => {
    if (Math.abs(candidate - value) < Math.abs((scale[nearest] as number) - value)) nearest = place;
  });
  return nearest;
}

/** To so many significant digits, as a person would write it. */
function short(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
