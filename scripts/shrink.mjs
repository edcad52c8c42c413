// Has Binaryen go over the compiled modules once more: a first visit is 4 kB lighter for it, compressed. What it computes stays the
// same, bit for bit, which the tests hold it to.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { fail, root, run } from './shell.mjs';

/** What every browser has that runs the engine, and the compiler uses. */
const FEATURES =
  'simd bulk-memory sign-ext nontrapping-float-to-int mutable-globals reference-types multivalue';

/** The compiler has put together what belongs together, and leaves the first kilobyte, where its stack ends, alone; what
 * names the compiler is read by nobody. */
const HOW =
  '-O2 --code-folding --converge --one-caller-inline-max-function-size=30 --low-memory-unused --strip-producers --strip-target-features';

const pkg = join(root, 'www/pkg');
const enable = FEATURES.split(' ').map((feature) => `--enable-${feature}`);
for (const module of readdirSync(pkg).filter((name) => name.endsWith('.wasm'))) {
  const file = join(pkg, module);
  if (!run(`wasm-opt ${HOW}`, {}, [...enable, file, '-o', file]))
    fail(`Binaryen could not make ${module} smaller.`);
}
