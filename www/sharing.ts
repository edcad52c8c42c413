/** All ways to hand a run on, put together: loaded when that is first asked for. */

import { HandInPart } from './class/hand-in/part.js';
import { SheetPart } from './class/sheet/part.js';
import { TaskPart } from './class/task-part.js';
import type { Engine } from './engine/engine.js';
import { FilesPart } from './export/files-part.js';
import type { Language } from './i18n/index.js';
import { OPENINGS } from './lesson/index.js';
import { LESSONS } from './on-request.js';
import type { PrintedSheet } from './print/printed-sheet.js';
import type { Stage } from './print/stage.js';
import { LinkPart } from './share/link-part.js';
import { SharePanel } from './share/panel.js';
import { TeachPart } from './teach/part.js';

export interface SharingActions {
  /** The run's whole link. */
  link(): string;
}

/** All that is seen of a run, which is read here. */
export interface SharedScene extends Stage {
  readonly engine: Engine;
}

export function makeSharePanel(
  scene: SharedScene,
  printed: PrintedSheet,
  { link }: SharingActions,
): SharePanel {
  const { engine } = scene;
  const { table, maxSteps } = engine;
  const writing = { table, chapters: OPENINGS };
  const titles = (lang: Language) =>
    Object.values(LESSONS[lang].chapters).map(({ title }) => title);
  const parts = [
    new LinkPart(link, () => printed.print()),
    new FilesPart(link, engine, scene),
    new HandInPart(engine, link, writing),
    new TaskPart(table, maxSteps, { link }, titles),
    new SheetPart(writing),
    new TeachPart(),
  ] as const;
  return new SharePanel(parts);
}
