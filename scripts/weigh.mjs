// What a first visit loads, compressed as a server would: the page and the files that it names, the engine among them; and
// beside it what opens on request. `www/test/e2e/weight.spec.ts` holds the list against what a browser asks for.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

import { root } from './shell.mjs';

/** Bytes that a first visit may load. */
export const BUDGET = 130_000;

/** The same page in one file, which the page of many files never loads. */
export const ONE_FILE = 'spiral-lab.html';
/** The service worker, which a browser starts when all has been loaded, and which then fetches the rest. */
export const WORKER = 'sw.js';

/** Every file that the page itself loads, those of a first visit first, the heaviest first. */
export function weigh() {
  const dist = join(root, 'dist');
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll(sep, '/'),
    )
    // What installs the page lies beside it, as do the worker and the page in one file.
    .filter((name) => name === 'index.html' || dirname(name) !== '.')
    .map((name) => {
      const bytes = readFileSync(join(dist, name));
      const first = name === 'index.html' || page.includes(`/${name}"`);
      const gzip = gzipSync(bytes, { level: 9 }).length;
      return { name, raw: bytes.length, gzip, first };
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
