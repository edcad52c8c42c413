/** The same scenarios in every engine of this machine that is not Chromium's. Playwright runs them; it does not drive them. */

import { defineConfig } from '@playwright/test';
import { ENGINES } from '../../../scripts/engines.mjs';

const present = Object.entries(ENGINES)
  .filter(([, engine]) => engine.find() !== null)
  .map(([name]) => ({ name }));

export default defineConfig({
  testDir: '.',
  // Without a project Playwright would make one of its own.
  ...(present.length > 0 ? { projects: present } : { testIgnore: '**' }),
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // Generous, for a machine that is busy with something else; a test that passes does not wait.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  globalSetup: './serve.ts',
});
