/** The texts of the panel in which points are edited, in every language: loaded with that panel. */

import type { Language } from './index.js';
import { type PointsTexts, pointsEn } from './points-en.js';
import { pointsZh } from './points-zh.js';
import { tiedTexts } from './tied.js';

export const POINTS: Record<Language, PointsTexts> = {
  en: tiedTexts(pointsEn),
  zh: tiedTexts(pointsZh),
};
