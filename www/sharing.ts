/** All ways to hand a run on, put together: loaded when that is first asked for. */

import { LinkPart } from './share/link-part.js';
import { SharePanel } from './share/panel.js';
import { TeachPart } from './teach/part.js';

export interface SharingActions {
  /** The run's whole link. */
  link(): string;
}

export function makeSharePanel({ link }: SharingActions): SharePanel {
  return new SharePanel([new LinkPart(link), new TeachPart()]);
}
