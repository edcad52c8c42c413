// The page in a headless browser, as the benchmark measures it: as it is shipped, or with a stopwatch.

import { join } from 'node:path';

import { launchOptions } from '../scripts/browser.mjs';
import { root } from '../scripts/shell.mjs';

/** Two boards of 400 CSS pixels a side, which are 800 device pixels, and the chart. */
const SCREEN = { viewport: { width: 1280, height: 735 }, deviceScaleFactor: 2, locale: 'en-US' };
const BOARD = 800;

// With these the browser's clock ticks in microseconds.
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Builds the page once more, with `page/measured.ts` in front of `main.ts`. */
async function buildMeasured() {
  const { build } = await import('vite');
  const outDir = join(root, 'bench/.work/page');
  await build({
    root,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'stopwatch',
        transformIndexHtml: {
          order: 'pre',
          handler: (html) => html.replace('./www/main.ts', './bench/page/measured.ts'),
        },
      },
    ],
  });
  return outDir;
}

/**
 * Opens the page; what `work` returns is returned.
 * @template T
 * @param {object} how
 * @param {boolean} how.measured with the stopwatch
 * @param {string} how.hash
 * @param {string[]} [how.flags] for the browser
 * @param {(page: import('@playwright/test').Page, browser: import('@playwright/test').Browser) => Promise<T>} work
 */
export async function onPage({ measured, hash, flags = [] }, work) {
  const { preview } = await import('vite');
  const { chromium } = await import('@playwright/test');
  const outDir = measured ? await buildMeasured() : join(root, 'dist');
  const server = await preview({
    root,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', headers: ISOLATED },
  });
  const { args, ...options } = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, ...flags] });
  try {
    const page = await browser.newPage(SCREEN);
    const broken = new Promise((_, reject) => page.on('pageerror', reject));
    await page.goto(`${server.resolvedUrls?.local[0]}${hash}`);
    await page.locator('output#step', { hasText: /^\d+$/ }).waitFor();
    const side = await page.locator('#network-board').evaluate((board) => {
      return board instanceof HTMLCanvasElement ? board.width : 0;
    });
    if (side !== BOARD) throw new Error(`the boards are ${side} pixels wide, not ${BOARD}`);
    // A page that fails moves no further, and would be waited for.
    return await /** @type {Promise<T>} */ (Promise.race([work(page, browser), broken]));
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Lets the page play at a speed that its list does not offer.
 * @param {import('@playwright/test').Page} page
 * @param {number} speed steps a second
 */
export async function playAt(page, speed) {
  await page.locator('select#speed').evaluate((select, value) => {
    if (!(select instanceof HTMLSelectElement)) return;
    select.append(new Option('', value));
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }, String(speed));
  await page.locator('#play').click();
}
