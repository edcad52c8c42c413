/** Which formulas each phase of a step is about. */

import type { FormulaId } from '../formulas/index.js';
import { PHASES } from '../state/phases.js';
import type { Phase } from '../state/store.js';

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
