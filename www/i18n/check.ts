/** What a gradient check finds, in every language: apart from the dictionaries, because it comes with the look inside. */

import { type CheckTexts, checkEn } from './check-en.js';
import { checkZh } from './check-zh.js';
import type { Language } from './index.js';
import { tiedTexts } from './tied.js';

export const CHECKS: Record<Language, CheckTexts> = {
  en: tiedTexts(checkEn),
  zh: tiedTexts(checkZh),
};
