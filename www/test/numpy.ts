/** Python with NumPy, where that is at hand: the one that PYTHON names, the benchmark's, or the machine's. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BENCHMARKS = fileURLToPath(new URL('../../bench/.venv/bin/python', import.meta.url));

const has = (python: string) =>
  spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0;

/** Null where there is none. */
export const python =
  [process.env.PYTHON, BENCHMARKS, 'python3'].find((each) => each !== undefined && has(each)) ??
  null;

if (!python)
  console.info(
    'No Python with NumPy is here (PYTHON, bench/.venv, python3): what needs it is skipped.',
  );

/** What a script prints; one that fails throws. */
export function run(script: string): string {
  if (!python) throw new Error('there is no NumPy here');
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', PYTHONIOENCODING: 'utf-8' };
  const { status, stdout, stderr } = spawnSync(python, ['-'], {
    input: script,
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
