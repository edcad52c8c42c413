/** How to teach with the page, in every language: loaded with what hands a run on. */

import type { Language } from './index.js';
import { teachEn } from './teach-en.js';
import type { TeachTexts } from './teach-texts.js';
import { teachZh } from './teach-zh.js';
import { tiedTexts } from './tied.js';

export type { LessonId, TeachTexts } from './teach-texts.js';

export const TEACH: Record<Language, TeachTexts> = {
  en: tiedTexts(teachEn),
  zh: tiedTexts(teachZh),
};
