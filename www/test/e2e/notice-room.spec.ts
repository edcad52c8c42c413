/** What the page has to say leaves the chart its room, on a wall and on a phone. */

import { faultsOfLayout } from './geometry.js';
import { expect, type LabPage, test } from './lab.js';

const LEAST = 120;

async function boxOf(lab: LabPage, id: string): Promise<{ top: number; bottom: number }> {
  const box = await lab.page.locator(`#${id}`).boundingBox();
  if (!box) throw new Error(`${id} is not on the screen`);
  return { top: box.y, bottom: box.y + box.height };
}

/** How far a message and the chart lie over each other. */
async function overlap(lab: LabPage): Promise<number> {
  const [notices, chart] = [await boxOf(lab, 'notices'), await boxOf(lab, 'chart')];
  return Math.min(notices.bottom, chart.bottom) - Math.max(notices.top, chart.top);
}

/** The chart is high enough, and seen from its top to its bottom. */
async function expectRoom(lab: LabPage, told: string): Promise<void> {
  const { bottom = 0, top = 0 } = await boxOf(lab, 'chart');
  expect(bottom - top, told).toBeGreaterThanOrEqual(LEAST);
  expect(bottom, told).toBeLessThanOrEqual(await lab.page.evaluate(() => innerHeight));
  expect(await overlap(lab), told).toBeLessThanOrEqual(0);
}

for (const display of ['light', 'projector'])
  for (const lang of ['en', 'zh'] as const)
    test(`messages leave the chart its height (${display}, ${lang})`, async ({ lab, isMobile }) => {
      test.skip(isMobile, 'a phone is scrolled');
      const link = `display=${display}&lang=${lang}`;
      await lab.open(`#rate=100&reg=1&${link}`);
      const board = lab.page.locator('#linear-board');
      const before = await board.boundingBox();
      await lab.page.locator('#play').click();
      await lab.standsAt(75);
      await expect(lab.notices.locator('.answers button')).toHaveCount(3);
      await expect(lab.notices.locator('.answers button').last()).toBeInViewport({ ratio: 1 });
      await expectRoom(lab, 'divergence');
      expect(await faultsOfLayout(lab.page)).toEqual([]);
      await lab.notices.locator('.dismiss').click();
      await expect(lab.notices).toBeEmpty();
      // The boards get back what they gave.
      await expect.poll(() => board.boundingBox()).toEqual(before);
      await lab.page.goto('about:blank');
      await lab.open(`#rate=100&step=5&${link}`);
      await expect(lab.notices.locator('.notice')).toBeVisible();
      await expectRoom(lab, 'the tutorial’s script');
    });

for (const lang of ['en', 'zh'] as const)
  test(`on a phone a message lies over no chart, and stays in sight (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    test.skip(!isMobile, 'a wide window has room for both');
    await lab.open(`#rate=100&reg=1&lang=${lang}`);
    await lab.page.locator('#play').tap();
    await lab.standsAt(75);
    await expect(lab.notices.locator('.answers button')).toHaveCount(3);
    await expect(lab.notices).toBeInViewport({ ratio: 1 });
    expect(await overlap(lab)).toBeLessThanOrEqual(0);
    await lab.page.evaluate(() => document.querySelector('#loss')?.scrollIntoView(false));
    await expect(lab.page.locator('#chart')).toBeInViewport({ ratio: 1 });
    expect(await overlap(lab)).toBeLessThanOrEqual(0);
    await lab.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(lab.notices).toBeInViewport({ ratio: 1 });
  });
