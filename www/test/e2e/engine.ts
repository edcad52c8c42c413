/** A second engine in the page's own browser, to hold against what the page shows. */

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { layers } from '../in-page.js';

const pkg = new URL('../../pkg/', import.meta.url);

/** Serves the engine's package to the page as the folder `engine/`, beside whatever the page is made of. */
export async function serveEngine(page: Page): Promise<void> {
  await page.route('**/engine/*', (route) => {
    const file = route.request().url().split('/').at(-1) ?? '';
    const contentType = file.endsWith('.js') ? 'text/javascript' : 'application/wasm';
    return route.fulfill({ body: readFileSync(new URL(file, pkg)), contentType });
  });
}

/** Where the page that is open finds it. */
export function engineOf(page: Page): string {
  return new URL('engine/session.js', page.url()).href;
}

/** The layers of both classifiers after so many steps, from that second engine. */
export function askEngine(page: Page, settings: Record<string, number>, steps: number) {
  return page.evaluate(layers, { engine: engineOf(page), settings, steps });
}
