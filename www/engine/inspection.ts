/**
 * What the look inside shows: results only, no code.
 *
 * Arrays are copies, good as long as anybody wants. Matrices lie row by row: entry (row, column) is at row·columns + column. N points, H hidden units, K classes.
 */

import type { Divergence } from '../pkg/inspector.js';
import type { ParameterAddress } from './frame.js';
import type { Refusal } from './refusal.js';

export type { Divergence };

/** One layer's parameters and the gradient of the data loss by each; the penalty adds reg·w to a weight's. */
export interface LayerState {
  inputs: number;
  outputs: number;
  /** inputs×outputs. */
  weights: Float64Array;
  /** One for each output. */
  biases: Float64Array;
  /** dL/dW without the penalty's share, inputs×outputs. */
  weightSlopes: Float64Array;
  /** dL/db, one for each output. */
  biasSlopes: Float64Array;
}

/** Where w·(x, y) + b = 0: a hidden unit's fold, or the line on which a class's score of the linear classifier is 0. */
export interface Line {
  /** The normal; it points to the positive side, where the unit is active or the class's score grows. */
  wx: number;
  wy: number;
  b: number;
  /** The part in sight, null if there is none: walking from 1 to 2, the positive side is to the left (y grows upwards). */
  segment: { x1: number; y1: number; x2: number; y2: number } | null;
}

/** What the hidden units do on the points. */
export interface Units {
  /** How many are active on no point. */
  dead: number;
  /** On how many points each is active. */
  active: Float64Array;
  /** How far each moves the scores of the mean point: mean over the points of Σ_k |h·u_k|. */
  importance: Float64Array;
  /** All units, the most important first. */
  order: Uint32Array;
}

/** A layer's share of something, in the layer's shape. */
export interface LayerNumbers {
  /** inputs×outputs. */
  weights: Float64Array;
  /** One for each output. */
  biases: Float64Array;
}

/** One point worked out, in the order of the tutorial. H lists are empty for the linear classifier. */
export interface WorkedPoint {
  index: number;
  x: number;
  y: number;
  /** Its class. */
  label: number;
  /** N, by which the mean divides. */
  points: number;
  /** H: x·W1 + b1. */
  z: Float64Array;
  /** H: max(0, z). */
  hidden: Float64Array;
  /** K: hidden·W2 + b2, or x·W + b. */
  scores: Float64Array;
  /** The greatest score. */
  greatest: number;
  /** K: scores − greatest. */
  shifted: Float64Array;
  /** K: exp(shifted). */
  exps: Float64Array;
  /** Σ exps. */
  sum: number;
  /** K: exps / sum. */
  probabilities: Float64Array;
  /** −ln of its own class's probability. */
  loss: number;
  /** K: p − 1[label]. */
  errors: Float64Array;
  /** K: (p − 1[label]) / N, the script's dscores. */
  scoreSlopes: Float64Array;
  /** H: dscores·W2ᵀ. */
  hiddenSlopes: Float64Array;
  /** H: the same, 0 where hidden is 0. */
  zSlopes: Float64Array;
  /** Layer by layer its share of dW, input_i·slope_j, and of db. The shares of all points add up to the gradient. */
  shares: LayerNumbers[];
}

/** What the loss phase shows. */
export interface LossPhase {
  /** −ln p of each point's own class, N. */
  each: Float64Array;
  /** Their mean. */
  data: number;
  /** ½·reg·ΣW². */
  regularization: number;
  /** The sum of both. */
  total: number;
}

/** What the gradients phase shows. */
export interface GradientsPhase {
  /** (p − 1[label]) / N, N×K. */
  scoreSlopes: Float64Array;
  /** Layer by layer the gradient of the data loss: dW and db. */
  data: LayerNumbers[];
  /** Layer by layer the gradient of the penalty: reg·W, and 0 for biases. */
  penalty: LayerNumbers[];
}

/** A slope of the full loss by the chain rule, and by trying. */
export interface SlopeCheck {
  parameter: ParameterAddress;
  value: number;
  /** By backpropagation, with the penalty's reg·w. */
  analytic: number;
  /** (above − below) / 2ε. */
  numeric: number;
  /** |analytic − numeric| / max(|analytic|, |numeric|), 0 where both are 0. */
  error: number;
  /** L(w − ε). */
  below: number;
  /** L(w + ε). */
  above: number;
  /** At how many points a hidden unit folds in between: the loss has kinks there, and the slopes need not agree. */
  kinks: number;
  /** |analytic − numeric|. */
  gap: number;
  /** How much of the gap rounding and the length of ε explain, where there is no kink. */
  bound: number;
}

/** Why there is no numeric slope: at ε from the parameter the loss is not a finite number. */
export type NoSlope = Extract<Refusal, { code: 'lossNotFiniteBeside' }>;

/** How far the check of all slopes is. */
export interface CheckProgress {
  done: number;
  total: number;
  /** How many of those checked have a kink between w − ε and w + ε. */
  kinked: number;
  /** How many of the others differ by more than is explained. */
  apart: number;
  /** Of those without a kink the one whose gap is the greatest share of what is explained; null while there is none. */
  worst: SlopeCheck | null;
}
