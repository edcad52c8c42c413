/** Writes the built page's service worker, which needs a list of all that was built. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { minifySync, type Plugin } from 'vite';
import { type Build, serviceWorker } from '../www/service-worker.ts';
import { ONE_FILE, WORKER } from './weigh.mjs';

/** What a page that is kept does not need. */
const LEFT_OUT = [WORKER, ONE_FILE];

export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    writeBundle: { order: 'post', handler: ({ dir = '' }) => writeWorker(dir) },
  };
}

/** Writes the worker beside the files of a folder. */
export function writeWorker(folder: string): void {
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replaceAll(sep, '/'), hashOf(readFileSync(file))])
      .filter(([path = '']) => !LEFT_OUT.includes(path))
      .map(([path = '', hash = '']) => [path === 'index.html' ? '' : path, hash])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
  const build: Build = { version: hashOf(`${serviceWorker}${JSON.stringify(files)}`), files };
  const source = `(${serviceWorker})(${JSON.stringify(build)})`;
  writeFileSync(join(folder, WORKER), minifySync(WORKER, source).code);
}

function hashOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('base64');
}
