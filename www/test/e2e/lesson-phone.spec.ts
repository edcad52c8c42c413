/** The lesson under a thumb: what is pressed again and again stays where it is through all chapters, and covers nothing. */

import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../i18n/index.js';
import { LESSONS } from '../../i18n/lesson.js';
import { CHAPTERS } from '../../lesson/chapters.js';
import { expect, test } from './lab.js';

test.skip(({ isMobile }) => !isMobile, 'a wide window has a column for the lesson');

/** Upright, and on its side or at twice its size. */
const WINDOWS = [
  [390, 844],
  [360, 640],
  [844, 390],
  [640, 360],
] as const;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxOf(page: Page, selector: string): Promise<Box> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    });
}

/** Whether two boxes share more than the rounding of an edge. */
const meet = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

for (const [i, [width, height]] of WINDOWS.entries()) {
  // Both languages in the first, and in the others in turn.
  for (const lang of i === 0 ? LANGUAGES : LANGUAGES.slice(i % 2).slice(0, 1)) {
    test(`at ${width}×${height} (${lang}) nothing moves under the finger, and answers are seen`, async ({
      lab,
    }) => {
      const { page } = lab;
      await page.setViewportSize({ width, height });
      await page.goto(`#lesson=1&lang=${lang}`);
      const places = new Set<string>();
      for (const [i, { step }] of CHAPTERS.entries()) {
        const chapter = `chapter ${i + 1}`;
        await expect(page.locator('#lesson h2')).toContainText(`${i + 1}.`);
        await lab.standsAt(step);
        const bars = async () => [
          await boxOf(page, '#transport'),
          await boxOf(page, '#lesson nav'),
        ];
        const pressed = ['#play', '#lesson .back', '#lesson .next'];
        const boxes = await Promise.all(pressed.map((selector) => boxOf(page, selector)));
        places.add(JSON.stringify(boxes));
        await expect(page.locator('#lesson h2'), chapter).toBeInViewport({ ratio: 1 });

        await page.getByText(LESSONS[lang].show).tap();
        const answer = page.locator('#lesson .answer p');
        await expect(answer, chapter).toBeInViewport({ ratio: 1 });
        const seen = await boxOf(page, '#lesson .answer p');
        for (const bar of await bars()) expect(meet(seen, bar), chapter).toBe(false);

        await page.evaluate(() => scrollTo(0, 0));
        for (const id of ['linear-loss', 'linear-accuracy', 'network-loss', 'network-accuracy']) {
          const number = await boxOf(page, `#${id}`);
          expect(number.bottom, `${id}, ${chapter}`).toBeLessThanOrEqual(height);
          for (const bar of await bars()) expect(meet(number, bar), chapter).toBe(false);
        }
        const [transport, nav] = (await bars()) as [Box, Box];
        expect(meet(transport, nav)).toBe(false);
        if (i + 1 < CHAPTERS.length) await page.locator('#lesson .next').tap();
      }
      expect([...places]).toHaveLength(1);
    });
  }
}

test('the page’s end and a message stand above what is at the bottom', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#lesson=1&classes=99');
  await expect(lab.notices.locator('.notice')).toBeVisible();
  const bars = await boxOf(page, '#lesson nav');
  expect((await boxOf(page, '#notices')).bottom).toBeLessThanOrEqual(bars.top + 1);
  await lab.notices.getByRole('button').tap();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect((await boxOf(page, '#display')).bottom).toBeLessThanOrEqual(bars.top);
});

test('the next chapter begins where the last one was read', async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 360, height: 640 });
  await lab.open('#lesson=6');
  await page.getByText(LESSONS.en.more).tap();
  await page.locator('#lesson .question').scrollIntoViewIfNeeded();
  await page.locator('#lesson .next').tap();
  await expect(page.locator('#lesson h2')).toContainText('7.');
  const heading = await boxOf(page, '#lesson h2');
  expect(heading.top).toBeGreaterThanOrEqual(0);
  expect(heading.top).toBeLessThan(20);
});
