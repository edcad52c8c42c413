/** Why a classifier does not go on, in every language: apart from the dictionaries, because it is loaded only when one does not. */

import { type DivergenceTexts, divergenceEn } from './divergence-en.js';
import { divergenceZh } from './divergence-zh.js';
import type { Language } from './index.js';
import { tiedTexts } from './tied.js';

export const DIVERGENCE: Record<Language, DivergenceTexts> = {
  en: tiedTexts(divergenceEn),
  zh: tiedTexts(divergenceZh),
};
