/** The engine as tests use it: the same wasm that the page loads, read from the disk. */

import { readFileSync } from 'node:fs';
import { Engine } from '../engine/engine.js';
import { limitsTable } from '../engine/settings.js';

const bytes = readFileSync(new URL('../pkg/spiral_lab_bg.wasm', import.meta.url));

export const engine = await Engine.load(bytes);
export const limits = limitsTable(engine.limits);
export const maxSteps = engine.maxSteps;
