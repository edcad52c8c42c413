/** The lesson's texts in every language: apart from the dictionaries, because they are loaded only when it is opened. */

import type { Language } from './index.js';
import { lessonEn } from './lesson-en.js';
import { lessonZh } from './lesson-zh.js';
import { tiedTexts } from './tied.js';

export type { LessonTexts } from './lesson-en.js';

export const LESSONS = { en: tiedTexts(lessonEn), zh: tiedTexts(lessonZh) } satisfies Record<
  Language,
  typeof lessonEn
>;
