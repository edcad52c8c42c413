/** How things are shown: the language, the log scale, shaded regions, and whether the look inside is open. */

import type { ChoiceName, SettingsTable } from '../engine/settings.js';
import { dictionary, fillTexts, isLoaded, loadLanguage, otherLanguage } from '../i18n/index.js';
import { makeBox, tie } from '../state/boxes.js';
import {
  forgetMissing,
  type InsideTab,
  type Intent,
  type Store,
  setSetting,
  tellMissing,
} from '../state/store.js';
import { find } from '../ui/dom.js';
import { Lazy } from '../ui/load.js';
import { nameNumbers } from './sliders.js';

export function makeChoices(store: Store, table: SettingsTable): void {
  makeLanguage(store);
  tie(store, '#log-scale', 'logLoss');
  tie(store, '#soft', 'soft');
  makeWordBoxes(store, table);
  makeInside(store);
}

/** A choice of two words is a box, which is ticked where it is the first. */
function makeWordBoxes(store: Store, table: SettingsTable): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-choice]')) {
    const { name, words } = table[box.dataset.choice as ChoiceName];
    makeBox(
      store,
      box,
      ({ settings }) => settings[name] === words[0],
      (checked) => {
        const word = words[checked ? 0 : 1];
        if (word) setSetting(store, name, word);
      },
    );
  }
}

function makeLanguage(store: Store): void {
  const button = find('#language', HTMLButtonElement);
  const show = ({ lang }: Intent) => {
    const texts = dictionary(lang);
    document.documentElement.lang = lang;
    fillTexts(document, texts);
    nameNumbers(texts);
    button.lang = otherLanguage(lang);
  };
  const other = () => otherLanguage(store.getState().lang);
  const loaded = new Lazy(() => loadLanguage(other()), {
    arrived: () => {
      store.setState({ lang: other() });
      forgetMissing(store);
    },
    failed: (why) => tellMissing(store, why),
    ready: () => {},
  });
  button.addEventListener('click', () => {
    if (isLoaded(other())) store.setState({ lang: other() });
    else loaded.hurry();
  });
  store.subscribe((now, before) => {
    if (now.lang !== before.lang) show(now);
  });
  show(store.getState());
}

/** The look inside opens where it was left. */
function makeInside(store: Store): void {
  const button = find('#open-inside', HTMLButtonElement);
  let last: InsideTab = 'network';
  button.addEventListener('click', () => {
    const opens = store.getState().inside === null;
    // The panel may have to be loaded first: it reads there that it was asked for by its button.
    button.toggleAttribute('data-sought', opens);
    store.setState({ inside: opens ? last : null });
  });
  const show = ({ inside }: Intent) => {
    last = inside ?? last;
  };
  store.subscribe((now, before) => {
    if (now.inside !== before.inside) show(now);
  });
  show(store.getState());
}
