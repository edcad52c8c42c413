/** The five phases of a step. */

import type { Phase } from '../state/store.js';

export const PHASES: readonly Phase[] = ['forward', 'softmax', 'loss', 'gradients', 'update'];

/** The phase that follows; after the update the next step begins. */
export function nextPhase(phase: Phase | null): Phase {
  const place = phase === null ? -1 : PHASES.indexOf(phase);
  return PHASES[(place + 1) % PHASES.length] as Phase;
}
