/** The display: light, dark, or large and strong for the back row; `auto` follows the system. */

import { type Display, type Intent, type Store, toggleProjector } from '../state/store.js';
import { find } from '../ui/dom.js';

export function makeDisplay(store: Store): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const button = find('#projector', HTMLButtonElement);
  const select = find('#display', HTMLSelectElement);
  const show = ({ display }: Intent) => {
    select.value = display;
    button.setAttribute('aria-pressed', String(display === 'projector'));
    const system = dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.display = display === 'auto' ? system : display;
  };
  button.addEventListener('click', () => toggleProjector(store));
  select.addEventListener('change', () => store.setState({ display: select.value as Display }));
  dark.addEventListener('change', () => show(store.getState()));
  store.subscribe((now, before) => {
    if (now.display !== before.display) show(now);
  });
  show(store.getState());
}
