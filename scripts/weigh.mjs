// What a first visit loads, compressed as a server would: the page and the files that it names, the engine among them; and
// beside it what opens on request. `www/test/e2e/weight.spec.ts` holds the list against what a browser asks for.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { root } from './shell.mjs';

/** Bytes that a first visit may load. */
export const BUDGET = 130_000;

/** What no page of many files loads: the same page in one. */
export const ONE_FILE = 'spiral-lab.html';

/** Every file of the built page, those of a first visit first, the heaviest first. */
export function weigh() {
  const dist = join(root, 'dist');
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ONE_FILE)
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      const first = entry.name === 'index.html' || page.includes(`/${entry.name}"`);
      const gzip = gzipSync(bytes, { level: 9 }).length;
      return { name: path.slice(dist.length + 1), raw: bytes.length, gzip, first };
    })
    .sort((a, b) => Number(b.first) - Number(a.first) || b.gzip - a.gzip);
  const total = (/** @type {'raw' | 'gzip'} */ key, /** @type {boolean} */ first) =>
    files.reduce((sum, file) => sum + (file.first || !first ? file[key] : 0), 0);
  return {
    files,
    oneFile: statSync(join(dist, ONE_FILE)).size,
    raw: total('raw', true),
    gzip: total('gzip', true),
    gzipOnRequestToo: total('gzip', false),
  };
}
