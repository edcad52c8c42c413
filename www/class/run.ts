/** The run, as far as a class needs to know it. */

import type { Frame } from '../engine/frame.js';

export interface ClassRun {
  readonly frame: Readonly<Frame>;
  /** Four characters that whoever repeats the run up to this step has, too. */
  checkCode(): string;
}
