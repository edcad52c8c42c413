/** Earlier runs beside the one that goes on, and runs that stop at what is asked for. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type LabPage, test } from './lab.js';

const tools = (lab: LabPage) => lab.page.locator('#chart-tools');
const ghosts = (lab: LabPage) => tools(lab).locator('.ghosts li');

async function openTools(lab: LabPage): Promise<void> {
  await lab.page.locator('#chart-more').click();
  await expect(tools(lab)).toBeVisible();
}

async function set(lab: LabPage, name: string, value: string): Promise<void> {
  const box = lab.page.locator(`[data-slider=${name}] .number`);
  await box.fill(value);
  await box.press('Enter');
}

test('a start anew keeps the earlier curve, labelled with what was different; it is renamed, brought back, removed', async ({
  lab,
}) => {
  await lab.open('#step=300');
  const before = await lab.readings();
  await openTools(lab);
  await expect(ghosts(lab)).toHaveCount(0);
  await lab.reset.click();
  await lab.standsAt(0);
  const name = ghosts(lab).getByRole('textbox');
  await expect(name).toHaveValue('same settings, 300 steps');
  await set(lab, 'rate', '0.1');
  await expect(name).toHaveValue('Learning rate 1');
  await name.fill('as in the book');
  await name.press('Enter');
  for (let i = 0; i < 3; i++) await lab.step.click();
  await lab.standsAt(3);
  await expect(name).toHaveValue('as in the book');
  await ghosts(lab).getByRole('button', { name: 'Bring back' }).click();
  await lab.standsAt(300);
  expect(await lab.readings()).toEqual(before);
  await expect(lab.slider('Learning rate')).toHaveAttribute('aria-valuetext', '1');
  // The run in whose place it came is an earlier one now.
  await expect(name).toHaveValue('Learning rate 0.1');
  await ghosts(lab).getByRole('button', { name: 'Remove this curve' }).click();
  await expect(ghosts(lab)).toHaveCount(0);
  await lab.page.locator('#undo').click();
  await lab.standsAt(3);
  await expect(lab.slider('Learning rate')).toHaveAttribute('aria-valuetext', '0.1');
});

test('eight earlier curves stay; of one more the page says which is left out', async ({ lab }) => {
  await lab.open('#step=20');
  await openTools(lab);
  for (let hidden = 2; hidden <= 10; hidden++) {
    await set(lab, 'hidden', String(hidden));
    await lab.standsAt(0);
    await lab.step.click();
    await lab.standsAt(1);
  }
  await expect(ghosts(lab)).toHaveCount(8);
  await expect(lab.notices).toContainText('Eight earlier curves');
  // It is not lost: undo leads back to it.
  for (let i = 0; i < 9; i++) {
    await lab.page.locator('#undo').click();
    await expect(lab.page.locator('#redo')).toBeEnabled();
  }
  await lab.standsAt(20);
});

/** Leaves a run of ten steps for each number of hidden units. */
async function leaveRuns(lab: LabPage, count: number): Promise<void> {
  for (let hidden = 2; hidden < 2 + count; hidden++) {
    await lab.goTo(10);
    await set(lab, 'hidden', String(hidden));
    await lab.standsAt(0);
  }
  await expect(ghosts(lab)).toHaveCount(count);
}

const names = (lab: LabPage) =>
  ghosts(lab)
    .getByRole('textbox')
    .evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value));

test('eight earlier runs are told apart by letters, and by the curve that the list points at', async ({
  lab,
  isMobile,
}) => {
  const { page } = lab;
  await lab.open();
  await openTools(lab);
  await leaveRuns(lab, 8);
  await expect(ghosts(lab).locator('b')).toHaveText([...'ABCDEFGH']);
  const chart = page.locator('#chart');
  // A key puts the focus where no curve is lit.
  await page.locator('#log-steps').focus();
  const picture = await lab.picture(chart);
  const seen = new Set([picture]);
  for (const letter of 'CF') {
    await page.getByRole('textbox', { name: `Name of the earlier run ${letter}` }).focus();
    await expect.poll(async () => seen.has(await lab.picture(chart))).toBe(false);
    seen.add(await lab.picture(chart));
  }
  await page.locator('#log-steps').focus();
  await expect.poll(() => lab.picture(chart)).toBe(picture);
  if (isMobile) return;
  await ghosts(lab).nth(3).hover();
  await expect.poll(() => lab.picture(chart)).not.toBe(picture);
  await page.mouse.move(0, 0);
  await expect.poll(() => lab.picture(chart)).toBe(picture);
  // At least four lines of the list are in sight, and the chart is as high as it was.
  await page.setViewportSize({ width: 1280, height: 720 });
  const list = await tools(lab).locator('.ghosts').boundingBox();
  const rows = await ghosts(lab).evaluateAll((all) =>
    all.map((each) => each.getBoundingClientRect().bottom),
  );
  const bottom = (list?.y ?? 0) + (list?.height ?? 0);
  expect(new Set(rows.filter((row) => row <= bottom)).size).toBeGreaterThanOrEqual(4);
  expect((await chart.boundingBox())?.height).toBeGreaterThan(100);
});

test('a name stays with its run: in a lesson there is none of the page, and one that is brought back has it again', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'the settings of a lesson on a phone are elsewhere');
  const { page } = lab;
  await lab.open();
  await openTools(lab);
  await leaveRuns(lab, 2);
  const second = ghosts(lab).nth(1).getByRole('textbox');
  await second.fill('mine');
  await second.press('Enter');
  await expect.poll(() => names(lab)).toEqual(['Hidden units 100', 'mine']);
  await page.locator('#lesson-button').click();
  await expect(page.locator('#lesson h2')).toBeVisible();
  await lab.goTo(10);
  await set(lab, 'hidden', '7');
  await lab.standsAt(0);
  await lab.goTo(10);
  await set(lab, 'hidden', '8');
  await expect.poll(() => names(lab)).toEqual(['Hidden units 100', 'Hidden units 7']);
  await ghosts(lab).nth(1).getByRole('textbox').fill('of the lesson');
  await page.keyboard.press('Enter');
  await page.locator('#lesson-button').click();
  await expect.poll(() => names(lab)).toEqual(['Hidden units 100', 'mine']);
  await ghosts(lab).nth(1).getByRole('button', { name: 'Bring back' }).click();
  await lab.standsAt(10);
  await expect(ghosts(lab)).toHaveCount(1);
  await lab.goTo(15);
  await lab.reset.click();
  await lab.standsAt(0);
  await expect.poll(() => names(lab)).toEqual(['Hidden units 100', 'mine']);
});

test('who removes a curve by keyboard stands at the next one, and at last at the button of the tools', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open();
  await openTools(lab);
  await leaveRuns(lab, 3);
  const remove = (letter: string) =>
    page.getByRole('button', { name: `Remove this curve: ${letter}` });
  await remove('B').focus();
  await page.keyboard.press('Enter');
  await expect(remove('C')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove('A')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#chart-more')).toBeFocused();
});

test('leaving a lesson tells nothing of curves that were left out before it', async ({
  lab,
  isMobile,
}) => {
  const { page } = lab;
  await lab.open();
  await openTools(lab);
  await leaveRuns(lab, 8);
  await lab.goTo(10);
  await set(lab, 'hidden', '20');
  await expect(lab.notices).toContainText('Eight earlier curves');
  await lab.notices.locator('.dismiss').click();
  const button = page.locator('#lesson-button');
  for (const open of [true, false]) {
    if (isMobile) await button.tap();
    else await button.click();
    await expect(button).toHaveAttribute('aria-expanded', String(open));
  }
  await expect(ghosts(lab)).toHaveCount(8);
  await expect(lab.notices).not.toContainText('Eight earlier curves');
});

test('a run goes on until an accuracy, a loss, a step, or so many steps more', async ({ lab }) => {
  await lab.open();
  await openTools(lab);
  const kind = tools(lab).locator('.until select');
  const [value, most] = [tools(lab).getByLabel('Value'), tools(lab).getByLabel('Steps at most')];
  const run = tools(lab).getByRole('button', { name: 'Run', exact: true });
  await kind.selectOption('network accuracy');
  await value.fill('74 %');
  await run.click();
  await expect(lab.notices).toContainText('There, at step');
  const step = await lab.steps();
  expect(
    Number.parseFloat((await lab.output('network-accuracy').textContent()) ?? ''),
  ).toBeGreaterThanOrEqual(74);
  await run.click();
  await expect(lab.notices).toContainText(`already at step\u00a0${step}`);
  await lab.page.locator('#chart').press('ArrowLeft');
  await lab.standsAt(step - 1);
  expect(
    Number.parseFloat((await lab.output('network-accuracy').textContent()) ?? ''),
  ).toBeLessThan(74);
  await kind.selectOption('linear loss');
  await value.fill('0.1');
  await most.fill('50');
  await run.click();
  await expect(lab.notices).toContainText(`Not up to step\u00a0${step + 49}`);
  await expect(lab.notices).toContainText(/Linear classifier, loss: 0\.\d{6}, wanted 0\.100000/);
  await kind.selectOption('more');
  await value.fill('10');
  await run.click();
  await lab.standsAt(step + 59);
  await expect(lab.notices).toContainText(`There, at step\u00a0${step + 59}`);
  await kind.selectOption('step');
  await value.fill('1e9');
  await run.click();
  await expect(lab.notices).toContainText('from 0 to 1000000');
  for (const [of, given, told] of [
    ['network loss', 'soon', 'loss below must be a number from 0 to 1000000. “soon”'],
    ['network loss', '-1', '“-1” was left out'],
    ['network accuracy', '150', 'accuracy at least must be a number from 0 to 100. “150”'],
    ['more', '2.5', 'so many steps more must be a whole number from 0'],
    ['more', '0', `already at step\u00a0${step + 59}`],
    ['step', '5', `already at step\u00a0${step + 59}`],
  ] as const) {
    await kind.selectOption(of);
    await value.fill(given);
    await run.click();
    await expect(lab.notices).toContainText(told);
  }
  await lab.standsAt(step + 59);
});

test('a run that is stopped on the way to its goal says so', async ({ lab }) => {
  await lab.open('#hidden=512&points=1000');
  await openTools(lab);
  await tools(lab).locator('.until select').selectOption('network loss');
  await tools(lab).getByLabel('Value').fill('0.0001');
  await tools(lab).getByRole('button', { name: 'Run', exact: true }).click();
  await lab.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(lab.notices).toContainText(/Stopped at step\s\d+, before the goal/);
});

for (const lang of ['en', 'zh'] as const) {
  test(`axe finds nothing where an earlier step and earlier runs are shown (${lang})`, async ({
    lab,
  }) => {
    await lab.open(`#step=200&lang=${lang}`);
    await lab.reset.or(lab.page.locator('#reset')).first().click();
    await lab.standsAt(0);
    await lab.page.locator('#undo').click();
    await lab.standsAt(200);
    await lab.page.locator('#chart').press('PageDown');
    await lab.standsAt(100);
    await openTools(lab);
    const { violations } = await new AxeBuilder({ page: lab.page }).analyze();
    expect(violations).toEqual([]);
  });
}
