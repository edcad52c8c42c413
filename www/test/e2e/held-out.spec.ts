/** Runs whose points are not all alike: some held out, some with a wrong label, other sets, moved off the centre. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { dictionary, LANGUAGES, loadLanguage } from '../../i18n/index.js';
import { faultsOfLayout } from './geometry.js';
import { expect, test } from './lab.js';

const MOONS = '#data=moons&test=0.3&wrong=0.1&step=300';

const TEST_READOUTS = [
  'linear-test-loss',
  'linear-test-accuracy',
  'network-test-loss',
  'network-test-accuracy',
];

test('points that are held out have their numbers under the boards, and the others say whose theirs are', async ({
  lab,
}) => {
  await lab.open(MOONS);
  for (const id of ['linear-test-loss', 'network-test-loss'])
    await expect(lab.output(id)).toHaveText(/^\d\.\d{6}$/);
  for (const id of ['linear-test-accuracy', 'network-test-accuracy'])
    await expect(lab.output(id)).toHaveText(/^\d+\.\d %$/);
  await expect(lab.page.getByLabel('test loss')).toHaveCount(2);
  await expect(lab.page.getByLabel('training accuracy')).toHaveCount(2);
  await expect(lab.page.locator('#spoken')).toContainText('On the points that are held out');
  const words = await lab.board('Linear classifier').getAttribute('aria-description');
  expect(words).toContain('60 points are held out');
  expect(words).toContain('have a wrong label');
});

test('nothing is told of a test where nothing is held out', async ({ lab }) => {
  await lab.open('#test=0.5&step=20');
  await expect(lab.output('network-test-loss')).toBeVisible();
  await lab.page.evaluate(() => {
    location.hash = '#step=20&seed=3';
  });
  for (const id of TEST_READOUTS) await expect(lab.output(id)).toBeHidden();
  await expect(lab.page.locator('.key.test')).toBeHidden();
  await expect(lab.page.locator('label:has(#linear-accuracy)')).toHaveText(/^accuracy/);
  await expect(lab.page.locator('#spoken')).not.toContainText('held out');
});

test('a board shows points that are held out hollow, and wrong labels by a dot', async ({
  lab,
}) => {
  const pictures: string[] = [];
  for (const link of ['#step=0', '#step=0&test=0.5', '#step=0&wrong=0.5']) {
    await lab.page.goto('about:blank');
    await lab.page.goto(link);
    await lab.standsAt(0);
    await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
    if (link.includes('test')) await expect(lab.output('linear-test-loss')).toBeVisible();
    pictures.push(await lab.picture(lab.page.locator('#linear-board')));
  }
  expect(new Set(pictures).size).toBe(3);
});

test('the chart tells the test losses, and Ctrl and an arrow go to the least of them', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no such keys');
  await lab.open(MOONS);
  const chart = lab.page.locator('#chart');
  await expect(chart).toHaveAttribute('aria-valuetext', /Neural network, test \d\.\d{6}/);
  const best = lab.page.locator('#marks .best.network');
  await expect(best).toHaveCount(1);
  await chart.focus();
  await lab.page.keyboard.press('Control+ArrowLeft');
  await expect(chart).toHaveAttribute('aria-valuetext', /Neural network: the least test loss/);
  await expect(lab.page.locator('#tooltip')).toContainText('the least test loss');
});

test('the accuracies of both kinds of points are told where the chart shows accuracy', async ({
  lab,
}) => {
  await lab.open(`${MOONS}&lang=en`);
  await lab.page.locator('#chart-more').click();
  await lab.page.locator('#chart-show').selectOption('accuracy');
  const chart = lab.page.locator('#chart');
  await expect(chart).toHaveAttribute('aria-valuetext', /Neural network, test \d+\.\d\s%/);
  await expect(lab.page.locator('.key.test')).toBeVisible();
  await lab.page.locator('#chart-show').selectOption('parts');
  await expect(lab.page.locator('.key.test')).toBeHidden();
});

test('the look inside says what a point has to do with training, and which class is truly its own', async ({
  lab,
}) => {
  await lab.open(`${MOONS}&test=0.5&wrong=0.5`.replace('test=0.3&wrong=0.1&', ''));
  await lab.page.locator('#open-inside').click();
  await lab.page.locator('[role=tab][data-tab=point]').click();
  const panel = lab.page.locator('#inside-point');
  const note = panel.locator('.shown-without');
  const facts = panel.locator('.facts');
  const seen = { held: 0, trained: 0, wrong: 0, right: 0 };
  for (let i = 0; i < 16; i++) {
    await panel.locator('input').first().fill(String(i));
    await panel.locator('input').first().press('Enter');
    await expect(facts).toContainText('of 200');
    if ((await note.isVisible()) && (await note.textContent())?.includes('held out'))
      seen.held += 1;
    else seen.trained += 1;
    if ((await facts.textContent())?.includes('wrong label')) seen.wrong += 1;
    else seen.right += 1;
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1);
  await expect(panel).toContainText('100 points that are trained on');
});

for (const link of [
  '#data=iris&step=50',
  '#shift=5&step=20',
  '#data=blobs&classes=6&points=1000&step=5',
]) {
  test(`the page stands with ${link}, and a press on a board chooses a point`, async ({ lab }) => {
    await lab.open(link);
    await lab.page.locator('#network-board').click({ position: { x: 60, y: 60 } });
    await expect(lab.page.locator('#inside-point .facts')).toBeVisible();
    expect(await faultsOfLayout(lab.page)).toEqual([]);
  });
}

/** Whether test numbers are at least as large as the words above them, and whether both training numbers stand in one line: of
 * boards as wide as they are, and as narrow as they become. */
function sizesOf(page: Page): Promise<boolean[][]> {
  return page.evaluate(() =>
    ['', '12rem'].map((width) => {
      const figure = document.querySelector('#boards figure') as HTMLElement;
      figure.style.width = width;
      const part = (id: string) => document.getElementById(id) as HTMLElement;
      const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
      const words = sizeOf(part('linear-loss').closest('label') as Element);
      const [loss, accuracy] = ['linear-loss', 'linear-accuracy'].map(
        (id) => part(id).getBoundingClientRect().top,
      );
      const result = [sizeOf(part('linear-test-loss')) >= words, loss === accuracy];
      figure.style.width = '';
      return result;
    }),
  );
}
const LARGE = [
  [true, true],
  [true, true],
];

for (const lang of LANGUAGES) {
  test(`nothing lies over anything, with lesson and projector, and no barrier is found: ${lang}`, async ({
    lab,
    isMobile,
  }) => {
    await loadLanguage(lang);
    const sizes = isMobile
      ? [[390, 844] as const, [320, 640] as const]
      : [[1280, 720] as const, [1920, 1080] as const, [1024, 768] as const];
    const faults: string[] = [];
    for (const [width, height] of sizes) {
      await lab.page.setViewportSize({ width, height });
      for (const more of ['', '&display=projector', '&lesson=2']) {
        await lab.page.goto('about:blank');
        await lab.page.goto(`${MOONS}&lang=${lang}${more}`);
        await expect(lab.page.locator('html')).toHaveAttribute('lang', /./);
        if (more !== '&lesson=2') await expect(lab.output('network-test-loss')).toBeVisible();
        await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
        const found = await faultsOfLayout(lab.page);
        faults.push(...found.map((fault) => `${width}×${height} ${more} ${fault}`));
        if (more.includes('projector') && !isMobile)
          expect(await sizesOf(lab.page), `${width}×${height}`).toEqual(LARGE);
      }
    }
    expect(faults).toEqual([]);
    await lab.page.goto('about:blank');
    // Where there is room for the title; the display that was chosen last is kept.
    if (!isMobile) await lab.page.setViewportSize({ width: 1280, height: 720 });
    await lab.page.goto(`${MOONS}&lang=${lang}&display=light`);
    await expect(lab.output('network-test-loss')).toBeVisible();
    await lab.page.getByRole('button', { name: dictionary(lang).explainBoards }).click();
    await expect(lab.page.locator('#guide')).toBeVisible();
    const { violations } = await new AxeBuilder({ page: lab.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
}
