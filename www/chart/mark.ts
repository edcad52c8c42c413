/** Something that happened to a run at a step. */

import type { Classifier } from '../engine/frame.js';

export type Happening =
  | { kind: 'changed'; what: string[] }
  | { kind: 'reached'; classifier: Classifier; percent: number }
  | { kind: 'died'; units: number }
  | { kind: 'least' | 'best' | 'diverged'; classifier: Classifier };

export interface Mark {
  step: number;
  all: Happening[];
}
