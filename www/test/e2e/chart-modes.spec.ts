/** What the chart shows besides the loss: its two parts, the accuracy, one point's probability; seen, read and heard; by mouse, by
 * finger, by keyboard. */

import AxeBuilder from '@axe-core/playwright';
import { TOOLS } from '../../i18n/chart-tools.js';
import { faultsOfLayout } from './geometry.js';
import { expect, type LabPage, test } from './lab.js';
import { heard, silence } from './silence.js';

const tools = (lab: LabPage) => lab.page.getByRole('region', { name: 'Tools of the chart' });
const show = (lab: LabPage) => tools(lab).getByRole('combobox', { name: 'Show', exact: true });
const point = (lab: LabPage) => tools(lab).getByLabel('Point', { exact: true });
const chart = (lab: LabPage) => lab.page.locator('#chart');
const tooltip = (lab: LabPage) => lab.page.locator('#tooltip');

async function opened(lab: LabPage, hash = '#step=400'): Promise<void> {
  await lab.open(hash);
  await lab.page.locator('#chart-more').click();
  await expect(tools(lab)).toBeVisible();
}

/** What the slider says. */
const said = (lab: LabPage) => chart(lab).getAttribute('aria-valuetext');

test('the accuracy is drawn, named, read by mouse and keys, and gives the chart back', async ({
  lab,
}) => {
  await opened(lab);
  const loss = await lab.picture(chart(lab));
  await show(lab).selectOption('accuracy');
  const slider = lab.slider('Accuracy, step by step');
  await expect(slider).toBeVisible();
  await expect(lab.page.locator('#loss strong')).toHaveText('Accuracy, step by step');
  expect(await lab.picture(chart(lab))).not.toBe(loss);
  // The present step is exact.
  const shown = await lab.output('network-accuracy').textContent();
  const percent = /[\d.]+/.exec(shown ?? '')?.[0] ?? 'none';
  expect(await said(lab)).toContain(`Neural network ${percent}`);
  await slider.focus();
  await slider.press('ArrowLeft');
  await lab.standsAt(399);
  await expect(tooltip(lab)).toContainText(/step.399/);
  const back = /[\d.]+/.exec((await lab.output('network-accuracy').textContent()) ?? '')?.[0];
  await expect(tooltip(lab)).toContainText(`Neural network ${back}`);
  // The end is still exact.
  await slider.press('End');
  await lab.standsAt(400);
  await slider.press('Home');
  await lab.standsAt(0);
  await expect(lab.page.locator('#log-scale')).toBeDisabled();
  await slider.press('End');
  await lab.standsAt(400);
  await show(lab).selectOption('loss');
  await expect(lab.slider('Loss, step by step')).toBeVisible();
  await expect(lab.page.locator('#log-scale')).toBeEnabled();
});

test('hovering tells the nearest step whose state is kept', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'a finger does not hover');
  await opened(lab);
  await show(lab).selectOption('accuracy');
  const box = await chart(lab).boundingBox();
  if (!box) throw new Error('it is not on the screen');
  await lab.page.mouse.move(box.x + 0.437 * box.width, box.y + box.height / 2);
  await expect(tooltip(lab)).toContainText('%');
  const step = Number(/\d+/.exec((await tooltip(lab).textContent()) ?? '')?.[0]);
  expect(step % 5).toBe(0);
  expect(step).toBeGreaterThan(100);
});

test('the loss of either board is split into its two parts', async ({ lab }) => {
  await opened(lab);
  await show(lab).selectOption('parts');
  const whose = tools(lab).getByLabel('Whose loss');
  await expect(whose).toHaveValue('network');
  const parts = async () => (await said(lab))?.match(/\d\.\d+/g)?.map(Number) ?? [];
  for (const board of ['network', 'linear']) {
    await whose.selectOption(board);
    await expect(lab.page.locator('#loss .areas')).toHaveAttribute('data-of', board);
    const shown = Number(await lab.output(`${board}-loss`).textContent());
    await expect.poll(async () => (await parts())[2]).toBe(shown);
    const [data = 0, reg = 0, sum = 0] = await parts();
    expect(data + reg).toBeCloseTo(sum, 5);
  }
});

test('the probability of a point is that of the look inside; another is typed, or pressed on a board', async ({
  lab,
  isMobile,
}) => {
  await opened(lab);
  await show(lab).selectOption('point');
  await expect(point(lab)).toHaveValue('150');
  await point(lab).fill('7');
  await point(lab).press('Enter');
  await expect(lab.page.locator('#loss strong')).toContainText('point 7, class 0');
  const before = await said(lab);
  expect(before).toMatch(/Linear classifier 0\.\d{4}, Neural network 0\.\d{4}/);
  await point(lab).fill('300');
  await point(lab).press('Enter');
  await expect(lab.notices).toContainText('300');
  await expect(point(lab)).toHaveValue('7');
  const board = lab.page.locator('#network-board');
  await board.scrollIntoViewIfNeeded();
  const box = await board.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  // A point is wherever it is: in the middle there are many.
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
  if (isMobile) await lab.page.touchscreen.tap(...middle);
  else await lab.page.mouse.click(...middle);
  await expect(lab.page.locator('#inside')).toBeVisible();
  await expect(point(lab)).not.toHaveValue('7');
  const chosen = await point(lab).inputValue();
  await expect(lab.page.locator('#loss strong')).toContainText(`point ${chosen},`);
  await expect.poll(() => said(lab)).not.toBe(before);
});

test('a tap on the chart goes to its step in every mode', async ({ lab, isMobile }) => {
  test.skip(!isMobile, 'a finger needs a touch screen');
  await opened(lab);
  for (const mode of ['parts', 'accuracy', 'point']) {
    await show(lab).selectOption(mode);
    await chart(lab).scrollIntoViewIfNeeded();
    const box = await chart(lab).boundingBox();
    if (!box) throw new Error('it is not on the screen');
    const y = box.y + box.height / 3;
    await lab.page.touchscreen.tap(box.x + 0.5 * box.width, y);
    await expect(lab.page.locator('#to-end')).toBeVisible();
    const step = await lab.steps();
    expect(step).toBeGreaterThan(100);
    expect(step).toBeLessThan(300);
    await lab.page.locator('#to-end').tap();
    await lab.standsAt(400);
  }
});

test('zoom, the log axis, a moving run and a new one go on in every mode', async ({ lab }) => {
  await opened(lab);
  for (const mode of ['parts', 'accuracy', 'point']) {
    await show(lab).selectOption(mode);
    await tools(lab).getByRole('button', { name: 'Zoom in' }).click();
    await expect(tools(lab).locator('.part')).toContainText(/steps \d/);
    await tools(lab).getByLabel('Log scale for steps').check();
    await tools(lab).getByRole('button', { name: 'All' }).click();
    await tools(lab).getByLabel('Log scale for steps').uncheck();
  }
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(600);
  await lab.pause.click();
  await expect(chart(lab)).toHaveAttribute('aria-valuenow', String(await lab.steps()));
  await lab.reset.click();
  await lab.standsAt(0);
  await expect.poll(() => said(lab)).toMatch(/step.0: Linear classifier 0\.3/);
});

test('the table has the values that are drawn', async ({ lab }) => {
  await opened(lab);
  await show(lab).selectOption('accuracy');
  await lab.page.getByRole('button', { name: 'What does the chart show?' }).click();
  const guide = lab.page.locator('#guide');
  await guide.getByText('The values as a table').click();
  const table = guide.locator('table');
  await expect(table.locator('caption')).toHaveText('Accuracy, step by step');
  await expect(table.locator('tbody tr').last()).toContainText('%');
  await expect(guide).toContainText('How many of the points lie in their own class’s region.');
  await expect(guide).not.toContainText('The loss of the linear classifier, step by step.');
  await show(lab).selectOption('parts');
  await expect(table.locator('thead th')).toHaveText([
    'step',
    'data loss',
    'regularization loss',
    'loss, their sum',
  ]);
});

test('the curves are heard when the button is pressed, and not before; pressed again it stops', async ({
  lab,
}) => {
  await silence(lab.page);
  await opened(lab);
  const listen = tools(lab).locator('#listen');
  await expect(listen).toHaveText('Listen');
  expect((await heard(lab.page)).starts).toBe(0);
  await listen.press('Enter');
  await expect(listen).toHaveText('Stop');
  const loss = await heard(lab.page);
  expect(loss.sides).toEqual([-1, 1]);
  for (const tone of loss.tones) expect(tone[0]).toBeGreaterThan(tone.at(-1) as number);
  await listen.press('Enter');
  await expect(listen).toHaveText('Listen');
  expect((await heard(lab.page)).closed).toBe(1);
  await show(lab).selectOption('accuracy');
  await listen.click();
  const [, , , network = []] = (await heard(lab.page)).tones;
  expect(network[0]).toBeLessThan(network.at(-1) as number);
});

test('a browser without sound says so', async ({ lab }) => {
  await lab.page.addInitScript(() => Reflect.deleteProperty(window, 'AudioContext'));
  await opened(lab);
  await tools(lab).locator('#listen').click();
  await expect(tools(lab).getByText('This browser has no sound for pages.')).toBeVisible();
  await expect(tools(lab).locator('#listen')).toHaveText('Listen');
});

for (const lang of ['en', 'zh'] as const)
  test(`every mode fits, has names, and breaks no accessibility rule (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    const { page } = lab;
    await lab.open(`#step=400&lang=${lang}`);
    await page.locator('#chart-more').click();
    const texts = TOOLS[lang];
    const region = page.getByRole('region', { name: texts.tools });
    const sizes = isMobile
      ? [
          [390, 844],
          [320, 568],
        ]
      : [
          [1024, 768],
          [1280, 720],
          [1920, 1080],
        ];
    for (const mode of ['parts', 'accuracy', 'point'] as const) {
      await region.getByRole('combobox', { name: texts.show, exact: true }).selectOption(mode);
      for (const [width = 0, height = 0] of sizes) {
        await page.setViewportSize({ width, height });
        expect(await faultsOfLayout(page), `${mode} at ${width}`).toEqual([]);
      }
      const { violations } = await new AxeBuilder({ page }).include('#loss').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
