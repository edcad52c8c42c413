/** The controls that stand in the look inside itself: loaded with it. */

import { byId, find } from '../ui/dom.js';
import { tie } from './boxes.js';
import { goToNextPhase } from './phases.js';
import type { Intent, Store } from './store.js';

const PHASE_TIME = 1000;

export function connectInside(store: Store): void {
  tie(store, '#all-lines', 'allLines');
  // Without a ReLU nothing folds.
  const folds = find('#all-lines', HTMLInputElement);
  const allow = ({ settings }: Intent) => {
    folds.disabled = settings.activation === 'none';
  };
  store.subscribe(allow);
  allow(store.getState());
  tie(store, '#one-neuron', 'neuron');
  connectPhases(store);
  find('#close-inside', HTMLButtonElement).addEventListener('click', () => {
    store.setState({ inside: null });
    byId('open-inside').focus();
  });
}

/** Slow motion: one step in its phases, by button, or one phase a second. */
function connectPhases(store: Store): void {
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
