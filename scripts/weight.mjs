// Weighs what a first visit loads, compressed as a server would: the page, what it names, the engine and the fonts. What
// opens on request is weighed too, beside it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { fail, root } from './shell.mjs';

const BUDGET = 130_000;

const dist = join(root, 'dist');
const page = readFileSync(join(dist, 'index.html'), 'utf8');

/** @param {string} name */
function isFirst(name) {
  const file = name.split('/').at(-1) ?? name;
  return /\.(wasm|woff2|html)$/.test(file) || page.includes(file);
}

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => {
    const name = path.slice(dist.length + 1);
    const content = readFileSync(path);
    const bytes = gzipSync(content, { level: 9 }).length;
    return { name, raw: content.length, bytes, first: isFirst(name) };
  })
  .sort((a, b) => Number(b.first) - Number(a.first) || b.bytes - a.bytes);

for (const { name, raw, bytes, first } of files)
  console.log(
    `${String(bytes).padStart(8)} of ${String(raw).padStart(7)}  ${name}${first ? '' : '  (on request)'}`,
  );
const sum = (/** @type {typeof files} */ some) =>
  some.reduce((total, { bytes }) => total + bytes, 0);
const total = sum(files.filter(({ first }) => first));
console.log(
  `${String(total).padStart(8)}  a first visit, of ${BUDGET}; ${sum(files)} with all that opens on request`,
);

if (total > BUDGET) {
  const heaviest = files.slice(0, 3).map(({ name, bytes }) => `${name} (${bytes})`);
  fail(
    `A first visit is ${total - BUDGET} bytes over its ${BUDGET}, gzipped. Heaviest: ${heaviest.join(', ')}.`,
  );
}
