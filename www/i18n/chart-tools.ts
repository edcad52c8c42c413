/** The texts of the chart's tools, in every language: apart from the dictionaries, because they are loaded only when asked for. */

import { type ToolsTexts, toolsEn } from './chart-tools-en.js';
import { toolsZh } from './chart-tools-zh.js';
import type { Language } from './index.js';
import { tiedTexts } from './tied.js';

export const TOOLS: Record<Language, ToolsTexts> = {
  en: tiedTexts(toolsEn),
  zh: tiedTexts(toolsZh),
};
