/** What the engine shows at one moment, of the classifiers in the two places, left and right: results only. Intent (settings, playing) lives in
 * the store. */

import type { Settings } from './settings.js';

export const CLASSIFIERS = ['linear', 'network'] as const;
/** The classifier on the left, or the one on the right. */
export type Classifier = (typeof CLASSIFIERS)[number];

/** How a classifier does. */
export interface Reading {
  /** Data loss plus regularization loss. */
  loss: number;
  /** Share of the points classified rightly, 0…1. */
  accuracy: number;
}

/** A classifier of the run. */
export interface Standing extends Reading {
  /** The units of its hidden layer: 0 where its scores come straight from the inputs. Views ask this, not its name. */
  hidden: number;
  /** The loss at the last step that the run has reached. */
  last: number;
  /** The step since when it stands still while the other one goes on; null if it goes on. */
  since: number | null;
  /** The same on the points that are held out; null if none is. A loss may be no finite number. */
  test: (Reading & Pick<Standing, 'last'>) | null;
}

/** What decides the run, as the engine has it: another object whenever it is changed. */
export interface Experiment {
  /** The settings that it began with. */
  beginning: Settings;
  /** The text of its own points, as the link says it; empty where there are none. */
  own: string;
  /** What was changed on its way, as the link says it. */
  changes: string;
  /** How many changes can be taken back, and how many made again. */
  undoable: number;
  redoable: number;
}

export interface Frame {
  /** Counts what was read of the engine: while it stays, so does all else. */
  reading: number;
  /** Updates done. */
  step: number;
  /** Counts how often the run has become another one: while it stays, the run has only gone on. */
  branches: number;
  /** The last step that the run has reached; who looks back stands before it. */
  end: number;
  /** Learning rate of the next step, and regularization strength. */
  rate: number;
  reg: number;
  linear: Standing;
  network: Standing;
  experiment: Experiment;
  /** Runs that were left, the oldest first; the same list as long as they are the same. */
  ghosts: readonly Ghost[];
  /** How many of them there was no room for so far. */
  ghostsCrowdedOut: number;
  /** How many changes can be taken back no more, because too many came after them. */
  undoLost: number;
  /** The points of this run: the same object as long as they are the same points. */
  points: Points;
  /** Where the tutorial's script, which subtracts nothing from the scores, has no number for the loss. */
  script: Record<Classifier, ScriptLoss>;
  /** Whose next loss after the last step would not be a finite number, if that has been met. */
  stopsFor: Classifier | null;
  /** The same, while the run stands at that step. */
  diverged: Classifier | null;
  /** The classifier that does not go on: the one that diverged, or one that stands still while the other goes on. */
  halted: Halted | null;
  /** Whether all hidden units have died on the way, and the network's loss is that of guessing; whether they still are dead is
   * known to the inspector. */
  mayBeDead: boolean;
  /** The changes that the last step was to make and that were forgotten, because the loss would be none; null if there are none. */
  forgotten: string | null;
  /** The network as if the hidden units that are switched off were not there; null while all are on. */
  withoutUnits: Reading | null;
  /** The hidden units that are switched off, by number. */
  off: readonly number[];
}

export interface Halted {
  classifier: Classifier;
  /** Its last step with a finite loss. */
  step: number;
}

export interface ScriptLoss {
  /** The step at which it is `inf`; null if there is none so far. */
  infAt: number | null;
  /** The step from which on it is `nan`. */
  nanFrom: number | null;
}

/** The points of a run, N of them. */
export interface Points {
  /** x and y of each point in turn. */
  coordinates: Float64Array;
  /** The class that each point is given, 0…classes−1. */
  labels: Uint8Array;
  /** The class of each point before some labels were made wrong. */
  trueLabels: Uint8Array;
  /** 1 for each point that is held out, 0 for the others; nothing where none is. */
  heldOut: Uint8Array;
  classes: number;
}

/** Accuracies whose first step is kept, 0…1. */
export const SHARES = [0.5, 0.9, 0.98] as const;

/** First steps of what happened to a run; `NEVER` for what has not. */
export interface Milestones {
  /** For each of the shares, by the linear classifier and then by the network. */
  reached: Uint32Array;
  /** For each hidden unit: since when it is active on no point. */
  died: Uint32Array;
}

export const NEVER = 2 ** 32 - 1;

/** Numbers that describe a bucket. */
export const BUCKET = 4;

/** The loss of every step so far: bucket i holds the losses from step i·width on. */
export interface LossHistory {
  width: number;
  /** For each bucket its first, least and greatest loss, and the step of the least. A copy, good until the run moves on. */
  buckets: Float64Array;
}

/** What a run is to come to. */
export interface Goal {
  classifier: Classifier;
  /** A loss below the value, or an accuracy, 0…1, of at least the value. */
  of: 'loss' | 'accuracy';
  value: number;
}

/** A run that was left for another one, to be compared with it. */
export interface Ghost {
  /** Its own number. */
  id: number;
  beginning: Settings;
  own: string;
  changes: string;
  end: number;
  /** The losses at its end. */
  last: Record<Classifier, number>;
  histories: Record<Classifier, LossHistory>;
}

/** What a board shows: `side` pixels a side, the world from −reach to reach, red, green and blue of each class. */
export interface Picture {
  side: number;
  reach: number;
  colours: Uint8Array;
  /** Mix the classes' colours by their probabilities, instead of showing the winner's. */
  soft: boolean;
}

/** Draws one classifier's decision regions. */
export interface Painter {
  /** Fills the canvas with the regions; with `onlyChanges` it leaves a canvas alone that would not change, if it still
   * shows what was painted last. Tells whether it painted. */
  paint(
    classifier: Classifier,
    canvas: CanvasRenderingContext2D,
    picture: Picture,
    onlyChanges: boolean,
  ): boolean;
  /** The lines between the regions in a picture of `side` pixels a side: x and y of one end, x and y of the other, in
   * those pixels, segment by segment. A copy, good until the same classifier's next lines. */
  boundary(classifier: Classifier, side: number, reach: number): Float64Array;
}

/** One weight or bias of a classifier. */
export interface ParameterAddress {
  /** 0 for the layer next to the inputs. */
  layer: number;
  /** Whether it multiplies an input or is added to an output. */
  kind: 'weight' | 'bias';
  /** For a bias its output; for a weight input·outputs + output. */
  index: number;
}
