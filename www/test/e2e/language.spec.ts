/** English and Chinese: chosen from the browser, switched by a person, kept in the link. */

import { expect, test } from './lab.js';

test('the language can be switched, and stays in the link', async ({ lab }) => {
  await lab.open('#step=5');
  await lab.page.getByRole('button', { name: '中文' }).click();
  await expect(lab.page.getByRole('button', { name: '播放', exact: true })).toBeVisible();
  await expect(lab.page.getByRole('slider', { name: '学习率', exact: true })).toBeVisible();
  await expect(lab.page.locator('html')).toHaveAttribute('lang', 'zh');
  await expect(lab.page).toHaveTitle('螺旋实验室');
  await expect.poll(() => lab.linked('lang')).toBe('zh');
  await lab.standsAt(5);
  await lab.page.reload();
  await expect(lab.page.getByRole('button', { name: '播放', exact: true })).toBeVisible();
  await lab.page.getByRole('button', { name: 'English' }).click();
  await expect(lab.play).toBeVisible();
});

test.describe('in a browser that prefers Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the page is Chinese, without a Latin letter where a word should be', async ({ lab }) => {
    await lab.open();
    await expect(lab.page.locator('h1')).toHaveText('螺旋实验室');
    const labels = await lab.page
      .locator('label span[data-text], button[data-text], h2[data-text], figcaption strong')
      .allTextContents();
    for (const label of labels.filter((text) => !['English', 'ReLU'].includes(text)))
      expect(label).toMatch(/[\u4e00-\u9fff]/);
  });

  test('a link with lang=en is English all the same', async ({ lab }) => {
    await lab.open('#lang=en');
    await expect(lab.play).toBeVisible();
  });
});
