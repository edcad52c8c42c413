/** The texts about points that are held out, in every language: apart from the dictionaries, because they are loaded only when a
 * run has such points. */

import { type HeldOutTexts, heldOutEn } from './held-out-en.js';
import { heldOutZh } from './held-out-zh.js';
import type { Language } from './index.js';
import { tiedTexts } from './tied.js';

export type { HeldOutTexts };

export const HELD_OUT: Record<Language, HeldOutTexts> = {
  en: tiedTexts(heldOutEn),
  zh: tiedTexts(heldOutZh),
};
