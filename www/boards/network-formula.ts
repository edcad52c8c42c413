/** The formula over the network's board, with the ReLU or without it. */

import type { Dictionary } from '../i18n/index.js';
import type { Intent } from '../state/store.js';
import { byId, setText } from '../ui/dom.js';

export function showNetworkFormula({ settings }: Intent, texts: Dictionary): void {
  const place = byId('network-formula');
  const text = settings.activation === 'relu' ? 'networkFormula' : 'withoutReluFormula';
  // What stands in it is put into another language with all that stands in the page.
  if (place.dataset.text === text) return;
  place.dataset.text = text;
  setText(place, texts[text]);
}
