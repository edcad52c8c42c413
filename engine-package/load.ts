/** Where the two WebAssembly modules come from: a page fetches them from beside this package, Node reads them there. */

import { Engine, hindrance as whyNot } from '../www/engine/engine.js';
import { type Inspected, Inspector } from '../www/engine/inspector.js';

const HINDRANCES = {
  wasmOff: 'WebAssembly is switched off here, and the engine needs it.',
  noSimd: 'WebAssembly has no SIMD here, and the engine needs it.',
};

/** Why the engine cannot run here: `wasmOff` where WebAssembly is switched off, `noSimd` where it has no SIMD; null if it can. */
export function hindrance(): 'wasmOff' | 'noSimd' | null {
  return whyNot();
}

/** A module is started once, however many ask for it at the same time: each waits for the one before. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(load: () => Promise<T>): Promise<T> {
  const loaded = last.then(load);
  last = loaded.catch(() => null);
  return loaded;
}

/** @internal A run of its own, for which `start` comes next. */
export function loadEngine(bytes?: BufferSource): Promise<Engine> {
  const why = hindrance();
  if (why) return Promise.reject(new Error(HINDRANCES[why], { cause: why }));
  const here = new URL('../www/pkg/session_bg.wasm', import.meta.url);
  return inTurn(() => Engine.load(bytes ?? fileAt(here)));
}

/** @internal What looks into a run. */
export function loadInspector(run: Inspected, bytes?: BufferSource): Promise<Inspector> {
  const here = new URL('../www/pkg/inspector_bg.wasm', import.meta.url);
  return inTurn(() => Inspector.load(run, bytes ?? fileAt(here)));
}

/** What lies on the disk, where there is one; nothing in a page, whose module fetches it by itself. The file system is asked of
 * the process, as an import of it would stop bundlers that build for pages. */
function fileAt({ protocol, href }: URL): BufferSource | undefined {
  if (protocol !== 'file:') return undefined;
  const files = globalThis.process?.getBuiltinModule?.('node:fs');
  return files && new Uint8Array(files.readFileSync(new URL(href)));
}
