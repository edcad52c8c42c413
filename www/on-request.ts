/** What opens on request, with its formulas and texts: loaded when it is first asked for, so that a first visit is light. */

export { LESSONS } from './i18n/lesson.js';
export { LessonPanel } from './lesson/panel.js';
export { GuidePanel } from './views/guide/panel.js';
export { InsidePanel } from './views/inside/panel.js';
