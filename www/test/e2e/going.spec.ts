/** Going to a step, halting at one, and coming back from the lesson to the run that it found. */

import { expect, test } from './lab.js';

test('the step is a field: forward by training, back by starting again, to the same digits', async ({
  lab,
}) => {
  await lab.open('#step=200');
  const at200 = await lab.readings();
  await lab.goTo(1000);
  await expect(lab.output('network-loss')).toHaveText('0.294416');
  await lab.goTo(200);
  expect(await lab.readings()).toEqual(at200);
  await lab.goTo(0);
  await expect(lab.output('linear-loss')).toHaveText('1.096919');
});

test('Esc gives up what was typed, and what is no step is said and can be put away', async ({
  lab,
}) => {
  await lab.open('#step=30');
  await lab.output('step').click();
  await lab.page.keyboard.type('77');
  await lab.page.keyboard.press('Escape');
  await lab.standsAt(30);
  await lab.output('step').click();
  await lab.page.keyboard.type('-5');
  await lab.page.keyboard.press('Enter');
  await expect(lab.notices).toContainText('whole number from 0');
  await lab.standsAt(30);
  await lab.notices.getByRole('button').click();
  await expect(lab.notices).toBeEmpty();
});

test('Play halts at the step that it was given, and goes on from there', async ({ lab }) => {
  await lab.open();
  await lab.page.getByLabel('stop at').fill('0');
  await lab.page.getByLabel('stop at').press('Enter');
  await expect(lab.notices).toContainText('Play will not stop at 0');
  await lab.page.getByLabel('stop at').fill('150');
  await lab.page.getByLabel('stop at').press('Enter');
  await lab.play.click();
  await lab.standsAt(150);
  await expect(lab.play).toBeVisible();
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(150);
});

test('the lesson gives back the run that it found, with what was changed on the way', async ({
  lab,
}) => {
  await lab.open('#hidden=7&step=300');
  await lab.page.getByLabel('Learning rate: type a number').fill('0.5');
  await lab.page.getByLabel('Learning rate: type a number').press('Enter');
  await lab.step.click();
  await lab.standsAt(301);
  const found = await lab.readings();
  await lab.page.getByRole('button', { name: 'Lesson', exact: true }).click();
  await lab.standsAt(0);
  for (let chapter = 1; chapter <= 3; chapter++) {
    await lab.page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(lab.page.locator('#lesson h2')).toContainText(`${chapter + 1}.`);
  }
  await lab.page.getByRole('button', { name: 'Close the lesson' }).click();
  await lab.standsAt(301);
  expect(await lab.readings()).toEqual(found);
  expect(lab.linked('hidden')).toBe('7');
});

test('Reset in a chapter leads to the chapter’s own state, and so does a reload after it', async ({
  lab,
}) => {
  await lab.page.goto('#lesson=8');
  await lab.standsAt(1000);
  const own = await lab.readings();
  await lab.step.click();
  await lab.standsAt(1001);
  await lab.reset.click();
  await lab.standsAt(1000);
  expect(await lab.readings()).toEqual(own);
  await expect.poll(() => lab.linked('step')).toBe('1000');
  await lab.page.reload();
  await lab.standsAt(1000);
  expect(await lab.readings()).toEqual(own);
});

test('a run that diverges is told where it can be read, beside the numbers and over none', async ({
  lab,
}) => {
  await lab.open('#rate=100&reg=1');
  await lab.play.click();
  await expect(lab.notices).toContainText('Training diverged');
  await expect(lab.notices).toBeInViewport({ ratio: 1 });
  const told = await lab.notices.boundingBox();
  for (const id of ['linear-loss', 'network-loss', 'linear-accuracy', 'network-accuracy']) {
    const box = await lab.output(id).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(told?.y ?? 0);
  }
});
