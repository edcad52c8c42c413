/** How a slider's handle goes with its value: evenly, or by powers, with round numbers all along. */

import type { Limits } from '../pkg/spiral_lab.js';

export interface Scale {
  /** Positions of the handle: whole numbers from 0 to this. */
  positions: number;
  valueAt(position: number): number;
  /** The handle's position for a value, not rounded. */
  positionOf(value: number): number;
}

/** Even steps of `step`. */
export function even({ min, max }: Limits, step: number): Scale {
  return {
    positions: Math.round((max - min) / step),
    valueAt: (position) => round(min + position * step, 6),
    positionOf: (value) => (value - min) / step,
  };
}

/** `perDecade` positions for each power of ten; values have two significant digits, or are whole. */
export function log({ min, max, whole }: Limits, perDecade: number): Scale {
  const positions = Math.round(Math.log10(max / min) * perDecade);
  const ratio = Math.log(max / min) / positions;
  return {
    positions,
    valueAt: (position) => {
      if (position >= positions) return max;
      const value = min * Math.exp(ratio * position);
      return whole ? Math.round(value) : round(value, 2);
    },
    positionOf: (value) => Math.log(value / min) / ratio,
  };
}

/** As `log` from `least` on, with 0 one position before it: for what may also be switched off. */
export function zeroThenLog(limits: Limits, least: number, perDecade: number): Scale {
  const above = log({ ...limits, min: least }, perDecade);
  return {
    positions: above.positions + 1,
    valueAt: (position) => (position < 1 ? 0 : above.valueAt(position - 1)),
    positionOf: (value) => (value < least ? value / least : above.positionOf(value) + 1),
  };
}

/** To so many significant digits, as a person would write it. */
function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
