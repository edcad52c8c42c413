/** All ways to hand a run on, put together: loaded when that is first asked for. */

import type { Painter } from './engine/frame.js';
import { type FileSources, FilesPart } from './export/files-part.js';
import type { Printing } from './export/printing.js';
import { LinkPart } from './share/link-part.js';
import { SharePanel } from './share/panel.js';

export interface SharingActions {
  /** The run's whole link. */
  link(): string;
}

/** `engine` is read, `painter` paints what the boards show, and `printing` draws all of it for print. */
export function makeSharePanel(
  { link }: SharingActions,
  engine: FileSources,
  painter: Painter,
  printing: Printing,
): SharePanel {
  return new SharePanel([new LinkPart(link), new FilesPart(link, engine, painter, printing)]);
}
