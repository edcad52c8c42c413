/** The texts of a table of points, in every language: apart from the dictionaries, because they are loaded only when asked for. */

import type { Language } from './index.js';
import { type PointsTableTexts, pointsTableEn } from './points-table-en.js';
import { pointsTableZh } from './points-table-zh.js';
import { tiedTexts } from './tied.js';

export const POINTS_TABLE: Record<Language, PointsTableTexts> = {
  en: tiedTexts(pointsTableEn),
  zh: tiedTexts(pointsTableZh),
};
