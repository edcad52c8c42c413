/** The languages of the page, and how its texts get into the document. */

import { type Dictionary, en } from './en.js';
import { tiedTexts } from './tied.js';

export type { Dictionary };

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that stands in the built page, and whose texts come with its script. */
export const FIRST_LANGUAGE = 'en';

const loaded: { en: Dictionary; zh?: Dictionary } = { en: tiedTexts(en) };

/** A dictionary's entries that are plain sentences. */
type TextKey = {
  [K in keyof Dictionary]: Dictionary[K] extends string ? K : never;
}[keyof Dictionary];

export function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** Loads the texts of a language, after which `dictionary` has them. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'zh') loaded.zh ??= tiedTexts((await import('./zh.js')).zh);
}

export function isLoaded(language: Language): boolean {
  return loaded[language] !== undefined;
}

/** The texts of a language; those of the first one until they have been loaded. */
export function dictionary(language: Language): Dictionary {
  return loaded[language] ?? loaded[FIRST_LANGUAGE];
}

/** What a class is called: by the name that a table has given it, if any. */
export function nameOfClass(
  label: number,
  names: readonly string[] | null,
  texts: Dictionary,
): string {
  return names?.[label] || texts.className(label);
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'zh' : 'en';
}

/** The first language of the browser that the page speaks. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const known = preferences.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return known ?? FIRST_LANGUAGE;
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
