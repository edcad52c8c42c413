// `npm run picture`: draws docs/page.png, the README's picture, from the page itself.

import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';
import { provide } from './setup.mjs';
import { root } from './shell.mjs';
import { take } from './take.mjs';

const STEP = 2000;
const FILE = join(root, 'docs/page.png');

take('build');
provide.browser();
const { local } = await serve(4173, '127.0.0.1');
const { chromium } = await import('@playwright/test');
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-US' });
await page.goto(`${local[0]}#step=${STEP}`);
await page.locator('output#step', { hasText: new RegExp(`^${STEP}$`) }).waitFor();
mkdirSync(dirname(FILE), { recursive: true });
await page.screenshot({ path: FILE });
await browser.close();
console.log(`\ndocs/page.png: ${Math.ceil(statSync(FILE).size / 1000)} kB`);
process.exit();
