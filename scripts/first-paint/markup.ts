/** The page as it stands before any script: texts, controls and choices written into `index.html`. */

import { formOf, hasSlider } from '../../www/controls/slider-form.ts';
import {
  type ChoiceName,
  type ChoiceSetting,
  type Name,
  type NumberSetting,
  rowsOf,
  type Setting,
  type SettingsTable,
} from '../../www/engine/settings.ts';
import type { Dictionary } from '../../www/i18n/index.ts';
import { DISPLAYS, PLAIN_VIEW, SPEEDS } from '../../www/state/store.ts';

/** The keys of all texts that the page asks for, of its labels too. */
export function keysIn(html: string): string[] {
  const found = html.matchAll(/\sdata-(?:text|label)="(\w+)"/g);
  return [...new Set([...found].map(([, key]) => key as string))];
}

/** `index.html` with everything in it that does not need the engine to run. */
export function writeInto(html: string, texts: Dictionary, table: SettingsTable): string {
  return [
    (page: string) => withOptions(page, 'speed', SPEEDS, PLAIN_VIEW.speed),
    (page: string) => withOptions(page, 'display', DISPLAYS, 'auto'),
    (page: string) => withPlaces(page, table),
    (page: string) => withSettings(page, texts, table),
    (page: string) => withTexts(page, texts),
    disabled,
  ].reduce((page, step) => step(page), html);
}

/** Settings that `index.html` names no place for stand where it asks for those of their stage, and open on request. A choice of
 * many words has its place in the panel of the points. */
function withPlaces(html: string, table: SettingsTable): string {
  const placed = new Set([...html.matchAll(/\sdata-(?:slider|choice)="(\w+)"/g)].map(([, n]) => n));
  const left = rowsOf(table).filter(({ name }) => !placed.has(name));
  return html.replace(/<div data-stages="([\w ]+)"><\/div>/g, (_, stages: string) => {
    const places = left
      .filter(({ stage }) => stages.split(' ').includes(stage))
      .flatMap((row) => {
        if (hasSlider(row)) return `<div data-slider="${row.name}"></div>`;
        return 'words' in row && row.words.length === 2
          ? `<div data-choice="${row.name}"></div>`
          : [];
      });
    const summary = '<summary data-text="moreSettings"></summary>';
    return places.length > 0
      ? `<details class="unplaced">${summary}${places.join('')}</details>`
      : '';
  });
}

function withSettings(html: string, texts: Dictionary, table: SettingsTable): string {
  const filled = html
    .replace(/<div data-slider="(\w+)"><\/div>/g, (_, name: Name) => slider(table[name], texts))
    .replace(/<div data-choice="(\w+)"><\/div>/g, (_, name: ChoiceName) => box(table[name], texts));
  // A number without a slider has a box of its own.
  const fill = (page: string, { name, default: value }: Setting) =>
    page.replace(`id="${name}"`, `id="${name}" value="${value}"`);
  return rowsOf(table)
    .filter((row) => !('words' in row || hasSlider(row)))
    .reduce(fill, filled);
}

/** What says that a change begins a new run: the mark beside the label, and the description of the control. */
function anew({ stage }: Setting, texts: Dictionary): { mark: string; description: string } {
  if (stage === 'nothing') return { mark: '', description: '' };
  const title = escaped(texts.startsAnew);
  return {
    mark: `<span class="anew" aria-hidden="true" title="${title}">↺</span>`,
    description: ` aria-description="${title}"`,
  };
}

function slider(row: NumberSetting, texts: Dictionary): string {
  const { name, default: value } = row;
  const { min, max, step, numberOf } = formOf(row);
  const { mark, description } = anew(row, texts);
  const label = escaped(texts.asNumber(texts[name]));
  return `<div data-slider="${name}" class="slider">
            <label for="${name}"><span data-text="${name}"></span>${mark}</label>
            <input class="number" id="${name}-number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-label="${label}" value="${value}">
            <input id="${name}" type="range" min="${min}" max="${max}" step="${step}" value="${numberOf(value)}"${description}>
          </div>`;
}

/** The box of a choice of two words; its name is the word that it stands for when it is ticked. */
function box(row: ChoiceSetting, texts: Dictionary): string {
  const { name, words } = row;
  const [word] = words;
  if (words.length !== 2)
    throw new Error(`a box has two states, and ${name} ${words.length} words`);
  const { mark, description } = anew(row, texts);
  return `<label id="${word}-row"><input id="${word}" type="checkbox" data-choice="${name}" checked${description}> <span data-text="${word}"></span> ${mark}</label>`;
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
