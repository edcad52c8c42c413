/** How far each run has come on the points that are held out. The engine does not keep that of a run that is left, so that it is noted
 * here while the run goes on. */

import { CLASSIFIERS, type Classifier, type Experiment, type Frame } from '../engine/frame.js';

/** The losses on the points that are held out, at a run's end. */
export interface TestEnd extends Record<Classifier, number> {
  step: number;
}

/** What makes a run the one it is. */
type Named = Pick<Experiment, 'beginning' | 'own' | 'changes'>;

/** So many runs are known at most: some more than are kept to compare with. */
const MOST = 32;

export class TestEnds {
  private readonly ends = new Map<string, TestEnd>();
  /** The run that goes on, and what it is known by. */
  private experiment: Experiment | null = null;
  private key = '';

  note({ experiment, end: step, ...frame }: Pick<Frame, 'experiment' | 'end' | Classifier>): void {
    const [linear, network] = CLASSIFIERS.map((each) => frame[each].test?.last);
    if (linear === undefined || network === undefined) return;
    if (experiment !== this.experiment) this.key = keyOf(experiment);
    this.experiment = experiment;
    const { ends, key } = this;
    // One that begins again alike has still come as far as it had.
    if (step < (ends.get(key)?.step ?? 0)) return;
    ends.set(key, { step, linear, network });
    const [oldest] = ends.keys();
    if (ends.size > MOST && oldest !== undefined) ends.delete(oldest);
  }

  /** Null, if it is not known. */
  of(run: Named): TestEnd | null {
    return this.ends.get(keyOf(run)) ?? null;
  }
}

const keyOf = ({ beginning, own, changes }: Named) => JSON.stringify([beginning, own, changes]);

/** Those of the page's runs. */
export const testEnds = new TestEnds();
