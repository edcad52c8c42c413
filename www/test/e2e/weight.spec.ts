/** What a first visit weighs: the files that a browser asks for are those that `npm run build` counts. */

import { BUDGET, weigh } from '../../../scripts/weigh.mjs';
import { expect, test } from './lab.js';

test('a first visit asks for what is counted, compressed, and for nothing else', async ({
  lab,
}) => {
  const { page } = lab;
  const asked: { name: string; bytes: number }[] = [];
  const sizes: Promise<unknown>[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().startsWith('data:')) return;
    const name = new URL(request.url()).pathname.replace('/some/prefix/', '') || 'index.html';
    const size = request.sizes().then(({ responseBodySize: bytes }) => asked.push({ name, bytes }));
    sizes.push(size);
  });
  await lab.open();
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(0);
  await lab.pause.click();
  await page.waitForLoadState('networkidle');
  await Promise.all(sizes);

  const counted = weigh().files.filter(({ first }) => first);
  expect(asked.map(({ name }) => name).sort()).toEqual(counted.map(({ name }) => name).sort());
  for (const { name, bytes } of asked) {
    const { gzip } = counted.find((file) => file.name === name) ?? { gzip: 0 };
    expect(bytes, name).toBe(gzip);
  }
  expect(asked.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(BUDGET);
});

test('what opens on request comes when it is opened, and its font with it', async ({ lab }) => {
  await lab.open();
  const font = lab.page.waitForRequest(/\.woff2$/);
  await lab.page.getByRole('button', { name: 'Lesson', exact: true }).click();
  await font;
});
