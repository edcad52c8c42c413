/** What a class is told and asked, in every language: loaded when that is asked for. */

import { type ClassTexts, classEn } from './class-en.js';
import { classZh } from './class-zh.js';
import type { Language } from './index.js';
import { tiedTexts } from './tied.js';

export type { ClassTexts };

export const CLASS: Record<Language, ClassTexts> = {
  en: tiedTexts(classEn),
  zh: tiedTexts(classZh),
};
