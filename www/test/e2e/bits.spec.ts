/** Same settings, same bits: what a real browser comes to, held against the record that native Rust is held against
 * (crate/tests/same_bits.rs, which says how the record is made). */

import { readdirSync, readFileSync } from 'node:fs';
import { type Page, test } from '@playwright/test';
import record from '../../../crate/tests/golden/bits.json' with { type: 'json' };
import type * as Pkg from '../../pkg/spiral_lab.js';
import { serveEngine } from './engine.js';
import { expect } from './lab.js';

const pkg = new URL('../../pkg/', import.meta.url);

/** Trains in the browser and returns what the record holds. */
function train(page: Page, settings: Record<string, number>, steps: number) {
  return page.evaluate(
    async ({ settings, steps }) => {
      const url = new URL('engine/spiral_lab.js', location.href).href;
      const engine: typeof Pkg = await import(url);
      await engine.default();

      const hex = (bits: bigint) => bits.toString(16).padStart(16, '0');
      const hash = (numbers: Float64Array) => {
        const fnv = (hash: bigint, byte: number) =>
          BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
        return hex(new Uint8Array(numbers.buffer).reduce<bigint>(fnv, 0xcbf29ce484222325n));
      };
      const bits = (number: number) =>
        hex(new BigUint64Array(Float64Array.of(number).buffer)[0] ?? 0n);

      const lab = new engine.Lab(settings);
      lab.advance(steps);
      const [linear, network] = [engine.Classifier.Linear, engine.Classifier.Network].map(
        (classifier) => ({
          loss: bits(lab.loss(classifier)),
          parameters: hash(lab.parameters(classifier)),
        }),
      );
      return { points: hash(lab.points()), settings, steps, linear, network };
    },
    { settings, steps },
  );
}

for (const [i, recorded] of record.entries()) {
  test(`run ${i}: loss and weights after ${recorded.steps} steps are those of native Rust, bit for bit`, async ({
    page,
  }) => {
    await serveEngine(page);
    await page.goto('');
    expect(await train(page, recorded.settings, recorded.steps)).toEqual(recorded);
  });
}

test('the page ships the very engine that these tests compare', () => {
  const assets = new URL('../../../dist/assets/', import.meta.url);
  const shipped = readdirSync(assets).filter((file) => file.endsWith('.wasm'));
  expect(shipped).toHaveLength(1);
  const bytes = readFileSync(new URL(shipped[0] ?? '', assets));
  expect(bytes.equals(readFileSync(new URL('spiral_lab_bg.wasm', pkg)))).toBe(true);
});
