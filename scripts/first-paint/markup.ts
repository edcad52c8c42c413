/** The page as it stands before any script: texts, sliders and choices written into `index.html`. */

import { formOf, type SliderName } from '../../www/controls/slider-form.ts';
import { ACTS_AT_ONCE, type LimitsTable } from '../../www/engine/settings.ts';
import type { Dictionary } from '../../www/i18n/index.ts';
import type { Limits } from '../../www/pkg/session.js';
import { DISPLAYS, PLAIN_VIEW, SPEEDS } from '../../www/state/store.ts';

/** The keys of all texts that the page asks for, of its labels too. */
export function keysIn(html: string): string[] {
  const found = html.matchAll(/\sdata-(?:text|label)="(\w+)"/g);
  return [...new Set([...found].map(([, key]) => key as string))];
}

/** `index.html` with everything in it that does not need the engine to run. */
export function writeInto(html: string, texts: Dictionary, limits: LimitsTable): string {
  return [
    (page: string) => withOptions(page, 'speed', SPEEDS, PLAIN_VIEW.speed),
    (page: string) => withOptions(page, 'display', DISPLAYS, 'auto'),
    (page: string) => withSliders(page, texts, limits),
    (page: string) => withTexts(page, texts),
    disabled,
  ].reduce((page, step) => step(page), html);
}

function withSliders(html: string, texts: Dictionary, limits: LimitsTable): string {
  return html
    .replace(/<div data-slider="(\w+)"><\/div>/g, (_, name: SliderName) =>
      slider(name, texts, limits[name]),
    )
    .replace('id="seed"', `id="seed" value="${limits.seed.default}"`);
}

function slider(name: SliderName, texts: Dictionary, limits: Limits): string {
  const { min, max, step, numberOf } = formOf(name, limits);
  const anew = !ACTS_AT_ONCE.has(name);
  const title = escaped(texts.startsAnew);
  const mark = anew ? `<span class="anew" aria-hidden="true" title="${title}">↺</span>` : '';
  const description = anew ? ` aria-description="${title}"` : '';
  const label = escaped(texts.asNumber(texts[name]));
  const value = limits.default;
  return `<div data-slider="${name}" class="slider">
            <label for="${name}"><span data-text="${name}"></span>${mark}</label>
            <input class="number" id="${name}-number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-label="${label}" value="${value}">
            <input id="${name}" type="range" min="${min}" max="${max}" step="${step}" value="${numberOf(value)}"${description}>
          </div>`;
}

/** Fills a list with its choices; the text of each has the list's name and the choice for its key. */
function withOptions<T extends string | number>(
  html: string,
  list: string,
  choices: readonly T[],
  chosen: T,
): string {
  const options = choices.map((choice) => {
    const name = String(choice);
    const key = `${list}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const selected = choice === chosen ? ' selected' : '';
    return `<option value="${name}"${selected} data-text="${key}"></option>`;
  });
  const empty = `<select id="${list}"></select>`;
  return html.replace(empty, empty.replace('><', `>${options.join('')}<`));
}

function withTexts(html: string, texts: Dictionary): string {
  const text = (key: string) => {
    const found = (texts as unknown as Record<string, unknown>)[key];
    if (typeof found !== 'string') throw new Error(`the dictionary has no text "${key}"`);
    return escaped(found);
  };
  return html
    .replace(/(<[^>]*\sdata-text="(\w+)"[^>]*>)(?=<\/)/g, (_, tag, key) => tag + text(key))
    .replace(/\sdata-label="(\w+)"/g, (attribute, key) => `${attribute} aria-label="${text(key)}"`);
}

/** Nothing can be pressed before the script is there that answers. */
function disabled(html: string): string {
  return html.replace(/<(button|input|select)\b/g, '<$1 disabled');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
