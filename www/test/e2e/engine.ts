/** A second engine in the page's own browser, to hold against what the page shows. */

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type * as Pkg from '../../pkg/spiral_lab.js';

const pkg = new URL('../../pkg/', import.meta.url);

/** Serves the engine's package to the page as the folder `engine/`, beside whatever the page is made of. */
export async function serveEngine(page: Page): Promise<void> {
  await page.route('**/engine/*', (route) => {
    const file = route.request().url().split('/').at(-1) ?? '';
    const contentType = file.endsWith('.js') ? 'text/javascript' : 'application/wasm';
    return route.fulfill({ body: readFileSync(new URL(file, pkg)), contentType });
  });
}

/** The layers of both classifiers after so many steps; slopes are those of the whole loss, penalty included. */
export function askEngine(page: Page, settings: Record<string, number>, steps: number) {
  return page.evaluate(
    async ({ settings, steps }) => {
      const url = new URL('engine/spiral_lab.js', location.href).href;
      const engine: typeof Pkg = await import(url);
      const { memory } = await engine.default();
      const { Classifier, Kind } = engine;
      const lab = new engine.Lab(settings);
      lab.advance(steps);
      const { classes = 0, hidden = 0, reg = 0 } = settings;
      const shapes = {
        linear: [[2, classes]],
        network: [
          [2, hidden],
          [hidden, classes],
        ],
      };
      const layers = (classifier: number, sizes: number[][]) =>
        sizes.map(([inputs = 0, outputs = 0], layer) => {
          const read = (kind: number, slopes: boolean, length: number) => {
            const pointer = lab.statePointer(classifier, layer, kind, slopes);
            return [...new Float64Array(memory.buffer, pointer, length)];
          };
          const weights = read(Kind.Weight, false, inputs * outputs);
          const dataSlopes = read(Kind.Weight, true, inputs * outputs);
          return {
            weights,
            biases: read(Kind.Bias, false, outputs),
            weightSlopes: dataSlopes.map((slope, i) => slope + reg * (weights[i] ?? 0)),
            biasSlopes: read(Kind.Bias, true, outputs),
          };
        });
      return {
        linear: layers(Classifier.Linear, shapes.linear),
        network: layers(Classifier.Network, shapes.network),
      };
    },
    { settings, steps },
  );
}
