/** The lesson from the back row: every chapter with its answer open is seen whole, in one place, without scrolling. */

import { CHAPTERS } from '../../lesson/chapters.js';
import { expect, test } from './lab.js';

test.skip(({ isMobile }) => isMobile, 'on a phone a chapter is as long as it is');

const WINDOWS = [
  ['auto', 1280, 720],
  ['auto', 1366, 768],
  ['auto', 1920, 1080],
  ['projector', 1280, 720],
  ['projector', 1920, 1080],
] as const;

for (const [display, width, height] of WINDOWS) {
  for (const lang of ['en', 'zh']) {
    test(`${display} at ${width}×${height} (${lang}): answers are in sight and nothing moves`, async ({
      lab,
    }) => {
      const { page } = lab;
      await page.setViewportSize({ width, height });
      await page.goto(`#lesson=1&lang=${lang}&display=${display}`);
      const places = new Set<string>();
      for (const [i, { step }] of CHAPTERS.entries()) {
        await expect(page.locator('#lesson h2')).toContainText(`${i + 1}.`);
        await lab.standsAt(step);
        await page.locator('#lesson details').last().locator('summary').click();
        const answer = page.locator('#lesson details').last().locator('p');
        await expect(answer, `chapter ${i + 1}`).toBeInViewport({ ratio: 1 });
        const seen = await page.evaluate(() => {
          const part = document.querySelector('#lesson .page');
          const root = document.documentElement;
          const place = (selector: string) => {
            const { x, y } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
            return `${selector} ${x} ${y}`;
          };
          return {
            toScroll: [
              (part?.scrollHeight ?? 0) - (part?.clientHeight ?? 0),
              root.scrollHeight - root.clientHeight,
              root.scrollWidth - root.clientWidth,
            ],
            place: ['#play', '#lesson .back', '#lesson .next'].map(place).join(),
          };
        });
        expect(seen.toScroll, `chapter ${i + 1}`).toEqual([0, 0, 0]);
        places.add(seen.place);
        if (i + 1 < CHAPTERS.length) await page.locator('#lesson .next').click();
      }
      expect([...places]).toHaveLength(1);
    });
  }
}

test('the projector’s display is large enough for the back row', async ({ lab }) => {
  await lab.page.setViewportSize({ width: 1920, height: 1080 });
  await lab.page.goto('#lesson=7&display=projector');
  await expect(lab.page.locator('#lesson h2')).toBeVisible();
  const sizes = (selector: string) =>
    lab.page
      .locator(selector)
      .evaluateAll((all) => all.map((e) => parseFloat(getComputedStyle(e).fontSize)));
  for (const size of await sizes('#lesson .text, #lesson .question'))
    expect(size).toBeGreaterThanOrEqual(26);
  for (const size of await sizes('#step, .readouts output'))
    expect(size).toBeGreaterThanOrEqual(44);
});
