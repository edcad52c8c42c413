// How a side written in JavaScript answers the benchmark: for each line of JSON that it reads it writes one.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Parameters
 * @property {number[]} w1 2×H, row by row
 * @property {number[]} b1
 * @property {number[]} w2 H×K, row by row
 * @property {number[]} b2
 *
 * @typedef {object} Problem
 * @property {number} classes
 * @property {number} hidden
 * @property {number} rate
 * @property {number} reg
 * @property {number[]} points x and y of each point in turn
 * @property {number[]} labels
 * @property {Parameters} first at step 0
 * @property {Parameters} trained at step 1000
 *
 * @typedef {{ steps: number, least_ms: number }} StepRequest
 * @typedef {{ side: number, reach: number, least_ms: number, show: boolean }} PaintRequest
 */

/** The run that all sides repeat, from the file that the side was started with. */
export function problem() {
  return /** @type {Problem} */ (JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
}

/**
 * @param {object} side
 * @param {(steps: number) => Promise<{ us: number, loss: number }> | { us: number, loss: number }} side.step
 *   one run from the first weights
 * @param {((points: Float64Array) => ArrayLike<number>)} [side.paint] the class of each of the points
 */
export async function serve({ step, paint }) {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    const answer =
      request.job === 'step' ? await steps(step, request) : picture(paint ?? noPaint, request);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

/** @returns {never} */
function noPaint() {
  throw new Error('this side paints no pictures');
}

/**
 * @param {(steps: number) => Promise<{ us: number, loss: number }> | { us: number, loss: number }} step
 * @param {StepRequest} request
 */
async function steps(step, request) {
  let time = 0;
  let runs = 0;
  let loss = Number.NaN;
  while (runs === 0 || time < 1e3 * request.least_ms) {
    const run = await step(request.steps);
    time += run.us;
    loss = run.loss;
    runs += 1;
  }
  return { us: time / (runs * request.steps), loss };
}

/**
 * @param {(points: Float64Array) => ArrayLike<number>} paint
 * @param {PaintRequest} request
 */
function picture(paint, { side, reach, least_ms, show }) {
  const points = grid(side, reach);
  let time = 0;
  let pictures = 0;
  /** @type {ArrayLike<number>} */
  let classes = [];
  while (pictures === 0 || time < least_ms) {
    const start = performance.now();
    classes = paint(points);
    time += performance.now() - start;
    pictures += 1;
  }
  return { ms: time / pictures, ...(show && { picture: Array.from(classes).join('') }) };
}

/**
 * The centres of a picture's pixels, x and y in turn, from the top left; the sides that need a list get it ready made.
 * @param {number} side
 * @param {number} reach
 */
function grid(side, reach) {
  const points = new Float64Array(2 * side * side);
  const size = (2 * reach) / side;
  for (let p = 0; p < side * side; p++) {
    points[2 * p] = -reach + ((p % side) + 0.5) * size;
    points[2 * p + 1] = reach - (Math.floor(p / side) + 0.5) * size;
  }
  return points;
}
