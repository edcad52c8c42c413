// Runs one test program compiled for wasm32-wasip1 in Node's own engine; cargo calls it.

import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

import { root } from './shell.mjs';

const [program = '', ...args] = process.argv.slice(2);
const wasi = new WASI({
  version: 'preview1',
  args: [program, ...args],
  env: process.env,
  // Tests read the project's files by full path, or from the folder that they start in.
  preopens: { [root]: root, '.': '.' },
});
const imports = /** @type {WebAssembly.Imports} */ (wasi.getImportObject());
const { instance } = await WebAssembly.instantiate(await readFile(program), imports);
process.exitCode = wasi.start(instance);
