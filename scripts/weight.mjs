// Weighs what a first visit loads: every file of `dist/`, compressed as a server would.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { fail, root } from './shell.mjs';

const BUDGET = 130_000;

const dist = join(root, 'dist');
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    name: path.slice(dist.length + 1),
    bytes: gzipSync(readFileSync(path), { level: 9 }).length,
  }))
  .sort((a, b) => b.bytes - a.bytes);

const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { name, bytes } of files) console.log(`${String(bytes).padStart(8)}  ${name}`);
console.log(`${String(total).padStart(8)}  together, of ${BUDGET}`);

if (total > BUDGET) {
  const heaviest = files.slice(0, 3).map(({ name, bytes }) => `${name} (${bytes})`);
  fail(
    `The page is ${total - BUDGET} bytes over its ${BUDGET}, gzipped. Heaviest: ${heaviest.join(', ')}.`,
  );
}
