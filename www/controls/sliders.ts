/** The sliders: each a native range input and a box to type the exact number in, for one setting. */

import type { Dictionary } from '../i18n/index.js';
import type { Limits } from '../pkg/spiral_lab.js';
import { ACTS_AT_ONCE, isAllowed, type LimitsTable, type Name, parseNumber } from '../settings.js';
import { type Intent, type Store, setSetting } from '../store.js';
import { find } from '../views/dom.js';
import { even, log, placeOf, type Scale, zeroThenLog } from './scales.js';
import { watchSwipes } from './swipe.js';

type SliderName = Exclude<Name, 'seed'>;

/** What a slider's own number means: the value itself, in even steps, or a place on a scale by powers. */
const EVEN_STEPS: Partial<Record<SliderName, number>> = { noise: 0.01, points: 1, classes: 1 };

function scaleOf(name: SliderName, limits: Limits): Scale {
  if (name === 'reg') return zeroThenLog(limits, 1e-5, 10);
  const step = EVEN_STEPS[name];
  return step ? even(limits, step) : log(limits, name === 'rate' ? 10 : 20);
}

/** Puts a slider into each `<div data-slider="name">` of the page. */
export function makeSliders(store: Store, limits: LimitsTable): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-slider]')) {
    const name = place.dataset.slider as SliderName;
    makeSlider(place, name, limits[name], store);
  }
}

function makeSlider(place: HTMLElement, name: SliderName, limits: Limits, store: Store): void {
  const scale = scaleOf(name, limits);
  const step = EVEN_STEPS[name];
  const [least, greatest] = step ? [limits.min, limits.max] : [0, scale.length - 1];
  place.classList.add('slider');
  place.innerHTML = `
    <label for="${name}"><span data-text="${name}"></span></label>
    <input class="number" id="${name}-number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false">
    <input id="${name}" type="range" min="${least}" max="${greatest}" step="${step ?? 1}">`;
  if (!ACTS_AT_ONCE.has(name)) {
    find('label', HTMLLabelElement, place).insertAdjacentHTML(
      'beforeend',
      '<span class="anew" aria-hidden="true">↺</span>',
    );
  }
  const range = find('input[type=range]', HTMLInputElement, place);
  const apply = (value: number) => {
    const place = Math.round((value - least) / (step ?? 1));
    setSetting(store, name, scale[place] ?? limits.default);
  };
  const show = ({ settings }: Intent) => {
    const value = settings[name];
    range.value = String(step ? value : placeOf(scale, value));
    range.setAttribute('aria-valuetext', String(value));
  };
  watchSwipes(range, apply, () => show(store.getState()));
  store.subscribe(show);
  show(store.getState());
  connectNumber(find('.number', HTMLInputElement, place), name, limits, store);
}

/** Ties a text box to a setting: what is typed counts on Enter or on leaving; what is not allowed changes nothing. */
export function connectNumber(
  input: HTMLInputElement,
  name: Name,
  limits: Limits,
  store: Store,
): void {
  const show = ({ settings }: Intent) => {
    input.value = String(settings[name]);
  };
  input.addEventListener('change', () => {
    const value = parseNumber(input.value, limits.whole);
    if (isAllowed(limits, value)) setSetting(store, name, value);
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
  for (const place of document.querySelectorAll<HTMLElement>('[data-slider]')) {
    const name = place.dataset.slider as SliderName;
    find('.number', HTMLInputElement, place).setAttribute(
      'aria-label',
      texts.asNumber(texts[name]),
    );
    for (const mark of place.querySelectorAll<HTMLElement>('.anew')) mark.title = texts.startsAnew;
    if (!ACTS_AT_ONCE.has(name))
      find('input[type=range]', HTMLInputElement, place).setAttribute(
        'aria-description',
        texts.startsAnew,
      );
  }
}
