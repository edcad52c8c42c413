/** What is said of files that hold a run, in every language: loaded when that is asked for. */

import { type ExportTexts, exportEn } from './export-en.js';
import { exportZh } from './export-zh.js';
import type { Language } from './index.js';
import { tiedTexts } from './tied.js';

export type { ExportTexts };

export const EXPORT: Record<Language, ExportTexts> = {
  en: tiedTexts(exportEn),
  zh: tiedTexts(exportZh),
};
