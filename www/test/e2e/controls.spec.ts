/** The controls: each slider is dragged, each number typed, rightly and wrongly. */

import { expect, test } from './lab.js';

const ANEW = [
  ['Hidden units', 'hidden', '1'],
  ['Noise', 'noise', '0'],
  ['Points per class', 'points', '2'],
  ['Classes', 'classes', '2'],
] as const;
const AT_ONCE = [
  ['Learning rate', 'rate', '0.000001'],
  ['Regularization', 'reg', '0'],
] as const;

for (const [label, name, least] of ANEW) {
  test(`dragging ${label} starts the run anew`, async ({ lab }) => {
    await lab.open('#step=50');
    const picture = await lab.picture(lab.board('Neural network'));
    await lab.drag(label, 0);
    await expect.poll(() => lab.linked(name)).toBe(least);
    await lab.standsAt(0);
    expect(await lab.picture(lab.board('Neural network'))).not.toBe(picture);
    await expect(lab.slider(label)).toHaveAttribute('aria-valuetext', least);
  });
}

for (const [label, name, least] of AT_ONCE) {
  test(`dragging ${label} acts at once on the running model`, async ({ lab }) => {
    await lab.open('#step=50');
    const loss = await lab.output('linear-loss').textContent();
    await lab.drag(label, 0);
    await expect(lab.slider(label)).toHaveAttribute('aria-valuetext', least);
    await expect.poll(() => lab.linked('changes')).toBe(`50:${name}=${least}`);
    await lab.standsAt(50);
    if (name === 'reg') await expect(lab.output('linear-loss')).not.toHaveText(loss ?? '');
    await lab.step.click();
    await lab.standsAt(51);
  });
}

test('dragging Hidden units while playing keeps playing', async ({ lab }) => {
  await lab.open();
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(300);
  await lab.drag('Hidden units', 0.3);
  await expect(lab.pause).toBeVisible();
  const after = await lab.steps();
  await expect.poll(() => lab.steps()).toBeGreaterThan(after);
});

test('what a control does not touch starts from the same bits as before', async ({ lab }) => {
  await lab.open();
  const linear = () =>
    Promise.all([
      lab.output('linear-loss').textContent(),
      lab.picture(lab.board('Linear classifier')),
    ]);
  const before = await linear();
  await lab.drag('Hidden units', 0.2);
  await expect.poll(() => lab.linked('hidden')).not.toBe('100');
  expect(await linear()).toEqual(before);
});

test('a number can be typed, with a comma too', async ({ lab }) => {
  await lab.open();
  const box = lab.page.getByRole('textbox', { name: 'Noise: type a number' });
  await box.fill('0,35');
  await box.press('Enter');
  await expect.poll(() => lab.linked('noise')).toBe('0.35');
  await expect(box).toHaveValue('0.35');
});

for (const [typed, value] of [
  ['０．５', '0.5'],
  ['0。5', '0.5'],
  [' 0.25 ', '0.25'],
  ['1e+1', '10'],
] as const) {
  test(`a learning rate of “${typed}” is ${value}`, async ({ lab }) => {
    await lab.open();
    const box = lab.page.getByRole('textbox', { name: 'Learning rate: type a number' });
    await box.fill(typed);
    await box.press('Enter');
    await expect.poll(() => lab.linked('rate')).toBe(value);
    await expect(box).toHaveValue(value);
  });
}

test('what stands among more settings begins a new run, and is seen where a link changes it', async ({
  lab,
}) => {
  await lab.open('#step=50');
  await expect(lab.slider('Turns (×)')).toBeHidden();
  await lab.page.getByText('more settings').click();
  const picture = await lab.picture(lab.board('Linear classifier'));
  await lab.drag('Turns (×)', 1);
  await expect.poll(() => lab.linked('turn')).toBe('4');
  await lab.standsAt(0);
  expect(await lab.picture(lab.board('Linear classifier'))).not.toBe(picture);
  await lab.page.goto('about:blank');
  await lab.open('#turn=2.5');
  await expect(lab.slider('Turns (×)')).toHaveAttribute('aria-valuetext', '2.5');
  await expect(lab.slider('Turns (×)')).toBeVisible();
});

test('a seed of ten digits is seen whole', async ({ lab }) => {
  await lab.open('#seed=4294967295');
  const seed = lab.page.getByLabel('Seed');
  await expect(seed).toHaveValue('4294967295');
  const hidden = await seed.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(hidden).toBeLessThanOrEqual(0);
  const row = lab.page.locator('#seed-row');
  expect(await row.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
});

test('1,000 is a thousand where it must be a whole number, and asked back where it need not', async ({
  lab,
}) => {
  await lab.open();
  const seed = lab.page.getByLabel('Seed');
  await seed.fill('1,000');
  await seed.press('Enter');
  await expect.poll(() => lab.linked('seed')).toBe('1000');
  const rate = lab.page.getByRole('textbox', { name: 'Learning rate: type a number' });
  await rate.fill('1,000');
  await rate.press('Enter');
  await expect(lab.notices).toContainText('“1,000” may mean 1 or 1000.');
  await expect(rate).toHaveValue('1');
});

test('a number that cannot be gets a sentence and changes nothing', async ({ lab }) => {
  await lab.open('#step=20');
  const before = await lab.readings();
  const box = lab.page.getByRole('textbox', { name: 'Hidden units: type a number' });
  for (const bad of ['0', '513', '2.5', 'many', '', '-1', '1e400']) {
    await box.fill(bad);
    await box.press('Enter');
    await expect(lab.notices).toContainText('Hidden units must be a whole number from 1 to 512.');
    await expect(lab.notices).toContainText(`“${bad}”`);
    await expect(box).toHaveValue('100');
  }
  expect(await lab.readings()).toEqual(before);
});

test('New data draws a seed that nobody chose, shows it, and it can be typed again', async ({
  lab,
}) => {
  await lab.open();
  const picture = () => lab.picture(lab.board('Linear classifier'));
  const start = await picture();
  await lab.newData.click();
  await expect.poll(() => lab.linked('seed')).not.toBe('0');
  const seed = lab.linked('seed') ?? '';
  const box = lab.page.getByLabel('Seed');
  await expect(box).toHaveValue(seed);
  const drawn = await picture();
  expect(drawn).not.toBe(start);
  await box.fill('0');
  await box.press('Enter');
  await expect.poll(picture).toBe(start);
  await box.fill(seed);
  await box.press('Enter');
  await expect.poll(picture).toBe(drawn);
});

test('the log switch redraws the chart, and the pointer reads its values', async ({ lab }) => {
  await lab.open('#step=200');
  const chart = lab.page.locator('#chart');
  const even = await lab.picture(chart);
  await lab.page.getByLabel('Log scale').check();
  await expect.poll(() => lab.picture(chart)).not.toBe(even);
  await chart.hover({ position: { x: 60, y: 40 } });
  const tooltip = lab.page.locator('#tooltip');
  await expect(tooltip).toContainText('Neural network');
  await expect(tooltip).toContainText(/step \d/);
  await lab.page.mouse.move(0, 0);
  await expect(tooltip).toBeHidden();
});
