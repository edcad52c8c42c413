/** Boxes to tick that say what is wanted. */

import { find } from '../ui/dom.js';
import type { Intent, Store } from './store.js';

/** A box that says whether something is shown, and that follows when something else decides it. */
export function tie(
  store: Store,
  selector: string,
  choice: 'logLoss' | 'soft' | 'allLines' | 'neuron',
): void {
  makeBox(
    store,
    find(selector, HTMLInputElement),
    (intent) => intent[choice],
    (checked) => store.setState({ [choice]: checked }),
  );
}

export function makeBox(
  store: Store,
  box: HTMLInputElement,
  read: (intent: Intent) => boolean,
  write: (checked: boolean) => void,
): void {
  box.addEventListener('change', () => write(box.checked));
  const show = (intent: Intent) => {
    box.checked = read(intent);
  };
  store.subscribe(show);
  show(store.getState());
}
