/** The engine's memory may grow with any call, and then its old views are empty: what the look inside was given is not. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLASSIFIERS } from '../frame.js';
import init from '../pkg/spiral_lab.js';
import { defaults } from '../settings.js';
import { engine, limits } from './engine-in-node.js';

/** All numbers in what was handed out. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Float64Array || value instanceof Uint32Array)
    return [value.length, ...value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

it.each(CLASSIFIERS)('what is read of the %s outlives the growth of memory', async (classifier) => {
  const bytes = readFileSync(new URL('../pkg/spiral_lab_bg.wasm', import.meta.url));
  const { memory } = await init({ module_or_path: bytes });
  engine.start({ ...defaults(limits), hidden: 20 });
  engine.advance(40);
  const { inspect } = engine;
  const reads = {
    state: () => inspect.state(classifier),
    shown: () => inspect.shown(classifier),
    workOut: () => inspect.workOut(classifier, 150),
    loss: () => inspect.loss(classifier),
    lines: () => inspect.lines(classifier, 1.1),
    units: () => inspect.units(),
  };
  for (const [name, read] of Object.entries(reads)) {
    const found = read();
    const before = numbersIn(found);
    expect(before.length, name).toBeGreaterThan(0);
    memory.grow(1);
    expect(numbersIn(found), name).toEqual(before);
  }
});
