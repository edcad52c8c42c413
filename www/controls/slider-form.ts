/** What each slider is: the values its handle stands for, and the numbers of its native range input. */

import type { Name } from '../engine/settings.js';
import type { Limits } from '../pkg/session.js';
import { even, log, placeOf, type Scale, zeroThenLog } from './scales.js';

export type SliderName = Exclude<Name, 'seed'>;

/** What a slider's own number means: the value itself, in even steps, or a place on a scale by powers. */
const EVEN_STEPS: Partial<Record<SliderName, number>> = { noise: 0.01, points: 1, classes: 1 };

export interface SliderForm {
  scale: Scale;
  /** The `min`, `max` and `step` of the range input. */
  min: number;
  max: number;
  step: number;
  /** The range input's number for a value of the setting. */
  numberOf(value: number): number;
}

export function formOf(name: SliderName, limits: Limits): SliderForm {
  const step = EVEN_STEPS[name];
  if (step) {
    const { min, max } = limits;
    return { scale: even(limits, step), min, max, step, numberOf: (value) => value };
  }
  const scale =
    name === 'reg' ? zeroThenLog(limits, 1e-5, 10) : log(limits, name === 'rate' ? 10 : 20);
  const numberOf = (value: number) => placeOf(scale, value);
  return { scale, min: 0, max: scale.length - 1, step: 1, numberOf };
}
