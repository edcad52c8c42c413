/** How things are shown: the language, the log scale, shaded regions, and what of the look inside is open. */

import { dictionary, fillTexts, otherLanguage } from '../i18n/index.js';
import type { InsideTab, Intent, Store } from '../store.js';
import { byId, find } from '../views/dom.js';
import { nameNumbers } from './sliders.js';

export function makeChoices(store: Store): void {
  makeLanguage(store);
  tie(store, '#log-scale', (checked) => ({ logLoss: checked }));
  tie(store, '#soft', (checked) => ({ soft: checked }));
  tie(store, '#all-lines', (checked) => ({ allLines: checked }));
  makeInside(store);
}

function tie(store: Store, selector: string, change: (checked: boolean) => Partial<Intent>): void {
  const box = find(selector, HTMLInputElement);
  box.addEventListener('change', () => store.setState(change(box.checked)));
}

function makeLanguage(store: Store): void {
  const button = find('#language', HTMLButtonElement);
  const show = ({ lang }: Intent) => {
    const texts = dictionary(lang);
    document.documentElement.lang = lang;
    document.title = texts.title;
    fillTexts(document, texts);
    nameNumbers(texts);
    button.lang = otherLanguage(lang);
  };
  button.addEventListener('click', () =>
    store.setState(({ lang }) => ({ lang: otherLanguage(lang) })),
  );
  store.subscribe((now, before) => {
    if (now.lang !== before.lang) show(now);
  });
  show(store.getState());
}

/** The look inside opens where it was left. */
function makeInside(store: Store): void {
  const button = find('#open-inside', HTMLButtonElement);
  let last: InsideTab = 'network';
  const toggle = () => store.setState(({ inside }) => ({ inside: inside === null ? last : null }));
  button.addEventListener('click', toggle);
  find('#close-inside', HTMLButtonElement).addEventListener('click', () => {
    toggle();
    button.focus();
  });
  const show = ({ inside }: Intent) => {
    last = inside ?? last;
    button.setAttribute('aria-expanded', String(inside !== null));
    byId('page').classList.toggle('looking-inside', inside !== null);
  };
  store.subscribe((now, before) => {
    if (now.inside !== before.inside) show(now);
  });
  show(store.getState());
}
