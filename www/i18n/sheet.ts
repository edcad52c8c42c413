/** The teacher's sheet, in every language: loaded when that is asked for. */

import type { Language } from './index.js';
import { type SheetTexts, sheetEn } from './sheet-en.js';
import { sheetZh } from './sheet-zh.js';
import { tiedTexts } from './tied.js';

export type { SheetTexts };

export const SHEET: Record<Language, SheetTexts> = {
  en: tiedTexts(sheetEn),
  zh: tiedTexts(sheetZh),
};
