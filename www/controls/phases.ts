/** Slow motion: one step in its phases, by button, by key, or one phase a second. */

import { nextPhase } from '../inside/phases.js';
import type { Store } from '../state/store.js';
import { find } from '../ui/dom.js';

const PHASE_TIME = 1000;

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

/** The button and the box in the look inside. */
export function connectPhases(store: Store): void {
  find('#next-phase', HTMLButtonElement).addEventListener('click', () => goToNextPhase(store));
  const auto = find('#phase-by-phase', HTMLInputElement);
  let timer: number | undefined;
  const stop = () => {
    clearInterval(timer);
    auto.checked = false;
  };
  auto.addEventListener('change', () => {
    clearInterval(timer);
    if (auto.checked) {
      goToNextPhase(store);
      timer = window.setInterval(() => goToNextPhase(store), PHASE_TIME);
    }
  });
  store.subscribe((now, before) => {
    if (now.inside === null || now.playing || now.startsAsked !== before.startsAsked) stop();
  });
}
