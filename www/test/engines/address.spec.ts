/** Engines refuse to write the address bar too often (WebKit more than 100 times in ten seconds, Firefox 200 times): the page
 * has to do with less, and the address has to be right in the end. */

import { expect, test } from './fixtures.js';

/** Milliseconds that go beyond the limits where the machine draws 20 frames a second or more; a new run is written twice. */
const HOLD = 6000;
const CLICK = 3000;

test('→ held down: the address says in the end where the run stands', async ({ lab }) => {
  await lab.open('#step=10');
  await expect.poll(() => lab.text('#step')).toBe('10');
  await lab.hold('ArrowRight', HOLD);
  const same = async () => (await lab.linked('step')) === (await lab.text('#step'));
  await expect.poll(same, { timeout: 20_000 }).toBe(true);
  expect(Number(await lab.text('#step'))).toBeGreaterThan(10);
});

test('new data in every frame, then Play: the address has the seed, and the run plays', async ({
  lab,
}) => {
  await lab.open();
  await expect.poll(() => lab.text('#step')).toBe('0');
  await lab.clickInEachFrame('#new-data', CLICK);
  const seed = () =>
    lab.evaluate(() => document.querySelector<HTMLInputElement>('#seed')?.value, null);
  const same = async () => (await lab.linked('seed')) === (await seed());
  await expect.poll(same, { timeout: 20_000 }).toBe(true);
  expect(await seed()).not.toBe('0');
  await lab.click('#play');
  await expect.poll(async () => Number(await lab.text('#step'))).toBeGreaterThan(10);
});
