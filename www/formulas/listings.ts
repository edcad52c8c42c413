/** Parts of the script that stand for themselves, without a formula, and what it prints. */

import * as script from './script.ts';
import { LINEAR, NETWORK, type Script } from './script.ts';

const listing = (...lines: readonly string[]) => ({ tex: '', code: lines.join('\n') });

/** The same part of both scripts, side by side: the linear classifier's on the left. */
const beside = (part: (of: Script) => readonly string[]) => ({
  ...listing(...part(LINEAR)),
  beside: part(NETWORK).join('\n'),
});

export const LISTINGS = {
  points: listing(...script.IMPORTS, ...script.POINTS, script.SCATTER),
  weightsOfLinear: listing(...LINEAR.weights),
  weightsOfNetwork: listing(...NETWORK.weights),
  linearTraining: listing(...script.training(LINEAR)),
  networkTraining: listing(...script.training(NETWORK)),
  linearPrints: listing(
    'iteration 0: loss 1.096919',
    'iteration 100: loss 0.787937',
    'iteration 200: loss 0.786281',
    'iteration 300: loss 0.786231',
    'iteration 400: loss 0.786230',
    '…',
    'iteration 900: loss 0.786230',
  ),
  // Up to step 3894 every loss has these digits, also with the points in another order (docs/agreement.txt).
  networkPrints: listing(
    'iteration 0: loss 1.098637',
    'iteration 1000: loss 0.294416',
    'iteration 2000: loss 0.266441',
    'iteration 3000: loss 0.251507',
    '…',
  ),
  linearAccuracy: listing(...script.accuracy(LINEAR), 'training accuracy: 0.49'),
  networkAccuracy: listing(...script.accuracy(NETWORK), 'training accuracy: 0.98'),
  linearRegions: listing(...script.regions(LINEAR)),
  networkRegions: listing(...script.regions(NETWORK)),

  predicted: listing(...script.PREDICTED),

  besideForward: beside(({ forward }) => forward),
  besideWeights: beside(({ weights }) => weights.map((line) => line.replace(/ #.*/, ''))),
  besideLoss: beside(({ penalty }) => [penalty]),
  besideGradients: beside(({ backward, penaltyGradient }) => [...backward, ...penaltyGradient]),
  besideUpdate: beside(({ update }) => update),
};
