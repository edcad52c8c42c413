/** How to teach with the page: what stands in the dialog, and that its links lead to their runs and back. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type LabPage, test } from './lab.js';

const WORDS = {
  en: { share: 'Share', tab: 'For teachers', first: '15 minutes', link: 'Both boards' },
  zh: { share: '分享', tab: '给老师', first: '15 分钟', link: '两块画板' },
} as const;
type Lang = keyof typeof WORDS;

const dialog = (lab: LabPage) => lab.page.locator('dialog.share');

async function unfold(lab: LabPage, lang: Lang): Promise<void> {
  const { share, tab, first } = WORDS[lang];
  await lab.page.getByRole('button', { name: share, exact: true }).click();
  await dialog(lab).getByRole('tab', { name: tab }).click();
  await dialog(lab).locator('summary').filter({ hasText: first }).click();
}

test('a link opens its run in the page, and Back returns to the one before', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#seed=5&step=7&display=projector');
  const before = await lab.readings();
  await unfold(lab, 'en');
  await dialog(lab).getByRole('link', { name: 'Both boards' }).click();
  await expect(dialog(lab)).toBeHidden();
  await expect(page.locator('#task .question')).toContainText('With a hidden layer');
  await lab.standsAt(0);
  expect(lab.linked('seed')).toBe('0');
  // Who has shown the one on a projector shows the other there.
  expect(await page.locator('html').getAttribute('data-display')).toBe('projector');
  await page.goBack();
  await lab.standsAt(7);
  expect(await lab.readings()).toEqual(before);
  await expect(page.locator('#task')).toBeHidden();
});

test('a link is copied, and it is the one that the lesson names', async ({ lab }) => {
  const { page } = lab;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open('#step=5');
  await unfold(lab, 'en');
  await dialog(lab).getByRole('button', { name: 'Copy the link: Both boards' }).click();
  await expect(dialog(lab).getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const link = await dialog(lab)
    .getByRole('link', { name: 'Both boards' })
    .evaluate((anchor: HTMLAnchorElement) => anchor.href);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test('what a board that is hidden has come to is not told beside the answer', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#step=5&hide=network&ask=How many?&answer=60');
  await expect(page.locator('#task .happened')).toHaveText(/At step\s5, [\d.]+\s% are right\.$/);
});

test('for the projector nothing stands beside the boards, and the chart is in sight under them', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has one column');
  const { page } = lab;
  await lab.open('#step=5');
  await unfold(lab, 'en');
  await dialog(lab).locator('summary', { hasText: '90' }).click();
  await dialog(lab)
    .getByRole('link', { name: /^30.points$/ })
    .click();
  await expect(page.locator('#boards')).toHaveClass(/holds-out/);
  await expect(page.locator('#controls')).toBeHidden();
  const bottom = () =>
    page.locator('#chart').evaluate((chart) => chart.getBoundingClientRect().bottom);
  await expect.poll(bottom).toBeLessThanOrEqual(720);
});

for (const lang of ['en', 'zh'] as const)
  test(`it can be read at every size, and axe finds nothing in it (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    const { page } = lab;
    await lab.open(`#lang=${lang}&step=5&display=${lang === 'zh' ? 'dark' : 'light'}`);
    await unfold(lab, lang);
    const sizes = isMobile
      ? [
          { width: 390, height: 844 },
          { width: 320, height: 640 },
        ]
      : SIZES;
    for (const size of sizes) {
      await page.setViewportSize(size);
      const sheet = dialog(lab);
      const over = await sheet.evaluate(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      );
      expect(over, JSON.stringify(size)).toBe(0);
      const box = await sheet.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= size.width).toBe(true);
    }
    await dialog(lab)
      .locator('details')
      .evaluateAll((folds: HTMLDetailsElement[]) => {
        for (const fold of folds) fold.open = true;
      });
    const { violations } = await new AxeBuilder({ page }).include('dialog.share').analyze();
    expect(violations).toEqual([]);
  });

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];
