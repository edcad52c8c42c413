/** Steps at which something happened to the run: what was changed, accuracies that were reached, units that died, the least loss
 * where it has grown since, also on points that are held out, and where a loss would be none. */

import { changesOf } from '../engine/changes.js';
import {
  BUCKET,
  CLASSIFIERS,
  type Frame,
  type Milestones,
  NEVER,
  SHARES,
} from '../engine/frame.js';
import type { Happening, Mark } from './mark.js';
import { type Histories, type LossLine, linesOf } from './values.js';

/** A loss that is at the end by more than this greater than the least has grown since. */
const GROWN = 1.001;

/** In the order of the steps. */
export function marksOf(frame: Frame, milestones: Milestones, histories: Histories): Mark[] {
  const marks = new Map<number, Happening[]>();
  const add = (step: number, happening: Happening) => {
    const all = marks.get(step);
    if (all) all.push(happening);
    else marks.set(step, [happening]);
  };
  // What is foreseen for later has not happened yet.
  for (const [step, what] of changesOf(frame.experiment.changes))
    if (step <= frame.end) add(step, { kind: 'changed', what });
  CLASSIFIERS.forEach((classifier, board) => {
    SHARES.forEach((share, i) => {
      const step = milestones.reached[board * SHARES.length + i] ?? NEVER;
      if (step !== NEVER && step > 0)
        add(step, { kind: 'reached', classifier, percent: 100 * share });
    });
  });
  for (const line of linesOf(frame, histories)) {
    const least = leastAt(line);
    const { classifier, test } = line;
    if (least !== null) add(least, { kind: test ? 'best' : 'least', classifier });
  }
  for (const [step, units] of countsOf(milestones.died)) add(step, { kind: 'died', units });
  const { stopsFor } = frame;
  if (stopsFor) add(frame.end, { kind: 'diverged', classifier: stopsFor });
  const found = [...marks].map(([step, all]) => ({ step, all }));
  return found.sort((a, b) => a.step - b.step);
}

/** How many units died at each step. */
function countsOf(died: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const step of died) if (step !== NEVER) counts.set(step, (counts.get(step) ?? 0) + 1);
  return counts;
}

/** The step of the least loss, where the loss has grown since. */
function leastAt({ history: { buckets }, last }: LossLine): number | null {
  let best = 0;
  for (let i = 0; i < buckets.length; i += BUCKET) {
    if ((buckets[i + 1] as number) < (buckets[best + 1] as number)) best = i;
  }
  const grown = last > GROWN * (buckets[best + 1] ?? 0);
  return grown ? (buckets[best + 3] ?? null) : null;
}
