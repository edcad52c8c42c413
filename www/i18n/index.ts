/** The languages of the page, and how its texts get into the document. */

import { type Dictionary, en } from './en.js';
import { tiedTexts } from './tied.js';
import { zh } from './zh.js';

export type { Dictionary };

const DICTIONARIES = { en: tiedTexts(en), zh: tiedTexts(zh) } satisfies Record<string, Dictionary>;
export type Language = keyof typeof DICTIONARIES;

/** A dictionary's entries that are plain sentences. */
type TextKey = {
  [K in keyof Dictionary]: Dictionary[K] extends string ? K : never;
}[keyof Dictionary];

export function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(DICTIONARIES, text);
}

export function dictionary(language: Language): Dictionary {
  return DICTIONARIES[language];
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'zh' : 'en';
}

/** The first language of the browser that the page speaks. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const known = preferences.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return known ?? 'en';
}

/** Fills every element marked `data-text="key"` with its sentence, and `data-label="key"` with its accessible name. */
export function fillTexts(root: ParentNode, texts: Dictionary): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = texts[element.dataset.text as TextKey];
    // What stands there already, from before the script, is not laid out and painted again.
    if (element.textContent !== text) element.textContent = text;
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', texts[element.dataset.label as TextKey]);
  }
}
