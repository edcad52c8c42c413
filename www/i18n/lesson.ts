/** The lesson's texts in every language: apart from the dictionaries, because they are loaded only when it is opened. */

import type { Language } from './index.js';
import { lessonEn } from './lesson-en.js';
import { lessonZh } from './lesson-zh.js';

export type { LessonTexts } from './lesson-en.js';

export const LESSONS = { en: lessonEn, zh: lessonZh } satisfies Record<Language, typeof lessonEn>;
