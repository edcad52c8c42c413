/** The five phases of a step, and slow motion through them. */

import type { Phase, Store } from './store.js';

export const PHASES: readonly Phase[] = ['forward', 'softmax', 'loss', 'gradients', 'update'];

/** The phase that follows; after the update the next step begins. */
export function nextPhase(phase: Phase | null): Phase {
  const place = phase === null ? -1 : PHASES.indexOf(phase);
  return PHASES[(place + 1) % PHASES.length] as Phase;
}

/** Goes to the next phase; the update is the step itself. */
export function goToNextPhase(store: Store): void {
  store.setState(({ phase, stepsAsked, inside }) => {
    const next = nextPhase(phase);
    const open = inside ?? 'point';
    const steps = next === 'update' ? stepsAsked + 1 : stepsAsked;
    return { phase: next, stepsAsked: steps, inside: open, playing: false, target: null };
  });
}

/** Whatever else a run is told to do ends slow motion. */
export function makePhases(store: Store): void {
  store.subscribe((now, before) => {
    const over =
      now.playing || now.startsAsked !== before.startsAsked || now.settings !== before.settings;
    if (over && now.phase !== null) store.setState({ phase: null });
  });
}
