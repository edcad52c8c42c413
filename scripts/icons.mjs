// `node scripts/icons.mjs`: draws the icons of the installed page from `public/icon.svg`, once that has changed.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { testOptions } from './browser.mjs';
import { provide } from './setup.mjs';
import { root } from './shell.mjs';

const folder = join(root, 'public');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
/** Systems cut their own shape out of it, so it fills its square. */
const whole = drawing.replace(/ rx="\d+"/, '');

provide.browser();
const { chromium } = await import('@playwright/test');
const browser = await chromium.launch(testOptions());
const page = await browser.newPage();
for (const [name, size, svg] of /** @type {const} */ ([
  ['icon-192.png', 192, drawing],
  ['icon-512.png', 512, drawing],
  ['icon-whole.png', 512, whole],
])) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
