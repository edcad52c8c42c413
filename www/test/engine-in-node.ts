/** The engine as tests use it: the same wasm that the page loads, read from the disk. */

import { readFileSync } from 'node:fs';
import { Engine } from '../engine/engine.js';
import type { Classifier } from '../engine/frame.js';
import { Inspector } from '../engine/inspector.js';

const bytes = (module: string) =>
  readFileSync(new URL(`../pkg/${module}_bg.wasm`, import.meta.url));

export const engine = await Engine.load(bytes('session'));
export const inspect = await Inspector.load(engine, bytes('inspector'));
export const limits = engine.table;
export const maxSteps = engine.maxSteps;

/** All weights and biases of a classifier, layer by layer. */
export function parametersOf(classifier: Classifier, of: Engine = engine): Float64Array {
  const linear = 3 * of.frame.points.classes;
  const all = of.parameters();
  return classifier === 'linear' ? all.slice(0, linear) : all.slice(linear);
}
