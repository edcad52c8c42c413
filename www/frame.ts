/** What the engine shows at one moment: results only, no code. Intent (settings, playing) lives in the store. */

export const CLASSIFIERS = ['linear', 'network'] as const;
export type Classifier = (typeof CLASSIFIERS)[number];

export interface Reading {
  /** Data loss plus regularization loss. */
  loss: number;
  /** Share of the points classified rightly, 0…1. */
  accuracy: number;
}

export interface Frame {
  /** Updates done. */
  step: number;
  linear: Reading;
  network: Reading;
  /** The points of this run: the same object as long as they are the same points. */
  points: Points;
  /** Whose next loss would not be a finite number, if the last step met one. */
  diverged: Classifier | null;
  /** The first step of this run at which a rate was changed on the way, so that no link can repeat it. */
  ratesChangedAt: number | null;
}

export interface Points {
  /** x and y of each point in turn. */
  coordinates: Float64Array;
  /** The class of each point, 0…classes−1. */
  labels: Uint8Array;
  classes: number;
}

/** The loss of every step so far: bucket i holds the losses from step i·width on. */
export interface LossHistory {
  width: number;
  /** For each bucket its first, least and greatest loss. Good until the engine's next call. */
  buckets: Float64Array;
}

/** Paints a classifier's decision regions on a square canvas: `side` pixels, the world from −reach to reach. */
export type PaintRegions = (
  classifier: Classifier,
  canvas: CanvasRenderingContext2D,
  side: number,
  reach: number,
  colours: Uint8Array,
) => void;
