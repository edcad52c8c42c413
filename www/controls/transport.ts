/** Play, Step, Reset, New data, the speed, and the keys that stand for them. */

import { dictionary } from '../i18n/index.js';
import { askForStep, type Intent, reset, type Store, setSetting, togglePlaying } from '../store.js';
import { find, setText } from '../views/dom.js';
import { goToNextPhase } from './phases.js';

export function makeTransport(store: Store, freshSeed: () => number): void {
  const press: Record<string, () => void> = {
    play: () => togglePlaying(store),
    'step-button': () => askForStep(store),
    reset: () => reset(store),
    'new-data': () => newData(store, freshSeed),
    stop: () => store.setState({ target: null }),
  };
  for (const [id, action] of Object.entries(press)) {
    const button = find(`#${id}`, HTMLButtonElement);
    button.addEventListener('click', action);
    // A button that a mouse has pressed keeps no focus, so that the next Space is Play, not that button again.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
  }
  makeSpeed(store);
  listenToKeys(store);
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
  } catch {
    store.setState({ notice: { kind: 'seedFailed' } });
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

function listenToKeys(store: Store): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const action = actionOf(event.key, event.target);
    if (!action || (event.repeat && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    action(store);
  });
}

/** What a key does, unless the element that has the focus needs the key itself. */
function actionOf(key: string, target: EventTarget | null): ((store: Store) => void) | null {
  const focused = target instanceof Element ? target : document.body;
  if (focused.matches('input:not([type=range], [type=checkbox]), select, textarea')) return null;
  if (key === ' ')
    return focused.matches('button, summary, a, [type=checkbox]') ? null : togglePlaying;
  if (key === 'ArrowRight') return focused.matches('[type=range]') ? null : askForStep;
  if (key === 'p' || key === 'P') return goToNextPhase;
  return key === 'r' || key === 'R' ? reset : null;
}
