/** Steps at which something happened to the run. */

import type { Frame } from '../engine/frame.js';

/** Where something was changed on the way, in order. */
export function changesOf(changes: string): number[] {
  const steps = changes.split(';').map((piece) => Number.parseInt(piece, 10));
  return [...new Set(steps)].filter((step) => !Number.isNaN(step));
}

export function marksOfRun({ experiment }: Frame): readonly number[] {
  return changesOf(experiment.changes);
}
