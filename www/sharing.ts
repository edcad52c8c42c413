/** All ways to hand a run on, put together: loaded when that is first asked for. */

import { TaskPart } from './class/task-part.js';
import type { SettingsTable } from './engine/settings.js';
import type { Language } from './i18n/index.js';
import { LESSONS } from './on-request.js';
import { LinkPart } from './share/link-part.js';
import { SharePanel } from './share/panel.js';

export interface SharingActions {
  /** The run's whole link. */
  link(): string;
}

export function makeSharePanel(
  { maxSteps }: { readonly maxSteps: number },
  table: SettingsTable,
  actions: SharingActions,
): SharePanel {
  const titles = (lang: Language) =>
    Object.values(LESSONS[lang].chapters).map(({ title }) => title);
  return new SharePanel([
    new LinkPart(actions.link),
    new TaskPart(table, maxSteps, actions, titles),
  ]);
}
