/** How a run is handed on, in every language: loaded when that is asked for. */

import type { Language } from './index.js';
import { type ShareTexts, shareEn } from './share-en.js';
import { shareZh } from './share-zh.js';
import { tiedTexts } from './tied.js';

export type { ShareTexts };

export const SHARE: Record<Language, ShareTexts> = {
  en: tiedTexts(shareEn),
  zh: tiedTexts(shareZh),
};
