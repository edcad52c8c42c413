/** How a student hands a run in, in every language: loaded when that is asked for. */

import { type HandInTexts, handInEn } from './hand-in-en.js';
import { handInZh } from './hand-in-zh.js';
import type { Language } from './index.js';
import { tiedTexts } from './tied.js';

export type { HandInTexts };

export const HAND_IN: Record<Language, HandInTexts> = {
  en: tiedTexts(handInEn),
  zh: tiedTexts(handInZh),
};
