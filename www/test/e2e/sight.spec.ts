/** A phone shows little at once: what was asked for comes into sight, and a field that was left shows what is. */

import type { Locator } from '@playwright/test';
import { expect, type LabPage, test } from './lab.js';

test.skip(({ isMobile }) => !isMobile, 'a wide window shows everything at once');

async function edges(part: Locator): Promise<{ top: number; bottom: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { top: box.y, bottom: box.y + box.height };
}

/** Where the bar at the bottom begins. */
const barTop = async (lab: LabPage) => (await edges(lab.page.locator('#transport'))).top;

for (const lang of ['en', 'zh'] as const) {
  test(`with the chart’s tools its axis and marks stand above the bar (${lang})`, async ({
    lab,
  }) => {
    const { page } = lab;
    await lab.open(`#step=300&lang=${lang}`);
    await page.locator('#chart-more').tap();
    await expect(page.locator('#chart-tools')).toBeVisible();
    const chart = page.locator('#chart');
    await expect.poll(async () => (await edges(chart)).bottom).toBeLessThan(await barTop(lab));
    // What opened is in sight too.
    expect((await edges(page.locator('#chart-more'))).top).toBeGreaterThanOrEqual(0);
  });

  test(`the look inside comes into sight when its button is pressed (${lang})`, async ({ lab }) => {
    const { page } = lab;
    await lab.open(`#step=300&lang=${lang}`);
    for (const time of ['first', 'second']) {
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator('#open-inside').tap();
      const inside = page.locator('#inside');
      await expect(inside).toBeVisible();
      await expect
        .poll(async () => (await edges(inside)).top, { message: time })
        .toBeLessThan((await barTop(lab)) / 2);
      expect((await edges(inside)).top, time).toBeGreaterThanOrEqual(-1);
      await page.locator('#close-inside').tap();
      await expect(inside).toBeHidden();
    }
  });
}

test('a chapter with a look inside stays at its heading', async ({ lab }) => {
  await lab.open('#lesson=3');
  await expect(lab.page.locator('#inside')).toBeVisible();
  await expect(lab.page.locator('#lesson h2')).toBeInViewport({ ratio: 1 });
});

test('the step’s field is left when Enter or Play is pressed, and shows the run again', async ({
  lab,
}) => {
  const { page } = lab;
  const step = lab.output('step');
  await lab.open('#step=30');
  await step.tap();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await expect(step).not.toBeFocused();
  await lab.standsAt(40);
  await step.tap();
  await page.keyboard.type('7');
  await lab.play.tap();
  await expect(step).not.toBeFocused();
  await expect.poll(() => lab.steps()).toBeGreaterThan(60);
  await lab.pause.tap();
  await step.tap();
  await page.keyboard.type('9');
  await lab.step.tap();
  await expect(step).not.toBeFocused();
  await expect.poll(() => lab.steps()).toBeGreaterThan(60);
});
