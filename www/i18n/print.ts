/** What stands on the printed sheet, in every language: loaded with what hands a run on. */

import type { Language } from './index.js';
import { type PrintTexts, printEn } from './print-en.js';
import { printZh } from './print-zh.js';
import { tiedTexts } from './tied.js';

export type { PrintTexts };

export const PRINT: Record<Language, PrintTexts> = {
  en: tiedTexts(printEn),
  zh: tiedTexts(printZh),
};
