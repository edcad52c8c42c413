/** The lesson: what the tutorial prints, and playing, pausing, stepping and starting over. */

import { expect, test } from './lab.js';

test("the page shows the tutorial's digits at step 0 and at step 1000", async ({ lab }) => {
  await lab.open();
  await expect(lab.output('linear-loss')).toHaveText('1.096919');
  await expect(lab.output('network-loss')).toHaveText('1.098637');
  await lab.page.goto('#step=1000');
  await lab.standsAt(1000);
  await expect(lab.output('linear-loss')).toHaveText('0.786230');
  await expect(lab.output('network-loss')).toHaveText('0.294416');
  await expect(lab.output('linear-accuracy')).toHaveText('49.3 %');
});

test('Play trains, Pause stands still, Play goes on', async ({ lab }) => {
  await lab.open();
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(50);
  await lab.pause.click();
  await expect(lab.play).toBeVisible();
  const stood = await lab.readings();
  await lab.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await lab.readings()).toEqual(stood);
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(Number(stood[0]));
});

test('Step takes one step, also while playing', async ({ lab }) => {
  await lab.open();
  await lab.step.click();
  await lab.standsAt(1);
  await lab.step.click();
  await lab.standsAt(2);
  await lab.page.getByLabel('Speed').selectOption('1 step/s');
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(2);
  await lab.step.click();
  await expect(lab.play).toBeVisible();
});

test('Reset starts the same run again, digit for digit and pixel for pixel', async ({ lab }) => {
  const boards = () =>
    Promise.all(
      ['Linear classifier', 'Neural network'].map((name) => lab.picture(lab.board(name))),
    );
  await lab.open('#step=100');
  const first = [await lab.readings(), await boards()];
  await lab.reset.click();
  await lab.standsAt(0);
  await expect(lab.output('network-loss')).toHaveText('1.098637');
  await lab.page.goto('#step=100');
  await lab.standsAt(100);
  expect([await lab.readings(), await boards()]).toEqual(first);
});

test('the keys play, pause, step and reset, wherever the mouse has clicked before', async ({
  lab,
}) => {
  await lab.open();
  await lab.page.keyboard.press('ArrowRight');
  await lab.standsAt(1);
  await lab.step.click();
  await lab.standsAt(2);
  await lab.page.keyboard.press('Space');
  await expect(lab.pause).toBeVisible();
  await expect.poll(() => lab.steps()).toBeGreaterThan(10);
  await lab.page.keyboard.press('Space');
  await expect(lab.play).toBeVisible();
  await lab.page.keyboard.press('r');
  await lab.standsAt(0);
});

test('keys that a control needs stay with the control', async ({ lab }) => {
  await lab.open();
  await lab.slider('Learning rate').focus();
  await lab.page.keyboard.press('ArrowRight');
  await expect.poll(() => lab.linked('rate')).toBe('1.3');
  await lab.page.getByLabel('Seed').fill('r ');
  await lab.page.keyboard.press('Space');
  await lab.standsAt(0);
  await expect(lab.play).toBeVisible();
});

test('training changes the boards: the network bends, the linear classifier does not', async ({
  lab,
}) => {
  await lab.open();
  const before = await lab.picture(lab.board('Neural network'));
  await lab.page.goto('#step=2000');
  await lab.standsAt(2000);
  expect(await lab.picture(lab.board('Neural network'))).not.toBe(before);
  expect(await lab.picture(lab.board('Linear classifier'))).not.toBe(
    await lab.picture(lab.board('Neural network')),
  );
});

test('every speed trains, from one step a second to as many as fit', async ({ lab }) => {
  await lab.open();
  const speed = lab.page.getByLabel('Speed');
  for (const name of ['1 step/s', '10 steps/s', '100 steps/s', '1,000 steps/s', 'fastest']) {
    const before = await lab.steps();
    await speed.selectOption(name);
    await lab.play.click();
    await expect.poll(() => lab.steps()).toBeGreaterThan(before);
    await lab.pause.click();
  }
});

test('a run that diverges stops at its last finite step and says so', async ({ lab }) => {
  await lab.open('#rate=100&reg=1');
  await lab.play.click();
  await expect(lab.notices).toContainText('Training diverged');
  await expect(lab.play).toBeVisible();
  for (const reading of await lab.readings()) expect(reading).not.toMatch(/nan|inf/i);
  await lab.reset.click();
  await lab.standsAt(0);
  await expect(lab.notices).toBeEmpty();
});
