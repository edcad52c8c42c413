// Installs the other libraries under bench/, one by one, so that one that cannot be had leaves the others alone.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { find, root, run } from '../scripts/shell.mjs';
import { ownPython } from './sides.mjs';

/** @param {string[]} chosen names to install; all when empty */
export function installPeers(chosen) {
  const wanted = (/** @type {string} */ name) => chosen.length === 0 || chosen.includes(name);
  if (wanted('tfjs')) run('npm ci --prefix bench --no-audit --no-fund');
  const python = find('python3') ?? find('python');
  if (!python) return;
  if (!existsSync(ownPython)) run(`${python} -m venv bench/.venv`);
  const pinned =
    readFileSync(join(root, 'bench/requirements.txt'), 'utf8').match(/^\w+==.+$/gm) ?? [];
  for (const requirement of pinned) {
    const [name = ''] = requirement.split('==');
    if (wanted(name)) run(`${ownPython} -m pip install --quiet ${requirement}`);
  }
}
