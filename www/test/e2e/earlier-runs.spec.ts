/** Earlier runs beside the one that goes on are read as numbers, heard, and drawn in every mode: by mouse, by keyboard, by finger. */

import AxeBuilder from '@axe-core/playwright';
import { GUIDES } from '../../i18n/guide.js';
import { noteDrawing, wordsOnChart } from './drawn-words.js';
import { faultsOfLayout } from './geometry.js';
import { expect, type LabPage, test } from './lab.js';
import { heard, silence } from './silence.js';

const tools = (lab: LabPage) => lab.page.locator('#chart-tools');
const ghosts = (lab: LabPage) => tools(lab).locator('.ghosts li');
const chart = (lab: LabPage) => lab.page.locator('#chart');
const values = (lab: LabPage) => lab.page.locator('#earlier-values');
const key = (lab: LabPage) => lab.page.locator('#run-key');
const entries = (lab: LabPage) => values(lab).locator(':scope > span');

async function set(lab: LabPage, name: string, value: string): Promise<void> {
  const box = lab.page.locator(`[data-slider=${name}] .number`);
  await box.fill(value);
  await box.press('Enter');
  await lab.standsAt(0);
}

/** Leaves runs of so many steps, each with other hidden units; the one that goes on has come as far. What the readouts had at
 * the end of each is handed back. */
async function leaveRuns(lab: LabPage, steps: readonly number[]): Promise<(string | null)[]> {
  await lab.page.locator('#chart-more').click();
  await expect(tools(lab)).toBeVisible();
  const losses: (string | null)[] = [];
  for (const [i, end] of steps.entries()) {
    await lab.goTo(end);
    losses.push(await lab.output('network-loss').textContent());
    await set(lab, 'hidden', String(i + 2));
  }
  await expect(ghosts(lab)).toHaveCount(steps.length);
  await lab.goTo(Math.max(...steps));
  return losses;
}

/** A loss as the values under the axis have it. */
const short = (loss: string | null | undefined) => Number(loss).toPrecision(4);

/** The place of a share of the chart's width. */
async function placeAt(lab: LabPage, share: number): Promise<[number, number]> {
  await chart(lab).scrollIntoViewIfNeeded();
  const box = await chart(lab).boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return [box.x + share * box.width, box.y + box.height / 3];
}

test('keys and the mouse read every earlier run by its letter, as long as it was', async ({
  lab,
  isMobile,
}) => {
  await lab.open();
  const [first, second] = await leaveRuns(lab, [40, 60]);
  await expect(values(lab)).toBeHidden();
  await chart(lab).press('End');
  await expect(entries(lab)).toHaveCount(1);
  await expect(entries(lab)).toContainText(`B`);
  await expect(entries(lab).locator('.network')).toHaveText(short(second));
  for (const _ of [1, 2]) await chart(lab).press('Shift+ArrowLeft');
  await lab.standsAt(40);
  await expect(entries(lab)).toHaveCount(2);
  await expect(entries(lab).first().locator('b')).toHaveText('A');
  await expect(entries(lab).first().locator('.network')).toHaveText(short(first));
  // Who reads by ear has them as what describes the slider.
  await expect(chart(lab)).toHaveAccessibleDescription(new RegExp(`A [\\d.]+ ${short(first)}`));
  if (isMobile) return;
  await chart(lab).blur();
  await expect(values(lab)).toBeHidden();
  await lab.page.mouse.move(...(await placeAt(lab, 0.3)));
  await expect(entries(lab)).toHaveCount(2);
  await lab.page.mouse.move(0, 0);
  await expect(values(lab)).toBeHidden();
});

test('a finger that drags along the chart reads them', async ({ lab, isMobile }) => {
  test.skip(!isMobile, 'a finger needs a touch screen');
  await lab.open();
  await leaveRuns(lab, [40, 60]);
  const [x, y] = await placeAt(lab, 0.3);
  const finger = await lab.page.context().newCDPSession(lab.page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number[] = []) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.length > 0 ? [{ x: at[0] ?? 0, y: at[1] ?? 0 }] : [],
    });
  await touch('touchStart', [x, y]);
  await touch('touchMove', [x + 12, y]);
  await touch('touchMove', [x + 24, y]);
  await expect(entries(lab)).toHaveCount(2);
  await touch('touchEnd');
  await expect(values(lab)).toBeHidden();
});

for (const mode of ['loss', 'accuracy', 'parts', 'point'] as const)
  test(`earlier runs are drawn, read and in the table: ${mode}`, async ({ lab }) => {
    await lab.open();
    await leaveRuns(lab, [40, 60]);
    await tools(lab).locator('#chart-show').selectOption(mode);
    await chart(lab).press('Home');
    await lab.standsAt(0);
    await expect(entries(lab)).toHaveCount(2);
    await expect(entries(lab).first()).toContainText(mode === 'accuracy' ? '%' : /[01]\.\d{3}/);
    await chart(lab).press('End');
    await lab.standsAt(60);
    await lab.page.getByRole('button', { name: 'What does the chart show?' }).click();
    const guide = lab.page.locator('#guide');
    await expect(guide).toContainText(GUIDES.en.ghosts);
    await guide.getByText(GUIDES.en.table).click();
    const heads = guide.locator('thead th');
    await expect(heads).toHaveCount(mode === 'parts' ? 1 + 3 * 3 : 1 + 3 * 2);
    await expect(heads.nth(mode === 'parts' ? 4 : 3)).toHaveText(/^A Hidden units 100: /);
    await expect(guide.locator('tbody tr').last().locator('td')).toContainText(
      mode === 'parts'
        ? Array(3).fill(/\d/).concat(Array(3).fill('–'), Array(3).fill(/\d/))
        : [/\d/, /\d/, '–', '–', /\d/, /\d/],
    );
    const { violations } = await new AxeBuilder({ page: lab.page }).include('#guide').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await guide.press('Escape');
    await lab.page.locator('#log-steps').focus();
    const both = await lab.picture(chart(lab));
    await ghosts(lab).first().getByRole('button', { name: 'Remove this curve' }).press('Enter');
    await expect(ghosts(lab)).toHaveCount(1);
    await lab.page.locator('#log-steps').focus();
    await expect.poll(() => lab.picture(chart(lab))).not.toBe(both);
  });

test('a run with other points says in the list that it has no curve of this one', async ({
  lab,
}) => {
  await lab.open();
  await leaveRuns(lab, [40]);
  await lab.newData.click();
  await lab.standsAt(0);
  await lab.goTo(20);
  const note = ghosts(lab).first().getByText('It has other points');
  await expect(note).toBeHidden();
  await tools(lab).locator('#chart-show').selectOption('point');
  await expect(note).toBeVisible();
  await expect(ghosts(lab).first().getByRole('textbox')).toHaveAccessibleDescription(
    /It has other points/,
  );
  await tools(lab).locator('#chart-show').selectOption('accuracy');
  await expect(note).toBeHidden();
});

test('an earlier run is heard by the button of its row, and named', async ({ lab, isMobile }) => {
  await silence(lab.page);
  await lab.open();
  await leaveRuns(lab, [40, 60]);
  const listen = ghosts(lab).nth(1).getByRole('button', { name: 'Listen to B' });
  if (isMobile) await listen.tap();
  else await listen.press('Enter');
  const stop = ghosts(lab).nth(1).getByRole('button', { name: 'Stop B' });
  await expect(stop).toHaveText('■');
  await expect(tools(lab).locator('[aria-live]')).toHaveText('B Hidden units 2');
  await expect(tools(lab).locator('#listen')).toHaveText('Listen');
  const { sides, tones } = await heard(lab.page);
  expect(sides).toEqual([-1, 1]);
  for (const tone of tones) expect(tone[0]).toBeGreaterThan(tone.at(-1) as number);
  // One at a time.
  await tools(lab).locator('#listen').click();
  await expect(tools(lab).locator('#listen')).toHaveText('Stop');
  await expect(listen).toHaveText('♪');
  expect((await heard(lab.page)).closed).toBe(1);
});

interface Size {
  size: readonly [width: number, height: number];
  hash: string;
}

const DESKTOP: readonly Size[] = [
  { size: [1280, 720], hash: '' },
  { size: [1920, 1080], hash: '&display=projector' },
  { size: [1024, 768], hash: '' },
];
const PHONE: readonly Size[] = [{ size: [390, 844], hash: '' }];

for (const lang of ['en', 'zh'] as const)
  test(`eight earlier runs leave the chart its room, and their values cover no curve (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    test.slow();
    const { page } = lab;
    for (const { size, hash } of isMobile ? PHONE : DESKTOP) {
      await page.setViewportSize({ width: size[0], height: size[1] });
      await page.goto('about:blank');
      await lab.open(`#lang=${lang}${hash}`);
      await leaveRuns(lab, [20, 30, 30, 30, 30, 30, 30, 30]);
      await chart(lab).press('PageDown');
      await lab.standsAt(0);
      await expect(entries(lab)).toHaveCount(8);
      const faults = await page.evaluate(() => {
        const box = (selector: string) =>
          (document.querySelector(selector) as HTMLElement).getBoundingClientRect();
        const [chart, values, cursor, end] = [
          '#chart',
          '#earlier-values',
          '#cursor',
          '#to-end',
        ].map(box);
        if (!chart || !values || !cursor || !end) throw new Error('all are on the page');
        const text = document.querySelector('#earlier-values') as HTMLElement;
        const size = Number.parseFloat(getComputedStyle(text).fontSize);
        return {
          // The numbers of the axis may be covered, and the strip of marks; the curves are higher.
          overCurves: values.top < cursor.bottom - 1.2 * size && values.bottom > cursor.top,
          outside: values.right > chart.right + 0.5 || values.bottom > chart.bottom + 0.5,
          overEnd: values.right > end.left && values.top < end.bottom && values.bottom > end.top,
          cut: text.scrollWidth > text.clientWidth + 0.5,
          low: chart.height < 125,
        };
      });
      expect(faults, `${size}${hash}`).toEqual({
        overCurves: false,
        outside: false,
        overEnd: false,
        cut: false,
        low: false,
      });
      expect(await faultsOfLayout(page, '#inside, #cursor, #earlier-values')).toEqual([]);
      const missing = await tools(lab)
        .locator('.until select')
        .evaluate((list) => {
          const free = list.cloneNode(true) as HTMLElement;
          free.style.width = 'auto';
          list.after(free);
          const more = free.offsetWidth - (list as HTMLElement).offsetWidth;
          free.remove();
          return more;
        });
      if (!isMobile) expect(missing, 'the goals are cut off').toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).include('#loss').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });

test('with the key to areas the caption of a small window is one line', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has more lines');
  await lab.page.setViewportSize({ width: 1024, height: 768 });
  await lab.open();
  await leaveRuns(lab, [20]);
  await tools(lab).locator('#chart-show').selectOption('parts');
  await expect(lab.page.locator('#loss .areas')).toBeVisible();
  const [undo, more] = [
    await lab.page.locator('#undo').boundingBox(),
    await lab.page.locator('#chart-more').boundingBox(),
  ];
  expect(more?.y).toBeLessThan((undo?.y ?? 0) + (undo?.height ?? 0));
});

test('what is read near the left edge stays in its box', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'a finger does not hover');
  await lab.open('#step=400');
  await lab.page.mouse.move(...(await placeAt(lab, 0.13)));
  const tooltip = lab.page.locator('#tooltip');
  await expect(tooltip).toBeVisible();
  expect(await tooltip.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
});

for (const lang of ['en', 'zh'] as const)
  test(`on a phone with the lesson a run that is left pushes no axis behind the bars (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    test.skip(!isMobile, 'only a phone has bars at the bottom');
    const { page } = lab;
    await lab.open(`#lang=${lang}`);
    await page.locator('#lesson-button').tap();
    await expect(page.locator('#lesson h2')).toBeVisible();
    await page.locator('#chart-more').tap();
    await expect(tools(lab)).toBeVisible();
    const beyond = () =>
      page.evaluate(() => {
        const bar = document.querySelector('#lesson nav')?.getBoundingClientRect();
        const chart = document.querySelector('#chart')?.getBoundingClientRect();
        return (chart?.bottom ?? 0) - (bar?.top ?? 0);
      });
    await expect.poll(beyond).toBeLessThanOrEqual(0);
    await page.locator('#step-button').tap();
    await lab.standsAt(1);
    await page.locator('#reset').tap();
    await expect(ghosts(lab)).toHaveCount(1);
    await expect.poll(beyond).toBeLessThanOrEqual(0);
  });

for (const lang of ['en', 'zh'] as const)
  test(`beside the lesson in a small window the caption is one line (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone has the lesson below');
    const { page } = lab;
    await page.setViewportSize({ width: 1024, height: 768 });
    await lab.open(`#lang=${lang}`);
    await page.locator('#lesson-button').click();
    await expect(page.locator('#lesson h2')).toBeVisible();
    await leaveRuns(lab, [20, 30, 30]);
    const [undo, more] = [
      await page.locator('#undo').boundingBox(),
      await page.locator('#chart-more').boundingBox(),
    ];
    expect(more?.y).toBeLessThan((undo?.y ?? 0) + (undo?.height ?? 0));
    expect((await chart(lab).boundingBox())?.height).toBeGreaterThan(100);
  });

for (const lang of ['en', 'zh'] as const)
  test(`a few earlier runs are told apart without the list, and nothing strikes the words in the chart (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    const { page } = lab;
    await noteDrawing(page);
    if (!isMobile) await page.setViewportSize({ width: 1280, height: 720 });
    await lab.open(`#lang=${lang}&display=projector&rate=0.1`);
    await lab.goTo(1000);
    const high = (await chart(lab).boundingBox())?.height ?? 0;
    const chance = lang === 'en' ? 'guessing' : '随机猜测';
    for (const rate of ['1', '10']) {
      await page.locator('#reset').click();
      await lab.standsAt(0);
      await set(lab, 'rate', rate);
      await lab.goTo(1000);
      await expect(key(lab).locator('b').last()).toHaveText(rate === '1' ? 'A' : 'B');
      const drawn = await wordsOnChart(page, chance);
      expect(drawn.all.join()).toMatch(/A/);
      expect(drawn.struck).toEqual([]);
    }
    await expect(key(lab).locator('span')).toHaveText(
      lang === 'en'
        ? ['A rate 0.1', 'B rate 1', 'now rate 10']
        : ['A 学习率 0.1', 'B 学习率 1', '现在学习率 10'],
    );
    const { cut, size, lines } = await key(lab).evaluate((place) => ({
      cut: [...place.children].some((each) => each.scrollWidth > each.clientWidth + 0.5),
      size: Number.parseFloat(getComputedStyle(place).fontSize),
      lines: new Set([...place.children].map((each) => each.getBoundingClientRect().top)).size,
    }));
    expect([cut, lines]).toEqual([false, 1]);
    // The boards have made room for it: it would take 27 pixels.
    expect((await chart(lab).boundingBox())?.height).toBeGreaterThan(high - 8);
    if (!isMobile) {
      expect(size / 720).toBeGreaterThan(0.013);
      expect(await faultsOfLayout(page, '#inside')).toEqual([]);
    }
    // Where their list is open it says the same, with names that can be given.
    await page.locator('#chart-more').click();
    await expect(ghosts(lab)).toHaveCount(2);
    await expect(key(lab)).toBeHidden();
    await ghosts(lab).first().getByRole('textbox').fill('slow');
    await page.keyboard.press('Enter');
    await page.locator('#chart-more').click();
    await expect(key(lab).locator('span').first()).toHaveText('A slow');
  });

test('the list has the losses of earlier runs on points that are held out', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#test=0.5&reg=0');
  await lab.goTo(100);
  const linear = await lab.output('linear-test-loss').textContent();
  const network = await lab.output('network-test-loss').textContent();
  await lab.reset.click();
  await lab.standsAt(0);
  await set(lab, 'reg', '0.1');
  await page.locator('#chart-more').click();
  await expect(ghosts(lab).locator('small')).toHaveText(
    `test loss at step 100: linear ${linear}, network ${network}`,
  );
});
