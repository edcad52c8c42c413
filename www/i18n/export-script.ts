/** What the exported script says to its reader, in every language. */

import { type ScriptTexts, scriptEn } from './export-script-en.js';
import { scriptZh } from './export-script-zh.js';
import type { Language } from './index.js';

export type { ScriptTexts };

export const SCRIPT: Record<Language, ScriptTexts> = { en: scriptEn, zh: scriptZh };
