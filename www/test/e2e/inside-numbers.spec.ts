/** The look inside where numbers end: probabilities that are 0 to a computer, losses of thousands. */

import type { Page } from '@playwright/test';
import { insideTexts } from '../../i18n/inside.js';
import { expect, type LabPage, test } from './lab.js';

const en = insideTexts('en');
const panel = (page: Page) => page.locator('#inside');

/** The page answers, and says nothing that is no number. */
async function isAlive(page: Page): Promise<void> {
  const point = panel(page).getByRole('textbox', { name: 'Point', exact: true });
  for (const index of ['0', '150', '299', '7']) {
    await point.fill(index);
    await point.press('Enter');
    await expect(panel(page).locator('.facts')).toContainText('x = ');
    await expect(panel(page).locator('.workings')).toContainText('dscores');
    expect(await panel(page).innerText()).not.toMatch(/NaN|Infinity|undefined/);
  }
}

/** Sets a number of the table's first row by hand, and works a point out. */
async function setAndWorkOut(lab: LabPage, column: number, value: string) {
  const { page } = lab;
  const row = panel(page).locator('tbody tr').first();
  await row.locator('td').nth(column).getByRole('button').click();
  const box = panel(page).getByRole('textbox', { name: 'Value' });
  await box.fill(value);
  await box.press('Enter');
  await expect.poll(() => lab.linked('changes')).not.toBeNull();
  await page.getByRole('tab', { name: 'One point' }).click();
}

test('a link to a chapter about one point opens where p is 0', async ({ lab }) => {
  await lab.open('#lesson=5&rate=100&reg=1&step=40');
  await expect(panel(lab.page)).toContainText(en.fromScores('0'));
  await isAlive(lab.page);
});

test('the look inside opens where a rate of 100 has led', async ({ lab }) => {
  await lab.open('#rate=100&step=3');
  await lab.page.getByRole('button', { name: 'Look inside' }).click();
  await lab.page.getByRole('tab', { name: 'One point' }).click();
  for (const of of ['linear', 'network'] as const) {
    await panel(lab.page).getByLabel(of).check();
    await isAlive(lab.page);
  }
});

test('a great weight leaves the page alive', async ({ lab }) => {
  await lab.open('#step=500');
  await lab.page.getByRole('button', { name: 'Look inside' }).click();
  await setAndWorkOut(lab, 3, '10000');
  await isAlive(lab.page);
});

for (const bias of ['700', '704.5', '709', '720', '1e5']) {
  test(`a bias of ${bias} leaves the page alive`, async ({ lab }) => {
    await lab.open();
    await lab.page.getByRole('button', { name: 'Look inside' }).click();
    await panel(lab.page).getByLabel('linear').check();
    await setAndWorkOut(lab, 2, bias);
    await isAlive(lab.page);
  });
}

test('a bias near the greatest number of a computer is checked, and without it the run goes on', async ({
  lab,
}) => {
  const { page } = lab;
  const inside = panel(page);
  const tab = (name: string) => page.getByRole('tab', { name }).click();
  const expectNumbers = async () => {
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|Infinity|undefined|=\s\?/);
    for (const reading of await lab.readings()) expect(reading).toMatch(/^[\d.e]+(\s%)?$/);
  };
  await lab.open('#step=0');
  const start = await lab.readings();
  await page.getByRole('button', { name: en.inside }).click();
  await setAndWorkOut(lab, 2, '1e307');
  await expectNumbers();
  await tab(en.tabCheck);
  await expect(inside.locator('.title')).toHaveText(/^b1\[\d+\]$/);
  await expect(inside.locator('.verdict')).toHaveText(/^No ReLU folds in between\..*agree\.$/);
  await inside.getByRole('button', { name: en.checkAll }).click();
  await expect(inside.locator('.all-result')).toHaveText(/agree\..*where rounding/);
  await expectNumbers();

  // A weight out of that unit: with an ε of 1 there is no second loss.
  await tab(en.tabNetwork);
  await expectNumbers();
  await inside.locator('tbody tr').first().locator('td').nth(3).getByRole('button').click();
  await inside.getByLabel('ε', { exact: true }).fill('1');
  await inside.getByLabel('ε', { exact: true }).press('Enter');
  const noSlope = en.engineRefuses({ code: 'lossNotFiniteBeside', epsilon: 1 });
  await expect(inside.locator('.verdict')).toHaveText(noSlope);
  await expect(inside.locator('.analytic')).toHaveText(/^−?\d\.\d+e\+\d+$/);
  await expectNumbers();

  // No step leads on from there, and the page says so; without the edit the run goes on.
  await lab.step.click();
  await expect(lab.notices).toContainText(/Training diverged after step\s0/);
  await expectNumbers();
  await inside.getByRole('button', { name: en.undo, exact: true }).click();
  await expect.poll(lab.readings.bind(lab)).toEqual(start);
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(100);
  await lab.pause.click();
  await expectNumbers();
});
