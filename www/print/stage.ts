/** What draws on the page, and draws the same again for paper. */

import type { DrawPoints } from '../boards/points-picture.js';
import type { Chart } from '../chart/chart.js';
import type { Histories } from '../chart/values.js';
import type { Painter } from '../engine/frame.js';
import { byId } from '../ui/dom.js';

export interface Stage {
  readonly painting: Painter;
  readonly chart: Pick<Chart, 'plot' | 'more' | 'drawn'>;
  readonly histories: Histories;
  /** Draws points that are not all shown alike, where the run has such. */
  readonly heldOut: { peek(): { readonly draw: DrawPoints } | null };
}

/** Whether it is seen on the page: what a teacher hides is neither printed nor saved. */
export const isSeen = (id: string) => byId(id).clientWidth > 0;

/** How large a picture is, in its own pixels, and how many of them are one of the page. */
export interface Size {
  width: number;
  height: number;
  scale: number;
}
