/** What opens on request, with its formulas and texts: loaded when it is first asked for, so that a first visit is light. */

import styles from './style/on-request.css?url';
import { once } from './ui/load.js';
import { addStyleSheet } from './ui/style-sheet.js';

export { partToDraw } from './boards/changed-points.js';
export { marksOf, ringOf } from './boards/draw-marks.js';
export { ChartTools } from './chart-tools/panel.js';
export { Inspector } from './engine/inspector.js';
export { RunFiles } from './export/run-files.js';
export { GuidePanel } from './guide/panel.js';
export { HeldOut } from './held-out/held-out.js';
export { LESSONS } from './i18n/lesson.js';
export { InsidePanel } from './inside/panel.js';
export { CHAPTERS } from './lesson/chapters.js';
export { answered, lead } from './lesson/leading.js';
export { LessonPanel } from './lesson/panel.js';
export { Explainer } from './notices/explainer.js';
export { PointsPanel } from './points/panel.js';
export { connectInside } from './state/inside-controls.js';
export { keepNames } from './state/names.js';

/** Until this is done, nothing of it is shown. */
export const loadStyles = once(() => addStyleSheet(styles));
