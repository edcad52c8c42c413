/** The texts of the look inside, in every language, with those of the page and of its notices: apart from the dictionaries, because they are loaded only
 * when it is opened. */

import { type Dictionary, dictionary, FIRST_LANGUAGE, isLoaded, type Language } from './index.js';
import { insideEn } from './inside-en.js';
import { insideZh } from './inside-zh.js';
import { NOTICES } from './notices.js';
import type { NoticeTexts } from './notices-en.js';
import { tiedTexts } from './tied.js';

export type InsideTexts = Dictionary & NoticeTexts & typeof insideEn;

const own: Record<Language, typeof insideEn> = { en: tiedTexts(insideEn), zh: tiedTexts(insideZh) };
const all: Partial<Record<Language, InsideTexts>> = {};

/** The same object as long as the language is the same. */
export function insideTexts(language: Language): InsideTexts {
  const spoken = isLoaded(language) ? language : FIRST_LANGUAGE;
  all[spoken] ??= { ...dictionary(spoken), ...NOTICES[spoken], ...own[spoken] };
  return all[spoken];
}
