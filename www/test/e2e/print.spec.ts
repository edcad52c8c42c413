/** The page on paper: one sheet, whatever is shown, with a code that leads back to the run. */

import { expect, type LabPage, test } from './lab.js';
import { scanned } from './scanned.js';

/** A4 and Letter less 12 mm on every side, in CSS pixels. */
const PAPERS = [
  { width: 703, height: 1032 },
  { width: 725, height: 965 },
];

const sheet = (lab: LabPage) => lab.page.locator('#printed');

/** Opens a run, and what hands it on. */
async function share(lab: LabPage, hash: string): Promise<void> {
  await lab.open(hash);
  await lab.page.locator('#share').click();
  await expect(lab.page.locator('dialog.share')).toBeVisible();
}

/** How many sheets of each paper a printer puts out. */
async function sheets(lab: LabPage): Promise<number[]> {
  const counts: number[] = [];
  for (const format of ['A4', 'Letter']) {
    const pdf = await lab.page.pdf({ format });
    counts.push(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0);
  }
  return counts;
}

/** Shows what is printed, as the browser lays it out for paper. */
async function lookAtPaper({ page }: LabPage, paper = PAPERS[0]): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  if (paper) await page.setViewportSize(paper);
}

/** The colour of a canvas's corner. */
const corner = (canvas: HTMLCanvasElement) => [
  ...(canvas.getContext('2d')?.getImageData(1, 1, 1, 1).data ?? []),
];

test('Print puts out one sheet with the run’s numbers, settings, link and code', async ({
  lab,
  isMobile,
}) => {
  const { page } = lab;
  await page.addInitScript(() => {
    window.print = () => Object.assign(window, { printed: true });
  });
  await share(lab, '#display=dark&seed=3&rate=0.7&step=40&changes=20:rate=0.3');
  await page.locator('dialog.share').getByRole('button', { name: 'Print…' }).click();
  expect(await page.evaluate('window.printed')).toBe(true);
  expect(await sheets(lab)).toEqual([1, 1]);
  const shown = await lab.output('check').textContent();
  const [loss, accuracy] = [
    await lab.output('network-loss').textContent(),
    await lab.output('network-accuracy').textContent(),
  ];
  await lookAtPaper(lab);
  await expect(sheet(lab)).toContainText(/Step\s40/);
  await expect(sheet(lab)).toContainText(`Check code ${shown}`);
  for (const number of [loss, accuracy]) await expect(sheet(lab)).toContainText(number ?? '?');
  await expect(sheet(lab)).toContainText(/Seed\s3 · .*Learning\srate\s0\.7/);
  await expect(sheet(lab)).toContainText('20:rate=0.3');
  const link = page.url();
  await expect(sheet(lab)).toContainText(link);
  // What a phone is emulated to show of a part of the page is not that part.
  if (!isMobile)
    expect(await scanned(page, await sheet(lab).locator('svg').screenshot())).toBe(link);
  await expect(page.locator('#page')).toBeHidden();
  // The page is dark, the paper is white, and its pictures are those of a light page at three times the size.
  const boards = sheet(lab).locator('.boards canvas');
  await expect(boards).toHaveCount(2);
  await expect(sheet(lab).locator('canvas')).toHaveCount(3);
  const [red = 0, green = 0, blue = 0] = await boards.first().evaluate(corner);
  expect(red + green + blue).toBeGreaterThan(3 * 128);
  expect(
    await boards
      .first()
      .evaluate(({ width, clientWidth }: HTMLCanvasElement) => width / clientWidth),
  ).toBeGreaterThan(2);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(sheet(lab)).toHaveCount(0);
  await page.emulateMedia({ media: null });
  expect(await page.locator('html').getAttribute('data-display')).toBe('dark');
});

test('a task, held-out points and a long link stay on one sheet in Chinese', async ({ lab }) => {
  const question = '到第一千步能分对百分之几的点，为什么？'.repeat(4);
  const said = [
    `ask=${encodeURIComponent(encodeURIComponent(question))}`,
    `handin=${encodeURIComponent('王小明')}`,
    'answer=60',
  ];
  const changes = Array.from({ length: 30 }, (_, i) => `${i + 1}:rate=${1 + i / 1000}`).join(';');
  await share(lab, `#lang=zh&test=0.5&step=40&changes=${changes}&${said.join('&')}`);
  expect(await sheets(lab)).toEqual([1, 1]);
  for (const paper of PAPERS) {
    await lookAtPaper(lab, paper);
    for (const words of [question, '王小明', '测试损失', '中途的改动'])
      await expect(sheet(lab)).toContainText(words);
    const { height, over } = await sheet(lab).evaluate((element) => ({
      height: element.getBoundingClientRect().height,
      over: element.scrollWidth - element.clientWidth,
    }));
    expect(height).toBeLessThanOrEqual(paper.height);
    expect(over).toBe(0);
  }
});

test('before anything else was opened the page prints on one sheet, without what is pressed', async ({
  lab,
}) => {
  await lab.open('#step=40');
  expect(await sheets(lab)).toEqual([1, 1]);
  await lookAtPaper(lab);
  const { page } = lab;
  for (const id of ['play', 'reset', 'share', 'open-points', 'new-data'])
    await expect(page.locator(`#${id}`)).toBeHidden();
  for (const id of ['linear-board', 'network-board', 'chart', 'network-loss', 'check', 'seed'])
    await expect(page.locator(`#${id}`)).toBeVisible();
  // Its link stands there as text.
  const written = await page
    .locator('#page')
    .evaluate((element) => getComputedStyle(element, '::after').content);
  expect(written).toBe(JSON.stringify(page.url()));
});

test('who goes to the browser’s own menu prints the whole sheet, with no request unless the pointer leaves the page', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a finger does not leave the page');
  const { page } = lab;
  await lab.open('#step=5');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.mouse.move(400, 300);
  await page.mouse.move(400, 100);
  expect(asked).toEqual([]);
  await page.locator('html').dispatchEvent('mouseleave');
  await page.waitForFunction(() => {
    dispatchEvent(new Event('beforeprint'));
    return document.querySelector('#printed svg') !== null;
  });
});

test('what a teacher hides is not printed either', async ({ lab }) => {
  await share(lab, '#step=40&hide=network,chart');
  await lookAtPaper(lab);
  await expect(sheet(lab).locator('canvas')).toHaveCount(1);
});

test('the keys that print put the whole sheet on paper, also where nothing was opened before', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no keyboard');
  const { page } = lab;
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      const printed = document.querySelector('#printed svg') !== null;
      dispatchEvent(new Event('afterprint'));
      Object.assign(window, { printed });
    };
  });
  await lab.open('#step=5');
  await page.keyboard.press('ControlOrMeta+p');
  await page.waitForFunction(() => 'printed' in window);
  expect(await page.evaluate('printed')).toBe(true);
});
