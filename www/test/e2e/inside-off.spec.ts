/** A hidden unit that is off: every view shows the network without it, or says that it does not. */

import { insideTexts } from '../../i18n/inside.js';
import { expect, type LabPage, test } from './lab.js';

const en = insideTexts('en');
const zh = insideTexts('zh');

/** Opens the network at step 1000 and switches a hidden unit off. */
async function switchOff(lab: LabPage, ...units: string[]) {
  const { page } = lab;
  await lab.open('#step=1000');
  await page.getByRole('button', { name: 'Look inside' }).click();
  for (const unit of units) {
    await page.locator('#inside').getByLabel('Number of the hidden unit').fill(unit);
    await page.getByRole('checkbox', { name: en.switchUnit(Number(unit)) }).uncheck();
  }
  return page;
}

test('the worked point is that of the board', async ({ lab }) => {
  const page = await switchOff(lab, '8');
  await page.getByRole('tab', { name: 'One point' }).click();
  const inside = page.locator('#inside');
  await expect(inside.locator('.shown-without').locator('visible=true')).toHaveText(
    en.pointWithout([8]),
  );
  // Blue is class 0: that is what the board shows at this point, and what the readouts count.
  const chances = await inside.locator('.of-softmax .numbers').allInnerTexts();
  const shares = chances
    .filter((line) => line.startsWith('S['))
    .map((line) => Number(line.split('=').at(-1)));
  expect(shares.indexOf(Math.max(...shares))).toBe(0);
  const losses = await inside.locator('.of-meanLoss .numbers').allInnerTexts();
  const shown = Number(await lab.output('network-loss').innerText());
  expect(Math.abs(Number(losses[1]?.split('=').at(-1)) - shown)).toBeLessThan(1e-4);
  const unit = inside.getByRole('textbox', { name: 'by hidden unit' });
  await unit.fill('8');
  await unit.press('Enter');
  await expect(inside.locator('.of-hiddenLayer')).toContainText('h[8] = max(0, 0) = 0');
  await expect(inside.locator('.of-update')).toContainText(en.notTrainedWithout);
  await page.getByRole('tab', { name: 'Gradient check' }).click();
  await expect(inside.locator('.shown-without').locator('visible=true')).toHaveText(
    en.checkWithAll([8]),
  );
  await inside.getByLabel('linear').check();
  await expect(inside.locator('.shown-without').locator('visible=true')).toHaveCount(0);
});

test('is told at the board and at the chart, also when the panel is closed', async ({ lab }) => {
  const page = await switchOff(lab, '8', '12');
  const mark = page.locator('figure').filter({ has: page.locator('#network-board') });
  await expect(page.locator('#spoken')).toContainText(en.spokenWithout);
  await page.locator('#inside').getByRole('button', { name: 'Close' }).click();
  await expect(mark).toContainText(en.withoutUnits([8, 12]));
  await expect(page.locator('#loss')).toContainText(en.withAllUnits);
  await expect(lab.notices).toContainText(en.notInLink);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(mark).toContainText(zh.withoutUnits([8, 12]));
  await mark.getByRole('button', { name: zh.allUnitsOn, exact: false }).click();
  for (const told of await page.locator('.without').all()) await expect(told).toBeHidden();
  await expect(lab.notices).toBeEmpty();
});

test('has no fold on the board, no edges in the diagram and no count in the table', async ({
  lab,
}) => {
  const page = await switchOff(lab, '8');
  const inside = page.locator('#inside');
  const row = inside
    .locator('tbody tr')
    .filter({ has: page.getByRole('checkbox', { name: en.switchUnit(8) }) });
  await expect(row.locator('.remark')).toHaveText(en.unitIsOff);
  await expect(inside.locator('.off-units')).toContainText(en.unitsOff([8]));
  // Its row lights nothing up, for there is no fold.
  const board = lab.board('Neural network');
  await inside.getByLabel('Order').focus();
  const plain = await lab.picture(board);
  await row.locator('button').first().focus();
  await expect.poll(async () => (await lab.picture(board)) === plain).toBe(true);
});
