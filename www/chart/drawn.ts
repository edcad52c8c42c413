/** What the chart may show in place of the losses: it comes with the chart's tools. */

import type { Domain } from '../draw/scale.js';
import type { Axis, Box, Plot } from './plot.js';
import type { Reader } from './values.js';

export interface Drawn {
  /** The same object as long as the axis looks the same. */
  axis: Axis;
  /** The axis of its values, which is even; close to the curves where only a part of the run is shown. */
  domain(steps: Domain, isPart: boolean): Domain;
  draw(context: CanvasRenderingContext2D, plot: Plot): void;
  /** Whether no curve crosses a part of the chart. */
  readonly isFree: (box: Box, plot: Plot) => boolean;
  /** At the nearest step at which the values are known; no number where a classifier has no curve. */
  read: Reader;
}
