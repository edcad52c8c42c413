/** What explains the pictures, in every language: apart from the dictionaries, because it is loaded only when it is asked for. */

import { type GuideTexts, guideEn } from './guide-en.js';
import { guideZh } from './guide-zh.js';
import type { Language } from './index.js';

export type { GuideTexts };

export const GUIDES: Record<Language, GuideTexts> = { en: guideEn, zh: guideZh };
