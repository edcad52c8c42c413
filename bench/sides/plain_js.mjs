// The network in plain JavaScript: loops over Float64Arrays, every array made once.

import { problem, serve } from './serve.mjs';

const { classes: K, hidden: H, rate, reg, labels, first, trained, ...given } = problem();
const X = Float64Array.from(given.points);
const y = Uint8Array.from(labels);
const N = y.length;

/** @param {import('./serve.mjs').Parameters} from */
const copy = (from) => ({
  w1: Float64Array.from(from.w1),
  b1: Float64Array.from(from.b1),
  w2: Float64Array.from(from.w2),
  b2: Float64Array.from(from.b2),
});

/** @typedef {ReturnType<typeof copy>} Weights */

const hidden = new Float64Array(H);
const scores = new Float64Array(K);
const dw1 = new Float64Array(2 * H);
const db1 = new Float64Array(H);
const dw2 = new Float64Array(H * K);
const db2 = new Float64Array(K);

/**
 * The script's step: forward pass, loss, backward pass, update. Returns the loss before the update.
 * @param {Weights} weights
 */
function step(weights) {
  dw1.fill(0);
  db1.fill(0);
  dw2.fill(0);
  db2.fill(0);
  let loss = 0;
  for (let i = 0; i < N; i++) loss -= gradientsAt(i, weights);
  loss = loss / N + 0.5 * reg * (sumOfSquares(weights.w1) + sumOfSquares(weights.w2));
  descend(weights.w1, dw1, reg);
  descend(weights.b1, db1, 0);
  descend(weights.w2, dw2, reg);
  descend(weights.b2, db2, 0);
  return loss;
}

/**
 * Adds one point's share to the gradients and returns the logarithm of its own class's probability.
 * @param {number} i
 * @param {Weights} weights
 */
function gradientsAt(i, weights) {
  const { w2 } = weights;
  const x0 = X[2 * i] ?? 0;
  const x1 = X[2 * i + 1] ?? 0;
  forward(x0, x1, weights);
  const logarithm = softmax(y[i] ?? 0);
  for (let k = 0; k < K; k++) db2[k] = at(db2, k) + at(scores, k);
  for (let j = 0; j < H; j++) {
    const h = at(hidden, j);
    // What a unit that is off would get and pass on is 0.
    if (h <= 0) continue;
    let dh = 0;
    for (let k = 0, jk = j * K; k < K; k++, jk++) {
      const ds = at(scores, k);
      dw2[jk] = at(dw2, jk) + h * ds;
      dh += ds * at(w2, jk);
    }
    dw1[j] = at(dw1, j) + x0 * dh;
    dw1[H + j] = at(dw1, H + j) + x1 * dh;
    db1[j] = at(db1, j) + dh;
  }
  return logarithm;
}

/**
 * Leaves the hidden units' outputs in `hidden` and the scores in `scores`.
 * @param {number} x0
 * @param {number} x1
 * @param {Weights} weights
 */
function forward(x0, x1, { w1, b1, w2, b2 }) {
  for (let k = 0; k < K; k++) scores[k] = at(b2, k);
  for (let j = 0; j < H; j++) {
    const z = x0 * at(w1, j) + x1 * at(w1, H + j) + at(b1, j);
    if (z <= 0) {
      hidden[j] = 0;
      continue;
    }
    hidden[j] = z;
    for (let k = 0, jk = j * K; k < K; k++, jk++) scores[k] = at(scores, k) + z * at(w2, jk);
  }
}

/**
 * Turns the scores into the gradient of the mean loss, and returns ln p of the right class.
 * @param {number} label
 */
function softmax(label) {
  let sum = 0;
  for (let k = 0; k < K; k++) {
    const e = Math.exp(at(scores, k));
    scores[k] = e;
    sum += e;
  }
  const logarithm = Math.log(at(scores, label) / sum);
  for (let k = 0; k < K; k++) scores[k] = (at(scores, k) / sum - (k === label ? 1 : 0)) / N;
  return logarithm;
}

/**
 * @param {Float64Array} w
 * @param {Float64Array} dw
 * @param {number} penalty
 */
function descend(w, dw, penalty) {
  for (let i = 0; i < w.length; i++) w[i] = at(w, i) - rate * (at(dw, i) + penalty * at(w, i));
}

/** @param {Float64Array} w */
function sumOfSquares(w) {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += at(w, i) * at(w, i);
  return sum;
}

/**
 * An entry that is there; the type checker cannot know, and the compiler puts the call in line.
 * @param {Float64Array} array
 * @param {number} i
 */
function at(array, i) {
  return /** @type {number} */ (array[i]);
}

/** @type {Uint8Array} */
let classes = new Uint8Array();
const learned = copy(trained);

await serve({
  step(steps) {
    const weights = copy(first);
    const start = performance.now();
    for (let i = 0; i < steps; i++) step(weights);
    const us = 1e3 * (performance.now() - start);
    return { us, loss: step(weights) };
  },
  paint(points) {
    if (2 * classes.length !== points.length) classes = new Uint8Array(points.length / 2);
    for (let p = 0; p < classes.length; p++) {
      forward(at(points, 2 * p), at(points, 2 * p + 1), learned);
      let best = 0;
      for (let k = 1; k < K; k++) if (at(scores, k) > at(scores, best)) best = k;
      classes[p] = best;
    }
    return classes;
  },
});
