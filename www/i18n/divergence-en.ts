/** Why a classifier does not go on, and how it can, in English; this type is what every other language must fill. */

import type { Divergence } from '../engine/inspection.js';

/** What a divergence is about, as the page writes it. */
export interface Names {
  parameter: string;
  byHand: string;
  number: string;
}

export const divergenceEn = {
  why: (
    { first, point, class: label, cause }: Divergence,
    { parameter, byHand, number }: Names,
  ) => {
    const what = {
      parameter,
      score: `The score of class ${label} at point ${point}`,
      difference: `The gap between two scores of point ${point}`,
      squares: 'The sum of all squared weights',
      loss: 'The sum of all points’ losses',
    }[first];
    const reason = {
      penalty: `Rate × reg is above 2: each step multiplies every weight by 1 − rate × reg = ${number}.`,
      rate: `Each step is so long that it ends where the gradient is steeper, by now ${number}.`,
      hand: `${byHand} was set by hand to ${number}: make it smaller.`,
    }[cause];
    return `${what} would pass 1.8e308, a computer’s greatest number. ${reason}`;
  },
  backTo: (step: number) => `Back to step ${step}`,
  halveRate: (stays: 'penalty' | 'hand' | null): string => {
    if (stays === null) return 'Halve the rate';
    return stays === 'hand'
      ? 'Halve the rate (what was set by hand stays)'
      : 'Halve the rate (rate × reg stays above 2)';
  },
  goOnAlone: 'Let the other go on',
  allDead: (units: number, classes: number) =>
    `${units === 1 ? 'The only hidden unit is dead: it is' : `All ${units} hidden units are dead: each is`} 0 at every point, so no gradient gets through, and that stays so. The network can only guess: loss ln ${classes}.`,
};

export type DivergenceTexts = typeof divergenceEn;
