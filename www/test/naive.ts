/** One point through both classifiers, naively, with the names and the lines of the NumPy script (scripts/reference.py):
 * what the look inside is held against. Reads nothing but parameters and points. */

import type { Classifier } from '../engine/frame.js';
import type { Settings } from '../engine/settings.js';
import { engine, parametersOf } from './engine-in-node.js';

type Matrix = number[][];

export interface Naive {
  x: number;
  y: number;
  label: number;
  W: Matrix;
  b: number[];
  W2: Matrix;
  b2: number[];
  /** np.dot(X, W) + b: before the ReLU, or the linear classifier's scores. */
  a: number[];
  hidden_layer: number[];
  scores: number[];
  exp_scores: number[];
  sum: number;
  probs: number[];
  loss: number;
  dscores: number[];
  dhidden: number[];
  da: number[];
  dW: Matrix;
  db: number[];
  dW2: Matrix;
  db2: number[];
}

const dot = (row: readonly number[], matrix: Matrix, bias: readonly number[]) =>
  bias.map((b, j) => row.reduce((sum, value, i) => sum + value * at(matrix, i, j), 0) + b);
const outer = (a: readonly number[], b: readonly number[]): Matrix =>
  a.map((u) => b.map((v) => u * v));
export const at = (matrix: Matrix, i: number, j: number) => matrix[i]?.[j] ?? Number.NaN;

function matrix(numbers: readonly number[], rows: number, columns: number): Matrix {
  return Array.from({ length: rows }, (_, i) => numbers.slice(i * columns, (i + 1) * columns));
}

export function naive(
  classifier: Classifier,
  { classes, hidden, activation }: Settings,
  index: number,
): Naive {
  const { coordinates, labels } = engine.frame.points;
  const [x = 0, y = 0, label = 0] = [
    coordinates[2 * index],
    coordinates[2 * index + 1],
    labels[index],
  ];
  const linear = classifier === 'linear';
  const first = linear ? classes : hidden;
  const numbers = [...parametersOf(classifier)];
  const take = (count: number) => numbers.splice(0, count);
  const [W, b] = [matrix(take(2 * first), 2, first), take(first)];
  const [W2, b2] = [matrix(take(first * classes), linear ? 0 : hidden, classes), take(classes)];

  const a = dot([x, y], W, b);
  const relu = activation === 'relu';
  const hidden_layer = a.map((value) => (relu ? Math.max(0, value) : value));
  const scores = linear ? a : dot(hidden_layer, W2, b2);
  const greatest = Math.max(...scores);
  const exp_scores = scores.map((score) => Math.exp(score - greatest));
  const sum = exp_scores.reduce((total, exp) => total + exp);
  const probs = exp_scores.map((exp) => exp / sum);
  const loss = Math.log(sum) + greatest - (scores[label] ?? 0);
  const dscores = probs.map((p, c) => (p - Number(c === label)) / labels.length);
  const dhidden = W2.map((row) => row.reduce((total, w, c) => total + (dscores[c] ?? 0) * w, 0));
  const passes = (j: number) => !relu || (hidden_layer[j] ?? 0) > 0;
  const da = linear ? dscores : dhidden.map((slope, j) => (passes(j) ? slope : 0));
  const layers = { dW: outer([x, y], da), db: da, dW2: outer(hidden_layer, dscores), db2: dscores };
  const parameters = { W, b, W2, b2 };
  const point = { x, y, label, a, hidden_layer, scores, exp_scores, sum, probs, loss };
  return { ...parameters, ...point, ...layers, dscores, dhidden, da };
}
