/** Same settings, same bits: what a real browser comes to, held against the record that native Rust is held against
 * (crate/tests/same_bits.rs, which says how the record is made). */

import { readdirSync, readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import golden from '../../../crate/tests/golden/bits.json' with { type: 'json' };
import { record } from '../in-page.js';
import { engineOf, serveEngine } from './engine.js';
import { expect } from './lab.js';

const pkg = new URL('../../pkg/', import.meta.url);

for (const [i, recorded] of golden.entries()) {
  test(`run ${i}: loss and weights after ${recorded.steps} steps are those of native Rust, bit for bit`, async ({
    page,
  }) => {
    await serveEngine(page);
    await page.goto('');
    const { settings, steps } = recorded;
    const run = { engine: engineOf(page), settings, steps };
    expect(await page.evaluate(record, run)).toEqual(recorded);
  });
}

test('the page ships the very modules that these tests compare', () => {
  const assets = new URL('../../../dist/assets/', import.meta.url);
  const shipped = readdirSync(assets).filter((file) => file.endsWith('.wasm'));
  const modules = ['inspector', 'session'];
  expect(shipped.map((file) => file.split('_bg')[0]).sort()).toEqual(modules);
  for (const module of modules) {
    const file = shipped.find((name) => name.startsWith(module)) ?? '';
    const compared = readFileSync(new URL(`${module}_bg.wasm`, pkg));
    expect(readFileSync(new URL(file, assets)).equals(compared)).toBe(true);
  }
});
