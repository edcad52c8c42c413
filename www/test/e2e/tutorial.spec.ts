/** Walks the table of the tutorial through the real page: whatever it lists is seen at its place. */

import { LESSONS } from '../../i18n/lesson.js';
import { CHAPTERS } from '../../lesson/chapters.js';
import {
  TUTORIAL_CODE,
  TUTORIAL_DRAWINGS,
  TUTORIAL_FORMULAS,
  TUTORIAL_WORDS,
} from '../../lesson/tutorial.js';
import { expect, test } from './lab.js';

for (const lang of ['en', 'zh'] as const) {
  const texts = LESSONS[lang];

  for (const [i, { id, step, more }] of CHAPTERS.entries()) {
    const here = <T extends { at: { chapter: string } }>(table: readonly T[]) =>
      table.filter(({ at }) => at.chapter === id);

    test(`chapter ${i + 1} shows what the table of the tutorial lists there (${lang})`, async ({
      lab,
    }) => {
      const { page } = lab;
      await page.goto(`#lesson=${i + 1}&lang=${lang}`);
      await lab.standsAt(step);
      const panel = page.locator('#lesson');

      for (const { at } of here(TUTORIAL_DRAWINGS).filter(({ at }) => !/#lesson/.test(at.selector)))
        await expect(page.locator(at.selector), at.selector).toBeVisible();

      const row = (formula: string) => panel.locator(`[data-formula=${formula}]`);
      for (const { at } of [...here(TUTORIAL_FORMULAS), ...here(TUTORIAL_CODE)])
        await expect(row(at.formula)).toBeVisible({ visible: at.in === 'formulas' });
      if (more) await panel.getByText(texts.more).click();

      for (const { at } of here(TUTORIAL_FORMULAS))
        await expect(row(at.formula).locator('math')).toBeVisible();
      for (const { code, at } of here(TUTORIAL_CODE)) {
        const lines = code
          .trim()
          .split('\n')
          .map((line) => line.trim());
        const shown = await row(at.formula).locator('code span').allInnerTexts();
        expect(shown.map((line) => line.trim().replace(/ #.*/, ''))).toEqual(
          lines.map((line) => line.replace(/ #.*/, '')),
        );
      }
      for (const { at } of here(TUTORIAL_DRAWINGS))
        await expect(page.locator(at.selector), at.selector).toBeVisible();

      await panel.getByText(texts.show).click();
      for (const { words, at } of here(TUTORIAL_WORDS)) {
        const place = { title: 'h2', text: '.text', answer: '.answer p' }[at.in];
        await expect(panel.locator(place)).toContainText(words[lang]);
        await expect(panel.locator(place)).toBeVisible();
      }
    });
  }
}

test('two scripts stand side by side, line for line', async ({ lab, isMobile }) => {
  await lab.page.goto('#lesson=13');
  const scripts = lab.page.locator('[data-formula=besideForward] pre');
  await expect(scripts).toHaveCount(2);
  const [left, right] = await Promise.all([0, 1].map((i) => scripts.nth(i).boundingBox()));
  expect(left?.y).toBe(right?.y);
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  await expect(scripts.nth(0)).toContainText('scores = np.dot(X, W) + b');
  await expect(scripts.nth(1)).toContainText('hidden_layer = np.maximum(0, np.dot(X, W) + b)');
  if (!isMobile) await expect(scripts.nth(1)).toBeInViewport();
});

test('the script has no line where it goes straight to S − y, and the lesson says so', async ({
  lab,
}) => {
  await lab.page.goto('#lesson=6');
  await lab.page.locator('#lesson').getByText(LESSONS.en.more).click();
  for (const formula of ['crossEntropyGradient', 'softmaxSame', 'softmaxOther', 'chain']) {
    const row = lab.page.locator(`#lesson [data-formula=${formula}]`);
    await expect(row.locator('code')).toHaveCount(0);
    await expect(row).toContainText('straight to S − y');
  }
});
