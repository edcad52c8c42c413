/** The engine of Spiral Lab, for programs: a linear softmax classifier and a two-layer network, trained on the same points in
 * lock-step, with the same bits everywhere. */

import type { Settings } from '../www/engine/settings.js';
import { SpiralLab } from './lab.js';
import { loadEngine } from './load.js';
import type { Modules } from './types.js';

export type {
  Classifier,
  Goal,
  ParameterAddress,
  Points,
  Reading,
} from '../www/engine/frame.js';
export type * from '../www/engine/inspection.js';
export type { Inspector } from '../www/engine/inspector.js';
export { type Refusal, refusalOf } from '../www/engine/refusal.js';
export type { Setting, Settings, SettingsTable } from '../www/engine/settings.js';
export type { SpiralLab } from './lab.js';
export { hindrance } from './load.js';
export type * from './types.js';

/** Loads the engine and starts a run at step 0; settings that are not given are the tutorial's. Each call has a run of its own. Throws
 * if a setting is unknown or not within its limits, if the module cannot be had, or if WebAssembly with SIMD is missing (`hindrance`). */
export async function load(
  settings: Partial<Settings> = {},
  modules: Modules = {},
): Promise<SpiralLab> {
  const lab = new SpiralLab(await loadEngine(modules.session), modules);
  lab.start(settings);
  return lab;
}
