/** The sliders: each a native range input and a box to type the exact number in, for one setting. */

import {
  isAllowed,
  type Name,
  type NumberSetting,
  parseNumber,
  type Settings,
  type SettingsTable,
} from '../engine/settings.js';
import { type Dictionary, dictionary } from '../i18n/index.js';
import { type Intent, type Store, setSetting } from '../state/store.js';
import { find } from '../ui/dom.js';
import { formOf } from './slider-form.js';
import { watchSwipes } from './swipe.js';

/** What a set of points makes no use of. */
const UNUSED: Record<Settings['data'], string> = {
  spiral: '',
  moons: 'classes turn',
  circles: 'classes turn',
  blobs: 'turn',
  xor: 'classes turn',
  iris: 'points classes noise turn',
  own: 'points noise turn',
};

/** Brings each slider of the page to life: its markup stands in the page before any script. */
export function makeSliders(store: Store, table: SettingsTable): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-slider]'))
    makeSlider(place, table[place.dataset.slider as Name], store);
}

function makeSlider(place: HTMLElement, row: NumberSetting, store: Store): void {
  const { name } = row;
  const { scale, min, step, numberOf } = formOf(row);
  const range = find('input[type=range]', HTMLInputElement, place);
  const box = find('.number', HTMLInputElement, place);
  let dragging = false;
  const apply = (value: number) => {
    const place = Math.round((value - min) / step);
    setSetting(store, name, scale[place] ?? row.default, dragging);
    dragging = true;
  };
  range.addEventListener('change', () => {
    dragging = false;
  });
  let shown = row.default;
  const show = ({ settings, lang }: Intent) => {
    const unused = UNUSED[settings.data].split(' ').includes(name);
    range.disabled = box.disabled = unused;
    box.title = range.title = unused ? dictionary(lang).unused : '';
    const value = settings[name];
    // What is changed, by a link perhaps, is seen.
    if (value !== shown) place.closest('details')?.setAttribute('open', '');
    shown = value;
    range.value = String(numberOf(value));
    range.setAttribute('aria-valuetext', String(value));
  };
  watchSwipes(range, apply, () => show(store.getState()));
  store.subscribe(show);
  show(store.getState());
  connectNumber(box, row, store);
}

/** Ties a text box to a setting: what is typed counts on Enter or on leaving; what is not allowed changes nothing. */
export function connectNumber(input: HTMLInputElement, row: NumberSetting, store: Store): void {
  const { name } = row;
  const show = ({ settings }: Intent) => {
    input.value = String(settings[name]);
  };
  input.addEventListener('change', () => {
    const value = parseNumber(input.value, row.whole);
    if (isAllowed(row, value)) setSetting(store, name, value);
    else store.setState({ notice: { kind: 'refused', name, given: input.value } });
    show(store.getState());
  });
  // What was typed and given up is not what stands.
  input.addEventListener('blur', () => show(store.getState()));
  store.subscribe((now, before) => {
    if (now.settings[name] !== before.settings[name]) show(now);
  });
  show(store.getState());
}

/** The accessible names that are put together from other texts. */
export function nameNumbers(texts: Dictionary): void {
  for (const mark of document.querySelectorAll<HTMLElement>('label .anew')) {
    mark.title = texts.startsAnew;
    mark.closest('label')?.control?.setAttribute('aria-description', texts.startsAnew);
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-slider]')) {
    const name = place.dataset.slider as Name;
    find('.number', HTMLInputElement, place).setAttribute(
      'aria-label',
      texts.asNumber(texts[name]),
    );
  }
}
