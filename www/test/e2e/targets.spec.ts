/** A finger finds what it means: targets of 44 pixels, or as near to that as there is room. */

import type { Locator } from '@playwright/test';
import { expect, type LabPage, test } from './lab.js';

test.skip(({ isMobile }) => !isMobile, 'a mouse needs less');

const LEAST = 44;
/** Where four of them share a line. */
const NARROW = 32;
/** How far from its middle a small target answers: to both sides, and up and down, where a number stands close to it. */
const REACH = [21, 15] as const;

/** The size of what can be pressed: of a box that is ticked, its label. */
function sizeOf(target: Locator): Promise<{ width: number; height: number }> {
  return target.evaluate((element) => {
    const whole = element.matches('[type=checkbox]') ? element.closest('label') : element;
    const { width, height } = (whole ?? element).getBoundingClientRect();
    return { width, height };
  });
}

async function expectLarge(targets: Locator, name: string, wide = LEAST): Promise<void> {
  const all = await targets.all();
  expect(all.length, name).toBeGreaterThan(0);
  for (const target of all) {
    const { width, height } = await sizeOf(target);
    expect(Math.ceil(width), `width of ${name}`).toBeGreaterThanOrEqual(wide);
    expect(Math.ceil(height), `height of ${name}`).toBeGreaterThanOrEqual(LEAST);
  }
}

/** What answers above, below and on both sides of a small target's middle. */
function answersAround(target: Locator): Promise<boolean[]> {
  return target.evaluate((element, [aside, along]) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const [middle, centre] = [x + width / 2, y + height / 2];
    const spots = [
      [-aside, 0],
      [aside, 0],
      [0, -along],
      [0, along],
    ] as const;
    return spots.map(([dx, dy]) => document.elementFromPoint(middle + dx, centre + dy) === element);
  }, REACH);
}

async function opened(lab: LabPage, hash: string): Promise<void> {
  await lab.open(hash);
  await lab.page.locator('#chart-more').tap();
  await expect(lab.page.locator('#chart-tools')).toBeVisible();
}

for (const lang of ['en', 'zh'] as const) {
  test(`what is pressed on the page is large enough for a finger (${lang})`, async ({ lab }) => {
    const { page } = lab;
    await opened(lab, `#rate=100&step=5&lang=${lang}`);
    await expect(lab.notices.locator('.dismiss')).toHaveCount(1);
    await expectLarge(lab.notices.locator('.dismiss'), 'a notice’s cross');
    await expectLarge(page.locator('#log-scale, #relu, #soft'), 'a box to tick');
    await expectLarge(page.locator('#controls .number:visible'), 'a number');
    await expectLarge(page.locator('#chart-tools :is(button, select, input):visible'), 'a tool');
    // A message, as long as it stands, begins right under the first of them.
    await lab.notices.locator('.dismiss').tap();
    await expect(lab.notices.locator('.dismiss')).toHaveCount(0);
    for (const ask of await page.locator('.ask:visible').all())
      expect(await answersAround(ask)).toEqual([true, true, true, true]);
  });

  test(`the list of earlier runs is large enough for a finger (${lang})`, async ({ lab }) => {
    const { page } = lab;
    await opened(lab, `#step=100&lang=${lang}`);
    await page.locator('#new-data').tap();
    const row = page.locator('#chart-tools .ghosts li');
    await expect(row).toHaveCount(1);
    await expectLarge(row.locator('button, input'), 'a part of a row');
    await page.locator('#undo').tap();
    await expectLarge(page.locator('#time-buttons button:visible'), 'a way in time', NARROW);
    // Nothing of the caption is pushed into a line of its own.
    const line = async (id: string) => {
      const { y, height } = (await page.locator(id).boundingBox()) ?? { y: 0, height: 0 };
      return y + height / 2;
    };
    expect(await line('#loss .ask')).toBeCloseTo(await line('#chart-more'), -1);
  });

  test(`ways on from a divergence are large enough for a finger (${lang})`, async ({ lab }) => {
    await lab.open(`#rate=100&reg=1&lang=${lang}`);
    await lab.page.locator('#play').tap();
    await lab.standsAt(75);
    await expect(lab.notices.locator('.answers button')).toHaveCount(3);
    await expectLarge(lab.notices.locator('button'), 'an answer');
  });
}
