/** What each slider is: the values its handle stands for, and the numbers of its native range input. */

import type { NumberSetting, Setting } from '../engine/settings.js';
import { even, log, placeOf, type Scale, zeroThenLog } from './scales.js';

export interface SliderForm {
  scale: Scale;
  /** The `min`, `max` and `step` of the range input. */
  min: number;
  max: number;
  step: number;
  /** The range input's number for a value of the setting. */
  numberOf(value: number): number;
}

/** Numbers that are seldom changed but belong to the points: they have boxes in the panel of the points. */
export const BOXED = ['gap', 'wrong', 'test', 'shift'] as const;

/** Whether it is a quantity that a slider varies. */
export function hasSlider(row: Setting): row is NumberSetting {
  if (BOXED.some((name) => name === row.name)) return false;
  return !('words' in row || 'word' in row) && Boolean(row.even ?? row.perDecade);
}

/** A slider's own number is the value itself, in even steps, or a place on a scale by powers. */
export function formOf(row: NumberSetting): SliderForm {
  const { min, max, even: step, perDecade = 1, least = min } = row;
  if (step) return { scale: even(row, step), min, max, step, numberOf: (value) => value };
  const scale = least > min ? zeroThenLog(row, least, perDecade) : log(row, perDecade);
  const numberOf = (value: number) => placeOf(scale, value);
  return { scale, min: 0, max: scale.length - 1, step: 1, numberOf };
}
