// The one run that all sides repeat, written to a file by our own package: its points, its first weights, and its
// weights after 1000 steps, so that every side starts from the same bits.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The tutorial's network after so many steps, and its loss there. */
export const STEPS = 1000;
export const LOSS = 0.294416;

const HIDDEN = 100;
const CLASSES = 3;
/** Numbers of the linear classifier, which come before the network's. */
const LINEAR = 3 * CLASSES;

/** @param {string} file */
export async function writeProblem(file) {
  // Imported late, because the package may have been built only a moment ago.
  const { initSync, Session } = await import('../www/pkg/session.js');
  const bytes = readFileSync(new URL('../www/pkg/session_bg.wasm', import.meta.url));
  initSync({ module: bytes });
  const rates = { rate: 1, reg: 0.001 };
  const session = new Session({ seed: 0, points: 100, classes: CLASSES, hidden: HIDDEN, ...rates });
  const first = parameters(session.parameters().subarray(LINEAR));
  session.advance(STEPS);
  const trained = parameters(session.parameters().subarray(LINEAR));
  const [coordinates, classOf] = session.points();
  const [points, labels] = [[...coordinates], [...classOf]];
  session.free();
  const problem = { classes: CLASSES, hidden: HIDDEN, ...rates, points, labels, first, trained };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(problem));
}

/**
 * The sides whose loss after all steps is not the script's.
 * @param {import('./rounds.mjs').Result[]} results
 */
export function wrongAnswers(results) {
  return results.filter(({ answer, tolerance }) => !(Math.abs(answer.loss - LOSS) <= tolerance));
}

/**
 * @param {Float64Array} all layer by layer, weights row by row and then biases
 * @returns {import('./sides/serve.mjs').Parameters}
 */
function parameters(all) {
  const ends = [2 * HIDDEN, 3 * HIDDEN, 3 * HIDDEN + HIDDEN * CLASSES];
  const [w1, b1, w2] = ends.map((end, i) => [...all.subarray(ends[i - 1] ?? 0, end)]);
  return { w1: w1 ?? [], b1: b1 ?? [], w2: w2 ?? [], b2: [...all.subarray(ends.at(-1))] };
}
