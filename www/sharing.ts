/** All ways to hand a run on, put together: loaded when that is first asked for. */

import { HandInPart } from './class/hand-in/part.js';
import { SheetPart } from './class/sheet/part.js';
import type { Engine } from './engine/engine.js';
import { OPENINGS } from './lesson/index.js';
import { LinkPart } from './share/link-part.js';
import { SharePanel } from './share/panel.js';

export interface SharingActions {
  /** The run's whole link. */
  link(): string;
}

export function makeSharePanel({ link }: SharingActions, engine: Engine): SharePanel {
  const writing = { table: engine.table, chapters: OPENINGS };
  return new SharePanel([
    new LinkPart(link),
    new HandInPart(engine, link, writing),
    new SheetPart(writing),
  ]);
}
