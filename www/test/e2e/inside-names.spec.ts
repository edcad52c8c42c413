/** What is told to who cannot see it: names of numbers and drawings; and what is explained on request. */

import AxeBuilder from '@axe-core/playwright';
import { GUIDES } from '../../i18n/guide.js';
import { insideTexts } from '../../i18n/inside.js';
import { expect, test } from './lab.js';

for (const lang of ['en', 'zh'] as const) {
  const texts = insideTexts(lang);
  const guide = GUIDES[lang];

  test(`every number of the table says which it is (${lang})`, async ({ lab }) => {
    const { page } = lab;
    await lab.open(`#step=50&lang=${lang}`);
    await page.locator('#open-inside').click();
    const row = page.locator('#inside-network tbody tr').first();
    await expect(row).toBeVisible();
    const unit = Number(await row.locator('th').innerText());
    const [value, slope] = [row.locator('.value').first(), row.locator('.slope').first()];
    const [from, to] = [texts.inputName('x'), texts.unitName(unit)];
    const name = texts.parameterName(
      `W1[0, ${unit}]`,
      from,
      to,
      await value.innerText(),
      await slope.innerText(),
    );
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
    const buttons = page.locator('#inside-network tbody button');
    for (const button of await buttons.all())
      if (await button.isVisible()) {
        const said = (await button.getAttribute('aria-label')) ?? '';
        expect(said).toMatch(/^(W[12]\[\d+, \d+\]|b[12]\[\d+\])/);
        expect(said).toContain(await button.locator('.value').innerText());
        expect(said).toContain(await button.locator('.slope').innerText());
      }
    await expect(page.locator('#inside-network caption')).toContainText(texts.tableOfNetwork);
    await page.locator('[name=inside-of][value=linear]').check();
    await expect(page.locator('#inside-network caption')).toContainText(texts.tableOfLinear);
    await expect(page.locator('#inside-network thead')).toContainText('W[0, k]');
    await expect(page.locator('#inside-network tbody .class-mark')).toHaveCount(3);
    await expect(buttons.first()).toHaveAttribute('aria-label', /^W\[0, 0\]/);
  });

  test(`one neuron is drawn with its numbers, of the point and unit chosen (${lang})`, async ({
    lab,
  }) => {
    const { page } = lab;
    await lab.open(`#step=50&lang=${lang}`);
    await page.locator('#open-inside').click();
    await page.locator('#tab-point').click();
    const drawing = page.locator('#inside canvas.diagram');
    await expect(drawing).toHaveAccessibleName(texts.diagram);
    await page.getByLabel(texts.oneNeuron).check();
    await expect(drawing).toHaveAccessibleName(texts.neuron);
    await expect(drawing).toHaveAttribute('data-drawing', 'neuron');
    const unit = page.locator('.unit-box');
    await unit.fill('8');
    await unit.press('Enter');
    await expect(drawing).toHaveAccessibleDescription(/W1\[0, 8\] = .*b1\[8\] = .*h\[8\] = /);
    const before = await lab.picture(drawing);
    await page.locator('#inside-point .next').click();
    await expect.poll(() => lab.picture(drawing)).not.toBe(before);
    await page.locator('[name=inside-of][value=linear]').check();
    await expect(drawing).toHaveAccessibleDescription(/W\[0, 1\] = .*b\[1\] = .*z\[1\] = /);
    await page.getByLabel(texts.oneNeuron).uncheck();
    await expect(drawing).toHaveAccessibleName(texts.diagram);
  });

  test(`what is drawn and listed is explained on request (${lang})`, async ({ lab }) => {
    const { page } = lab;
    await lab.open(`#step=50&lang=${lang}`);
    await page.locator('#open-inside').click();
    const ask = page.getByRole('button', { name: texts.explainInside, exact: true });
    await ask.click();
    const answer = page.locator('#guide');
    await expect(answer).toContainText(guide.positive);
    await expect(answer).toContainText(guide.indexOfUnit);
    await expect(ask).toHaveAttribute('aria-expanded', 'true');
    await page.locator('#tab-check').click();
    await expect(answer).toContainText(guide.epsilon);
    await page.getByLabel(texts.oneNeuron).check();
    await expect(answer).toContainText(guide.passed);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await ask.focus();
    await page.keyboard.press('Escape');
    await expect(answer).toBeHidden();
    await expect(ask).toBeFocused();
    await ask.click();
    await expect(answer).toBeVisible();
    await page.locator('#close-inside').click();
    await expect(answer).toBeHidden();
    await page.locator('#open-inside').click();
    await expect(ask).toHaveAttribute('aria-expanded', 'false');
    await expect(answer).toBeHidden();
  });
}

test('edges have a colour that no class has', async ({ lab }) => {
  await lab.open('#step=200');
  await lab.page.locator('#open-inside').click();
  await expect(lab.page.locator('#inside canvas.diagram')).toBeVisible();
  const [edges, classes] = await lab.page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return [['accent', 'quiet'].map(colour), [0, 1, 2, 3, 4, 5].map((k) => colour(`class-${k}`))];
  });
  for (const edge of edges ?? []) expect(classes).not.toContain(edge);
});
