// The network in plain JavaScript, written for speed: Float64Arrays that are made once, no calls in the inner loops,
// and the run's three classes in local variables, which is twice as fast as looping over them.

import { problem, serve } from './serve.mjs';

const { hidden: H, rate, reg, points, labels, first, trained } = problem();
const X = floats(points);
const y = Uint8Array.from(labels);
const N = y.length;
const K = 3;

/**
 * Numbers whose entries the type checker does not doubt.
 * @typedef {{ [index: number]: any, readonly length: number, fill(value: number): unknown }} Floats
 */

/**
 * @param {ArrayLike<number>} numbers
 * @returns {Floats}
 */
function floats(numbers) {
  return /** @type {any} */ (Float64Array.from(numbers));
}

/** @param {import('./serve.mjs').Parameters} from */
function copy({ w1, b1, w2, b2 }) {
  return { w1: floats(w1), b1: floats(b1), w2: floats(w2), b2: floats(b2) };
}

/** @typedef {ReturnType<typeof copy>} Weights */

const zeros = (/** @type {number} */ count) => floats(new Float64Array(count));
const hidden = zeros(H);
const dw1 = zeros(2 * H);
const db1 = zeros(H);
const dw2 = zeros(H * K);
const db2 = zeros(K);

/**
 * The script's step: forward pass, loss, backward pass, update. Returns the loss before the update.
 * @param {Weights} weights
 */
function step(weights) {
  for (const gradient of [dw1, db1, dw2, db2]) gradient.fill(0);
  let logarithms = 0;
  for (let i = 0; i < N; i++) logarithms += gradientsAt(i, weights);
  const { w1, b1, w2, b2 } = weights;
  const loss = -logarithms / N + 0.5 * reg * (sumOfSquares(w1) + sumOfSquares(w2));
  descend(w1, dw1, reg);
  descend(b1, db1, 0);
  descend(w2, dw2, reg);
  descend(b2, db2, 0);
  return loss;
}

/**
 * Adds one point's share to the gradients and returns ln p of its own class.
 * @param {number} i
 * @param {Weights} weights
 */
function gradientsAt(i, { w1, b1, w2, b2 }) {
  const x0 = X[2 * i];
  const x1 = X[2 * i + 1];
  let s0 = b2[0];
  let s1 = b2[1];
  let s2 = b2[2];
  for (let j = 0, o = 0; j < H; j++, o += K) {
    const z = x0 * w1[j] + x1 * w1[H + j] + b1[j];
    hidden[j] = z;
    if (z > 0) {
      s0 += z * w2[o];
      s1 += z * w2[o + 1];
      s2 += z * w2[o + 2];
    }
  }
  const label = y[i];
  const e0 = Math.exp(s0);
  const e1 = Math.exp(s1);
  const e2 = Math.exp(s2);
  const sum = e0 + e1 + e2;
  const d0 = (e0 / sum - (label === 0 ? 1 : 0)) / N;
  const d1 = (e1 / sum - (label === 1 ? 1 : 0)) / N;
  const d2 = (e2 / sum - (label === 2 ? 1 : 0)) / N;
  db2[0] += d0;
  db2[1] += d1;
  db2[2] += d2;
  for (let j = 0, o = 0; j < H; j++, o += K) {
    const h = hidden[j];
    // What a unit that is off would get and pass on is 0.
    if (h <= 0) continue;
    const dh = d0 * w2[o] + d1 * w2[o + 1] + d2 * w2[o + 2];
    dw2[o] += h * d0;
    dw2[o + 1] += h * d1;
    dw2[o + 2] += h * d2;
    dw1[j] += x0 * dh;
    dw1[H + j] += x1 * dh;
    db1[j] += dh;
  }
  return Math.log((label === 0 ? e0 : label === 1 ? e1 : e2) / sum);
}

/**
 * @param {Floats} w
 * @param {Floats} dw
 * @param {number} penalty
 */
function descend(w, dw, penalty) {
  for (let i = 0; i < w.length; i++) w[i] -= rate * (dw[i] + penalty * w[i]);
}

/** @param {Floats} w */
function sumOfSquares(w) {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += w[i] * w[i];
  return sum;
}

const learned = copy(trained);
let classes = new Uint8Array();

/** @param {Floats} grid x and y of each pixel in turn */
function paint(grid) {
  const { w1, b1, w2, b2 } = learned;
  if (2 * classes.length !== grid.length) classes = new Uint8Array(grid.length / 2);
  for (let p = 0; p < classes.length; p++) {
    const x0 = grid[2 * p];
    const x1 = grid[2 * p + 1];
    let s0 = b2[0];
    let s1 = b2[1];
    let s2 = b2[2];
    for (let j = 0, o = 0; j < H; j++, o += K) {
      const z = x0 * w1[j] + x1 * w1[H + j] + b1[j];
      if (z > 0) {
        s0 += z * w2[o];
        s1 += z * w2[o + 1];
        s2 += z * w2[o + 2];
      }
    }
    const [best, top] = s1 > s0 ? [1, s1] : [0, s0];
    classes[p] = s2 > top ? 2 : best;
  }
  return classes;
}

await serve({
  step(steps) {
    const weights = copy(first);
    const start = performance.now();
    for (let i = 0; i < steps; i++) step(weights);
    const us = 1e3 * (performance.now() - start);
    return { us, loss: step(weights) };
  },
  paint: (grid) => paint(/** @type {any} */ (grid)),
});
