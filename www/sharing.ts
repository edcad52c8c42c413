/** All ways to hand a run on, put together: loaded when that is first asked for. */

import type { Frame } from './engine/frame.js';
import { type PrintedRun, PrintedSheet } from './print/sheet.js';
import { LinkPart } from './share/link-part.js';
import { SharePanel } from './share/panel.js';
import type { Intent } from './state/store.js';
import { TeachPart } from './teach/part.js';

export interface SharingActions {
  /** The run's whole link. */
  link(): string;
}

export function makeSharePanel({ link }: SharingActions, run: PrintedRun): SharePanel {
  const sheet = new PrintedSheet(run, link);
  const parts = [new LinkPart(link, () => sheet.print()), new TeachPart()] as const;
  return new SharePanel(parts, (frame: Frame, intent: Intent) => sheet.render(frame, intent));
}
