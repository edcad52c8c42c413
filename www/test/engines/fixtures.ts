/** The engine of a project, started once, and its page, on which nothing may go wrong unseen. */

import { test as base, expect } from '@playwright/test';
import { findFirefox, findWebKit } from '../../../scripts/engines.mjs';
import type { Driver } from './driver.js';
import { Firefox } from './firefox.js';
import { EnginePage } from './page.js';
import { WebKit } from './webkit.js';

export { expect };

async function start(engine: string): Promise<Driver> {
  const firefox = engine === 'firefox' && findFirefox();
  if (firefox) return await Firefox.start(firefox.browser);
  const webkit = engine === 'webkit' && findWebKit();
  if (webkit) return await WebKit.start(webkit.driver, webkit.screen);
  throw new Error(`There is no ${engine} on this machine.`);
}

export const test = base.extend<{ lab: EnginePage }, { driver: Driver }>({
  driver: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use, { project }) => {
      const driver = await start(project.name);
      await use(driver);
      await driver.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  lab: async ({ driver }, use, info) => {
    const lab = new EnginePage(driver, process.env.PAGE_ADDRESS ?? '');
    await use(lab);
    if (info.status === info.expectedStatus) expect(await lab.errors()).toEqual([]);
    else await info.attach('page', { body: await lab.screenshot(), contentType: 'image/png' });
  },
});
