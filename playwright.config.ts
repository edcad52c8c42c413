import { defineConfig } from '@playwright/test';
import { testOptions } from './scripts/browser.mjs';
import { freePort } from './www/test/free-port.ts';

// Chosen once: the workers read this file too, and inherit the environment.
process.env.PAGE_PORT ??= String(await freePort());

// A folder that nothing in the project knows of, so that every test also tests that it does not matter.
const folder = '/some/prefix/';
/** What these test is the same on any screen. */
const ANY_SCREEN =
  /\/(bits|divergence|faults|inside-names|inside-numbers|keys|link|memory|pictures|tutorial)\.spec\.ts$/;
/** Of the look inside: what is typed there, and the numbers that it shows. */
const ANY_SCREEN_INSIDE = /the gradient check|a nudge|the weights/;
const address = `http://127.0.0.1:${process.env.PAGE_PORT}${folder}`;

export default defineConfig({
  testDir: 'www/test/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // Generous, for a machine that is busy with something else; a test that passes does not wait.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  webServer: {
    command: `vite preview --host 127.0.0.1 --port ${process.env.PAGE_PORT} --strictPort --base ${folder}`,
    url: address,
  },
  // What is kept for offline use would be fetched in every test, and answer in place of what a test puts there.
  use: {
    baseURL: address,
    locale: 'en-US',
    serviceWorkers: 'block',
    launchOptions: testOptions(),
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 720 } } },
    {
      name: 'phone',
      testIgnore: ANY_SCREEN,
      grepInvert: ANY_SCREEN_INSIDE,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
});
