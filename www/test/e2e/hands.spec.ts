/** The same lesson with time, by the keyboard alone where there is no touch screen, and by the finger alone where there is one. */

import { Finger } from './finger.js';
import { expect, type LabPage, type Locator, test } from './lab.js';

const tools = (lab: LabPage) => lab.page.locator('#chart-tools');

/** Presses with the finger, or comes with the focus and presses Enter. */
async function press(what: Locator): Promise<void> {
  if (test.info().project.use.hasTouch) {
    await what.tap();
    return;
  }
  await what.focus();
  await what.page().keyboard.press('Enter');
}

/** Comes to a box and types in the place of what it held. */
async function type(box: Locator, text: string): Promise<void> {
  await (test.info().project.use.hasTouch ? box.tap() : box.focus());
  await box.press('Control+a');
  await box.page().keyboard.type(text);
}

/** Goes to an earlier step of the run. */
async function lookBack(lab: LabPage): Promise<number> {
  const chart = lab.page.locator('#chart');
  const before = await lab.steps();
  if (test.info().project.use.hasTouch) {
    await chart.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const box = await chart.boundingBox();
    if (!box) throw new Error('the chart is not on the screen');
    const finger = await Finger.on(lab.page);
    await finger.tap({ x: box.x + 0.4 * box.width, y: box.y + box.height / 2 });
  } else {
    await chart.focus();
    await lab.page.keyboard.press('PageDown');
  }
  await expect.poll(() => lab.steps()).toBeLessThan(before);
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  return lab.steps();
}

test('a branch is made and taken back', async ({ lab }) => {
  await lab.open('#step=300');
  const step = await lookBack(lab);
  await press(lab.play);
  await expect.poll(() => lab.steps()).toBeGreaterThan(step + 5);
  await press(lab.pause);
  await expect(lab.page.locator('#to-end')).toBeHidden();
  await press(lab.page.locator('#undo'));
  await lab.standsAt(step);
  await expect(lab.page.locator('#to-end')).toContainText('of 300');
  await press(lab.page.locator('#redo'));
  await expect(lab.page.locator('#to-end')).toBeHidden();
  await press(lab.page.locator('#undo'));
  await lab.standsAt(step);
  await press(lab.page.locator('#to-end'));
  await lab.standsAt(300);
});

test('a run goes on until an accuracy is reached', async ({ lab }) => {
  await lab.open();
  await press(lab.page.locator('#chart-more'));
  const until = tools(lab).locator('.until');
  const value = until.getByLabel('Value');
  await type(value, '74');
  await (test.info().project.use.hasTouch
    ? until.getByRole('button', { name: 'Run' }).tap()
    : lab.page.keyboard.press('Enter'));
  await expect(lab.notices).toContainText('There, at step');
  const accuracy = await lab.output('network-accuracy').textContent();
  expect(Number.parseFloat(accuracy ?? '')).toBeGreaterThanOrEqual(74);
});

test('an earlier run is renamed, brought back and removed', async ({ lab }) => {
  await lab.open('#step=120');
  await press(lab.page.locator('#chart-more'));
  await press(lab.page.locator('#reset'));
  await lab.standsAt(0);
  const ghosts = tools(lab).locator('.ghosts li');
  await expect(ghosts).toHaveCount(1);
  const name = ghosts.getByRole('textbox');
  await type(name, 'first try');
  await lab.page.keyboard.press('Enter');
  await expect(name).toHaveValue('first try');
  await press(lab.step);
  await lab.standsAt(1);
  await press(ghosts.getByRole('button', { name: 'Bring back' }));
  await lab.standsAt(120);
  await press(lab.page.locator('#undo'));
  await lab.standsAt(1);
  await expect(ghosts).toHaveCount(1);
  await press(ghosts.getByRole('button', { name: 'Remove this curve' }));
  await expect(ghosts).toHaveCount(0);
});

test('the curves are heard, and silenced', async ({ lab }) => {
  await lab.open('#step=120');
  await press(lab.page.locator('#chart-more'));
  const listen = tools(lab).locator('#listen');
  await press(listen);
  await expect(listen).toHaveText('Stop');
  await press(listen);
  await expect(listen).toHaveText('Listen');
});

test('a run that diverged takes another way at half the rate, and comes back', async ({ lab }) => {
  await lab.open('#rate=2.5&reg=1&step=667');
  await press(lab.play);
  await expect(lab.notices).toContainText('Training diverged');
  await press(lab.notices.getByRole('button', { name: 'Halve the rate' }));
  await lab.standsAt(4);
  await expect.poll(() => lab.linked('changes')).toBe('4:rate=1.25');
  await press(lab.page.locator('#undo'));
  await lab.standsAt(4);
  await expect(lab.page.locator('#to-end')).toContainText('of 667');
});

test('a run that diverged is led back to the last step before its loss left the ground', async ({
  lab,
}) => {
  await lab.open('#rate=2.5&reg=1&step=667');
  await press(lab.play);
  await expect(lab.notices).toContainText('Training diverged');
  const back = lab.notices.getByRole('button', { name: /^Back to step/ });
  const step = Number(/\d+/.exec((await back.textContent()) ?? '')?.[0]);
  await press(back);
  await lab.standsAt(step);
  await expect(lab.page.locator('#to-end')).toContainText('of 667');
  const chance = Math.log(3);
  expect(Number(await lab.output('network-loss').textContent())).toBeLessThan(2 * chance);
});

test('a run goes on until a loss, a step, or so many steps more', async ({ lab }) => {
  await lab.open('#step=20');
  await press(lab.page.locator('#chart-more'));
  const until = tools(lab).locator('.until');
  const run = () =>
    test.info().project.use.hasTouch
      ? until.getByRole('button', { name: 'Run' }).tap()
      : lab.page.keyboard.press('Enter');
  const kind = until.locator('select').first();
  const value = until.getByLabel('Value');
  await kind.selectOption('network loss');
  await type(value, '0.9');
  await run();
  await expect(lab.notices).toContainText('There, at step');
  const there = await lab.steps();
  expect(Number(await lab.output('network-loss').textContent())).toBeLessThan(0.9);
  await kind.selectOption('more');
  await type(value, '15');
  await run();
  await lab.standsAt(there + 15);
  await kind.selectOption('step');
  await type(value, String(there + 40));
  await run();
  await lab.standsAt(there + 40);
});
