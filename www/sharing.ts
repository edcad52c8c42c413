/** All ways to hand a run on, put together: loaded when that is first asked for. */

import { TaskPart } from './class/task-part.js';
import type { Painter } from './engine/frame.js';
import type { SettingsTable } from './engine/settings.js';
import { type FileSources, FilesPart } from './export/files-part.js';
import type { Language } from './i18n/index.js';
import { LESSONS, PRINTING } from './on-request.js';
import { LinkPart } from './share/link-part.js';
import { SharePanel } from './share/panel.js';

export interface SharingActions {
  /** The run's whole link. */
  link(): string;
}

/** `engine` is read, and `painter` paints what the boards show. */
export function makeSharePanel(
  engine: FileSources & { readonly maxSteps: number },
  painter: Painter,
  table: SettingsTable,
  actions: SharingActions,
): SharePanel {
  const titles = (lang: Language) =>
    Object.values(LESSONS[lang].chapters).map(({ title }) => title);
  return new SharePanel([
    new LinkPart(actions.link),
    new FilesPart(actions.link, engine, painter, PRINTING),
    new TaskPart(table, engine.maxSteps, actions, titles),
  ]);
}
