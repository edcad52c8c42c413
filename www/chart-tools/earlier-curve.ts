/** A curve of a run that was left, as it is drawn, read and heard: of its losses, or of what the chart shows in their place. */

import { drawCurve } from '../chart/curves.js';
import type { Plot } from '../chart/plot.js';
import { BUCKET, CLASSIFIERS, type Classifier, type Ghost } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { formatLoss } from '../ui/format.js';
import type { CurveGrid } from './curve-grid.js';

export interface EarlierCurve {
  classifier: Classifier;
  draw(context: CanvasRenderingContext2D, plot: Plot): void;
  /** The value at a step up to the run's end, or at the nearest one where it is known. */
  at(step: number): { step: number; value: number };
  /** Marks where it goes through. */
  cross(grid: CurveGrid): void;
}

/** What a run had come to at a step. */
export interface EarlierReading {
  /** The one that was asked for, or the nearest that is known. */
  step: number;
  named: readonly (readonly [name: string, value: string])[];
  /** The same in a few characters. */
  short: readonly (readonly [classifier: Classifier, value: string])[];
}

/** What the chart shows of runs that were left. */
export interface Earlier {
  /** None, if a run cannot be compared in what is shown. The last one carries the run's name. */
  curvesOf(ghost: Ghost): readonly EarlierCurve[];
  /** Null where the run has not been. */
  readingOf(ghost: Ghost, step: number): EarlierReading | null;
}

/** The losses of runs that were left. */
export function earlierLosses(texts: Pick<Dictionary, Classifier>): Earlier {
  return {
    curvesOf: (ghost) => CLASSIFIERS.map((classifier) => lossCurve(ghost, classifier)),
    readingOf: (ghost, asked) => {
      if (asked > ghost.end) return null;
      const values = CLASSIFIERS.map((each) => [each, lossAt(ghost, each, asked)] as const);
      return {
        step: lossAt(ghost, 'linear', asked).step,
        named: values.map(([each, { value }]) => [texts[each], formatLoss(value)]),
        short: values.map(([each, { value }]) => [each, shortLoss(value)]),
      };
    },
  };
}

function lossCurve(ghost: Ghost, classifier: Classifier): EarlierCurve {
  const { end, histories } = ghost;
  const history = histories[classifier];
  const loss = ghost.last[classifier];
  return {
    classifier,
    draw: (context, plot) => drawCurve(context, classifier, history, 0, { step: end, loss }, plot),
    at: (step) => lossAt(ghost, classifier, step),
    cross: (grid) => grid.add(history, end, loss),
  };
}

/** The first loss of a bucket is known exactly, and the last one of the run. */
function lossAt(ghost: Ghost, classifier: Classifier, asked: number) {
  const { width, buckets } = ghost.histories[classifier];
  const step = width * Math.round(asked / width);
  const value = buckets[(BUCKET * step) / width];
  return asked === ghost.end || step >= ghost.end || value === undefined
    ? { step: ghost.end, value: ghost.last[classifier] }
    : { step, value };
}

/** Four digits. */
export function shortLoss(loss: number): string {
  return loss < 1e4 ? loss.toPrecision(4) : loss.toExponential(2).replace('+', '');
}
