/** What the run has come to at the steps whose states are kept, and where it stands: asked of the engine bit by bit, so that a
 * moving run costs no more than its newest steps. */

import type { Classifier, Frame, Ghost } from '../engine/frame.js';

/** What a classifier had come to at a step. */
export interface Known {
  loss: number;
  dataLoss: number;
  accuracy: number;
  /** p(y) of the traced point. */
  probability: number;
}

export interface Sample extends Record<Classifier, Known> {
  step: number;
}

export interface Traced {
  /** With the number of a run that was left, that run's. */
  trace(classifier: Classifier, point: number, from: number, ghost?: number): Float64Array;
}

/** Numbers of a sample. */
const NUMBERS = 5;
/** As many as the engine never hands out at once: when there are more, because it keeps fewer by now, all are asked for anew. */
const MOST = 1500;

export class Trace {
  /** What is kept, without the step where the run stands. */
  private kept: Sample[] = [];
  private asked = { branches: -1, point: -1, reading: -1 };
  /** In the order of the steps, the first and the last step of the run and the one where it stands among them. */
  samples: readonly Sample[] = [];

  constructor(private readonly engine: Traced) {}

  /** Brings the samples up to date; another list whenever they have changed. */
  follow({ branches, reading }: Frame, point: number): void {
    const { asked } = this;
    const same = branches === asked.branches && point === asked.point;
    if (same && reading === asked.reading) return;
    if (!same || this.kept.length > MOST) this.kept = [];
    this.asked = { branches, point, reading };
    const from = (this.kept.at(-1)?.step ?? -1) + 1;
    const [here, ...news] = samplesOf(
      this.engine.trace('linear', point, from),
      this.engine.trace('network', point, from),
    );
    this.kept.push(...news);
    this.samples = here ? withOne(this.kept, here) : this.kept;
  }
}

/** What runs that were left had come to: it stays as it is, whatever the engine keeps of them by and by. */
export class EarlierTraces {
  private readonly known = new WeakMap<Ghost, { point: number; samples: readonly Sample[] }>();

  constructor(private readonly engine: Traced) {}

  /** None, if it has no such point. */
  of(ghost: Ghost, point: number): readonly Sample[] {
    const known = this.known.get(ghost);
    if (known?.point === point) return known.samples;
    // The first of them is where the run stands, at its first step, which is among the others.
    const [, ...samples] = samplesOf(
      this.engine.trace('linear', point, 0, ghost.id),
      this.engine.trace('network', point, 0, ghost.id),
    );
    this.known.set(ghost, { point, samples });
    return samples;
  }
}

/** Of both classifiers' numbers at the same steps. */
function samplesOf(linear: Float64Array, network: Float64Array): Sample[] {
  return Array.from({ length: linear.length / NUMBERS }, (_, i) => {
    const from = NUMBERS * i;
    const step = linear[from] as number;
    return { step, linear: known(linear, from + 1), network: known(network, from + 1) };
  });
}

function known(numbers: Float64Array, from: number): Known {
  const [loss = 0, dataLoss = 0, accuracy = 0, probability = 0] = numbers.subarray(from, from + 4);
  return { loss, dataLoss, accuracy, probability };
}

function withOne(samples: readonly Sample[], one: Sample): Sample[] {
  const place = placeOf(samples, one.step);
  const after = samples[place]?.step === one.step ? place + 1 : place;
  return [...samples.slice(0, place), one, ...samples.slice(after)];
}

/** The place of the first sample that is not before a step. */
export function placeOf(samples: readonly Sample[], step: number): number {
  let [low, high] = [0, samples.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle] as Sample).step < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sample nearest to a step. */
export function nearest(samples: readonly Sample[], step: number): Sample {
  const place = placeOf(samples, step);
  const [before, after] = [samples[place - 1], samples[place]];
  const found = before && (!after || step - before.step < after.step - step) ? before : after;
  if (!found) throw new Error('a run has a first step');
  return found;
}

/** Those in sight of a part of the run, and one more at either side, to which the curve leads. */
export function inSight(
  samples: readonly Sample[],
  { min, max }: { min: number; max: number },
): readonly Sample[] {
  return samples.slice(Math.max(0, placeOf(samples, min) - 1), placeOf(samples, max) + 1);
}
