// Who takes part: how each side is started, and why one that is not there is missing.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { find, root } from '../scripts/shell.mjs';

const work = join(root, 'bench', '.work');
export const problemFile = join(work, 'problem.json');

const windows = process.platform === 'win32';
const own = (/** @type {string} */ file) => join(root, 'bench', 'sides', file);
const example = (/** @type {string} */ folder, /** @type {string} */ ending) =>
  join(root, 'target', folder, 'release', 'examples', `step_bench${ending}`);

const wasi = ['node', '--no-warnings', join('scripts', 'wasi.mjs')];
const wasm = [...wasi, example('wasm32-wasip1', '.wasm')];
const native = [example('', windows ? '.exe' : '')];
const script = (/** @type {string} */ file) => ['node', own(file), problemFile];

/**
 * @typedef {object} Contender
 * @property {string} name its key in the report
 * @property {string} what
 * @property {string[] | null} command null when it is not there
 * @property {string} reason why it is not there
 * @property {string} job
 * @property {number} [tolerance] how far its loss may be from the script's; single precision is further
 */

/** The longest that a right loss in double precision is from its six printed digits, and a little more. */
const DOUBLE = 1e-6;
/** At a learning rate of 1 a rounding in the seventh digit has grown to this by step 1000. */
const SINGLE = 2e-3;

/** @returns {Contender[]} */
export function trainers() {
  const there = (
    /** @type {string} */ name,
    /** @type {string} */ what,
    /** @type {string[]} */ command,
  ) => ({ name, what, command, reason: '', job: 'step', tolerance: DOUBLE });
  return [
    there('wasm', "our engine's network in Node's V8", wasm),
    there('native', 'the same, compiled for this machine', native),
    there(
      'wasm_page',
      'our package, as the page calls it: the linear classifier too',
      script('package.mjs'),
    ),
    there('plain_js', 'loops over Float64Arrays', script('plain_js.mjs')),
    python('numpy', "the tutorial's script", 'numpy', 'numpy_side.py'),
    python('jax', 'one jitted scan', 'jax', 'jax_side.py'),
    python('torch', 'eager, own gradients', 'torch', 'torch_side.py'),
    python('torch_compiled', 'the same through torch.compile', 'torch', 'torch_side.py', [
      'compile',
    ]),
    tfjs(),
  ];
}

/** @returns {Contender[]} */
export function painters() {
  const there = (
    /** @type {string} */ name,
    /** @type {string} */ what,
    /** @type {string} */ job,
    /** @type {string[]} */ command,
  ) => ({ name, what, command, reason: '', job });
  return [
    there('exact', "our sweep in Node's V8", 'exact', wasm),
    there('per_pixel', 'our engine pixel by pixel, two lanes', 'per_pixel', wasm),
    there('exact_native', 'our sweep, compiled for this machine', 'exact', native),
    there('per_pixel_native', 'pixel by pixel, compiled for this machine', 'per_pixel', native),
    there('plain_js', 'loops over Float64Arrays', 'paint', script('plain_js.mjs')),
    { ...python('numpy', "the tutorial's lines", 'numpy', 'numpy_side.py'), job: 'paint' },
    {
      ...python('numpy_blocks', 'the same, 1000 pixels at a time', 'numpy', 'numpy_side.py'),
      job: 'paint_blocks',
    },
  ];
}

/**
 * @param {string} name
 * @param {string} what
 * @param {string} module
 * @param {string} file
 * @param {string[]} [more]
 * @returns {Contender}
 */
function python(name, what, module, file, more = []) {
  const program = pythonWith(module);
  const reason =
    find('python3') || find('python')
      ? `Python has no ${module}; \`npm run bench -- --peers\` installs it`
      : 'there is no python3';
  const command = program ? [program, own(file), problemFile, ...more] : null;
  return { name, what, command, reason, job: 'step', tolerance: DOUBLE };
}

/** @returns {Contender} */
function tfjs() {
  const there = existsSync(join(root, 'bench/node_modules/@tensorflow/tfjs-backend-wasm'));
  return {
    name: 'tfjs_wasm',
    what: 'TensorFlow.js, wasm backend, single precision',
    command: there ? script('tfjs_wasm.mjs') : null,
    reason: 'TensorFlow.js is not installed; `npm run bench -- --peers` does it',
    job: 'step',
    tolerance: SINGLE,
  };
}

/** The Python of the benchmark's own environment. */
export const ownPython = join(
  root,
  'bench',
  '.venv',
  windows ? 'Scripts/python.exe' : 'bin/python',
);

/**
 * A Python that has the module: the benchmark's own, or the machine's.
 * @param {string} module
 */
function pythonWith(module) {
  const look = `import importlib.util, sys; sys.exit(importlib.util.find_spec("${module}") is None)`;
  return [ownPython, find('python3'), find('python')].find(
    (program) => program && spawnSync(program, ['-c', look]).status === 0,
  );
}
