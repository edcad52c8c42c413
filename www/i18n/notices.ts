/** What is said only when it is needed, in every language: apart from the dictionaries, because it is loaded only then. */

import type { Language } from './index.js';
import { type NoticeTexts, noticesEn } from './notices-en.js';
import { noticesZh } from './notices-zh.js';
import { tiedTexts } from './tied.js';

export const NOTICES: Record<Language, NoticeTexts> = {
  en: tiedTexts(noticesEn),
  zh: tiedTexts(noticesZh),
};
