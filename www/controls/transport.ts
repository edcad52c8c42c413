/** Play, Step, Reset, New data, and the speed. */

import { dictionary } from '../i18n/index.js';
import {
  askForStep,
  type Intent,
  reset,
  type Store,
  setSetting,
  tellFault,
  togglePlaying,
} from '../state/store.js';
import { find, onPress, setText } from '../ui/dom.js';

export function makeTransport(store: Store, freshSeed: () => number): void {
  const press: Record<string, () => void> = {
    play: () => togglePlaying(store),
    'step-button': () => askForStep(store),
    reset: () => reset(store),
    'new-data': () => newData(store, freshSeed),
    stop: () => store.setState({ target: null }),
  };
  for (const [id, action] of Object.entries(press)) onPress(id, action);
  makeSpeed(store);
  const play = find('#play', HTMLButtonElement);
  const show = ({ playing, lang }: Intent) => {
    const label = find('.label', HTMLElement, play);
    label.dataset.text = playing ? 'pause' : 'play';
    setText(label, dictionary(lang)[playing ? 'pause' : 'play']);
    play.classList.toggle('playing', playing);
  };
  store.subscribe(show);
  show(store.getState());
}

function newData(store: Store, freshSeed: () => number): void {
  try {
    setSetting(store, 'seed', freshSeed());
  } catch (error) {
    tellFault(store, error);
  }
}

function makeSpeed(store: Store): void {
  const select = find('#speed', HTMLSelectElement);
  select.addEventListener('change', () => store.setState({ speed: Number(select.value) }));
  const show = ({ speed }: Intent) => {
    select.value = String(speed);
  };
  store.subscribe((now, before) => {
    if (now.speed !== before.speed) show(now);
  });
  show(store.getState());
}
