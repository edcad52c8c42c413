/** Windows of every width, and text of twice its size: nothing is cut off, lies over another thing, or scrolls sideways. */

import type { Page } from '@playwright/test';
import { LESSONS } from '../../i18n/lesson.js';
import { faultsOfLayout } from './geometry.js';
import { expect, type LabPage, test } from './lab.js';

test.skip(({ isMobile }) => isMobile, 'the sizes are set by the test');

type Size = readonly [width: number, height: number];

/** Narrow for a column beside the boards, and on both sides of where the header changes. */
const MIDDLE: Size[] = [
  [900, 700],
  [1024, 768],
  [1100, 800],
  [1180, 820],
  [1259, 720],
  [1261, 720],
];
/** On its side, at twice its size in a window of 1280×720, upright, and as narrow as any. */
const SMALL: Size[] = [
  [844, 390],
  [640, 360],
  [360, 640],
  [320, 568],
];
/** Chapters with long words that are buttons, formulas and tables; without the look inside, which has tests of its own. */
const LINKS = ['', 'classes=6&step=200', 'lesson=1', 'lesson=7', 'lesson=12', 'display=projector'];

async function expectGood(
  lab: LabPage,
  sizes: Size[],
  lang: 'en' | 'zh',
  links = LINKS,
): Promise<void> {
  const { page } = lab;
  for (const link of links) {
    // From elsewhere, since only what follows the # changes.
    await page.goto('about:blank');
    await page.goto(`#lang=${lang}&${link}`);
    await expect(lab.output('network-loss')).not.toBeEmpty();
    if (link.startsWith('lesson')) await page.getByText(LESSONS[lang].show).click();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      expect(await faultsOfLayout(page), `${link} at ${width}×${height}`).toEqual([]);
    }
  }
}

/** A loss of ten thousands: twelve characters. */
const GREAT = 'rate=100&reg=0&hidden=512&step=3';

/** The size that the browser is set to give a page's text. */
async function setTextSize(page: Page, pixels: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels } });
}

for (const lang of ['en', 'zh'] as const) {
  test(`between a phone and a desk nothing is cut off (${lang})`, async ({ lab }) => {
    await expectGood(lab, MIDDLE, lang);
  });

  test(`the title stands on one line beside a full bar (${lang})`, async ({ lab }) => {
    const { page } = lab;
    for (const display of ['light', 'projector']) {
      await page.goto('about:blank');
      await lab.open(`#lang=${lang}&display=${display}&step=200`);
      for (const width of [1261, 1280, 1366, 1440, 1920]) {
        await page.setViewportSize({ width, height: 720 });
        const lines = await page.locator('h1').evaluate((title) => {
          const range = document.createRange();
          range.selectNodeContents(title);
          return range.getClientRects().length;
        });
        expect(lines, `${display} at ${width}`).toBe(1);
      }
    }
  });

  test(`on small screens and at twice the size nothing is cut off (${lang})`, async ({ lab }) => {
    await expectGood(lab, SMALL, lang);
  });

  test(`a great loss has room under its board (${lang})`, async ({ lab }) => {
    const { page } = lab;
    await lab.open(`#${GREAT}`);
    await expect(lab.output('network-loss')).toHaveText('16624.887425');
    const narrow: Size[] = [...MIDDLE, ...SMALL].filter((_, i) => i % 2 === 0);
    const sizes: Size[] = [...narrow, [390, 844], [1280, 720], [1920, 1080]];
    const links = ['', 'display=projector', 'lesson=2'].map((more) => `${GREAT}&${more}`);
    await expectGood(lab, sizes, lang, links);
    await page.goto('about:blank');
    await page.goto(`#${GREAT}&lang=${lang}`);
    await page.locator('#open-inside').click();
    await expect(page.locator('#inside')).toBeVisible();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      expect(await faultsOfLayout(page), `beside the look inside at ${width}`).toEqual([]);
    }
  });

  test(`with text of twice its size nothing is cut off (${lang})`, async ({ lab }) => {
    await setTextSize(lab.page, 32);
    await expectGood(
      lab,
      [
        [1280, 720],
        [390, 844],
      ],
      lang,
    );
  });
}

test('text is as large as the browser is told to make it', async ({ lab }) => {
  await lab.open();
  const size = () =>
    lab.page.locator('#seed').evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
  const before = await size();
  await setTextSize(lab.page, 32);
  await lab.page.reload();
  await expect.poll(size).toBeGreaterThan(1.8 * before);
});

for (const [width, height] of SMALL.slice(0, 2)) {
  for (const link of ['', 'lesson=7']) {
    test(`at ${width}×${height} boards and their numbers are seen together (${link})`, async ({
      lab,
    }) => {
      await lab.page.setViewportSize({ width, height });
      await lab.open(`#${link}`);
      const bar = await lab.page.locator('#transport').boundingBox();
      for (const part of ['canvas', '.readouts output'])
        for (const seen of await lab.page.locator(`#boards ${part}`).all()) {
          const { y = 0, height: high = 0 } = (await seen.boundingBox()) ?? {};
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + high, part).toBeLessThanOrEqual(bar?.y ?? 0);
        }
    });
  }
}

test('text grows with the window, so that the back row can read it', async ({ lab }) => {
  await lab.open();
  const size = () =>
    lab.page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  for (const [width, height, least, most] of [
    [1280, 720, 14.9, 15.1],
    [1920, 1080, 18.5, 20],
    [2560, 1440, 22, 26],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    expect(await size()).toBeGreaterThanOrEqual(least);
    expect(await size()).toBeLessThanOrEqual(most);
  }
});

test('sliders beside a chapter and the look inside are long enough to aim with', async ({
  lab,
}) => {
  for (const link of ['lesson=7', 'lesson=2', '']) {
    await lab.page.goto('about:blank');
    await lab.page.goto(`#${link}`);
    if (link === '') await lab.page.locator('#open-inside').click();
    if (link !== 'lesson=7') await expect(lab.page.locator('#inside')).toBeVisible();
    else await expect(lab.page.locator('#lesson h2')).toBeVisible();
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
      [900, 700],
    ] as const) {
      await lab.page.setViewportSize({ width, height });
      for (const name of ['Learning rate', 'Hidden units']) {
        const box = await lab.slider(name).boundingBox();
        expect(box?.width, `${name}, ${link} at ${width}`).toBeGreaterThanOrEqual(100);
      }
    }
  }
});
