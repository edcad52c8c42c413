/** The five phases of a step, and which formulas each is about. */

import type { FormulaId } from '../formulas/index.js';
import type { Phase } from '../state/store.js';

export const PHASES: readonly Phase[] = ['forward', 'softmax', 'loss', 'gradients', 'update'];

const FORMULAS: Record<Phase, readonly FormulaId[]> = {
  forward: ['neuron', 'hiddenLayer', 'hiddenWithoutRelu', 'hiddenScores'],
  softmax: ['softmax'],
  loss: ['crossEntropy', 'penalty', 'meanLoss'],
  gradients: [
    'crossEntropyGradient',
    'softmaxSame',
    'softmaxOther',
    'chain',
    'reluGradient',
    'result',
    'meanGradient',
    'outputWeights',
    'outputBias',
    'hiddenGradient',
    'gradientWithoutRelu',
    'hiddenWeights',
    'hiddenBias',
    'matrixWeights',
    'matrixBias',
    'penaltyGradient',
  ],
  update: ['update', 'updateSecond'],
};

/** The phase that a formula belongs to. */
export function phaseOf(formula: FormulaId): Phase | undefined {
  return PHASES.find((phase) => FORMULAS[phase].includes(formula));
}

/** The phase that follows; after the update the next step begins. */
export function nextPhase(phase: Phase | null): Phase {
  const place = phase === null ? -1 : PHASES.indexOf(phase);
  return PHASES[(place + 1) % PHASES.length] as Phase;
}
