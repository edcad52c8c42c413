/** The look inside, used as in class: opened, read, pointed at, switched, nudged, checked, and stepped through slowly. */

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { insideTexts } from '../../i18n/inside.js';
import { formatNumber } from '../../inside/numbers.js';
import { askEngine, serveEngine } from './engine.js';
import { expect, type LabPage, test } from './lab.js';

const en = insideTexts('en');
const TABS = ['Weights', 'One point', 'Gradient check'] as const;
type Tab = (typeof TABS)[number];

const panel = (page: Page) => page.locator('#inside');
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const rows = (page: Page) => panel(page).locator('tbody tr');
const button = (page: Page, name: string) =>
  panel(page).getByRole('button', { name, exact: true }).locator('visible=true');

async function lookInside(lab: LabPage, name: Tab = 'Weights', hash = '#step=30'): Promise<Page> {
  const { page } = lab;
  await lab.open(hash);
  await page.getByRole('button', { name: 'Look inside' }).click();
  await tab(page, name).click();
  await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
  return page;
}

/** Waits until a board shows a picture, or another; says no more than that, for a picture is long. */
async function expectPicture(lab: LabPage, board: Locator, picture: string, same: boolean) {
  await expect.poll(async () => (await lab.picture(board)) === picture).toBe(same);
}

/** A box that is left with Enter. */
async function type(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await box.press('Enter');
}

const numbersOf = (row: Locator, kind: 'value' | 'slope') =>
  row.locator(`button:not([hidden]) .${kind}`).allTextContents();

test('opens and closes, where it was left', async ({ lab }) => {
  const page = await lookInside(lab, 'One point');
  const open = page.getByRole('button', { name: 'Look inside' });
  await expect(open).toHaveAttribute('aria-expanded', 'true');
  await button(page, 'Close').click();
  await expect(panel(page)).toBeHidden();
  await expect(open).toBeFocused();
  await expect(open).toHaveAttribute('aria-expanded', 'false');
  await open.click();
  await expect(tab(page, 'One point')).toHaveAttribute('aria-selected', 'true');
  await open.click();
  await expect(panel(page)).toBeHidden();
});

test.describe('the weights', () => {
  test('are the engine’s, with every bias, of the network', async ({ lab }) => {
    await serveEngine(lab.page);
    const page = await lookInside(lab, 'Weights', '#step=70&hidden=8&classes=4&points=20');
    const settings = {
      seed: 0,
      points: 20,
      classes: 4,
      noise: 0.2,
      hidden: 8,
      rate: 1,
      reg: 0.001,
    };
    const { network } = await askEngine(page, settings, 70);
    const [first, second] = network;
    await panel(page).getByLabel('Order').selectOption('number');
    // The rows follow at the next frame.
    for (let unit = 0; unit < 6; unit++)
      await expect(rows(page).nth(unit).locator('th')).toHaveText(String(unit));
    const seen: string[][] = [];
    const slopes: string[][] = [];
    for (let sheet = 0; sheet < 2; sheet++) {
      for (const row of await rows(page).all()) {
        seen.push([await row.locator('th').innerText(), ...(await numbersOf(row, 'value'))]);
        slopes.push(await numbersOf(row, 'slope'));
      }
      await button(page, 'Next page').click();
      await expect(panel(page).locator('.count')).toContainText('7–8 of 8 hidden units');
    }
    const k = [0, 1, 2, 3];
    const at = (numbers: number[] | undefined, i: number) =>
      formatNumber(numbers?.[i] ?? Number.NaN);
    const b2 = ['b2', ...k.map((c) => at(second?.biases, c))];
    const unit = (j: number) => [
      String(j),
      ...[at(first?.weights, j), at(first?.weights, 8 + j), at(first?.biases, j)],
      ...k.map((c) => at(second?.weights, 4 * j + c)),
    ];
    expect(seen).toEqual([...[0, 1, 2, 3, 4, 5].map(unit), b2, unit(6), unit(7), b2]);
    const slope = (j: number) => [
      ...[at(first?.weightSlopes, j), at(first?.weightSlopes, 8 + j), at(first?.biasSlopes, j)],
      ...k.map((c) => at(second?.weightSlopes, 4 * j + c)),
    ];
    expect(slopes[0]).toEqual(slope(0));
    expect(slopes[8]).toEqual(slope(7));
    expect(slopes[9]).toEqual(k.map((c) => at(second?.biasSlopes, c)));
  });

  test('are the engine’s, with every bias, of the linear classifier', async ({ lab }) => {
    await serveEngine(lab.page);
    const page = await lookInside(lab, 'Weights', '#step=70&classes=6');
    await panel(page).getByLabel('linear').check();
    const settings = {
      seed: 0,
      points: 100,
      classes: 6,
      noise: 0.2,
      hidden: 100,
      rate: 1,
      reg: 0.001,
    };
    const { linear } = await askEngine(page, settings, 70);
    const { weights = [], biases = [] } = linear[0] ?? {};
    await expect(rows(page)).toHaveCount(6);
    for (const [k, row] of (await rows(page).all()).entries()) {
      const numbers = [weights[k], weights[6 + k], biases[k]].map((each) =>
        formatNumber(each ?? 0),
      );
      expect(await numbersOf(row, 'value')).toEqual(numbers);
    }
    await expect(panel(page).locator('.pages')).toBeHidden();
  });

  test('can be paged, ordered, and searched by number', async ({ lab }) => {
    const page = await lookInside(lab);
    const units = async () => (await rows(page).locator('th').allInnerTexts()).slice(0, -1);
    const count = panel(page).locator('.count');
    await expect(count).toContainText('1–6 of 100 hidden units');
    await button(page, 'Previous page').click();
    await expect(count).toContainText('1–6 of 100 hidden units');
    await panel(page).getByLabel('Order').selectOption('number');
    await expect.poll(units).toEqual(['0', '1', '2', '3', '4', '5']);
    const search = panel(page).getByLabel('Number of the hidden unit');
    await search.fill('41');
    await expect.poll(units).toEqual(['36', '37', '38', '39', '40', '41']);
    await button(page, 'Next page').click();
    await expect.poll(units).toEqual(['42', '43', '44', '45', '46', '47']);
    for (const bad of ['100', '1.5', 'abc', '-1']) {
      await type(search, bad);
      await expect(lab.notices).toContainText(en.noSuchUnit(bad, 99));
      expect(await units()).toEqual(['42', '43', '44', '45', '46', '47']);
    }
    await search.fill('99');
    await expect.poll(units).toEqual(['96', '97', '98', '99']);
    await expect(lab.notices).toBeEmpty();
  });

  test('keep each unit in its row while the run moves', async ({ lab }) => {
    const page = await lookInside(lab);
    const names = () => rows(page).locator('th').allInnerTexts();
    const before = await names();
    await lab.play.click();
    const seen = new Set<string>();
    await expect
      .poll(async () => {
        seen.add((await names()).join());
        return lab.steps();
      })
      .toBeGreaterThan(1000);
    expect([...seen]).toEqual([before.join()]);
    await lab.pause.click();
    await expect.poll(async () => (await names()).join()).not.toBe(before.join());
  });

  test('of a unit that is pointed at or has the focus light its fold up on the board', async ({
    lab,
    isMobile,
  }) => {
    const page = await lookInside(lab, 'Weights', '#step=200');
    const board = lab.board('Neural network');
    const plain = await lab.picture(board);
    const row = rows(page).first();
    if (!isMobile) {
      await row.hover();
      await expectPicture(lab, board, plain, false);
      await page.mouse.move(5, 5);
      await expectPicture(lab, board, plain, true);
    }
    await row.locator('button').first().focus();
    await expectPicture(lab, board, plain, false);
    const first = await lab.picture(board);
    await rows(page).nth(1).locator('button').first().focus();
    await expectPicture(lab, board, first, false);
    await panel(page).getByLabel('Order').focus();
    await expectPicture(lab, board, plain, true);
    await panel(page).getByLabel('All folds on the board').check();
    await expectPicture(lab, board, plain, false);
  });

  test('of the linear classifier have their class lines on its board', async ({ lab }) => {
    const page = await lookInside(lab);
    const board = lab.board('Linear classifier');
    const plain = await lab.picture(board);
    await panel(page).getByLabel('linear').check();
    await expectPicture(lab, board, plain, false);
  });
});

test.describe('a hidden unit', () => {
  const off = (page: Page) => rows(page).first().getByRole('checkbox');

  test('that is off changes picture, loss and accuracy, but not training', async ({ lab }) => {
    await lab.open('#step=201');
    const trained = await lab.readings();
    const page = await lookInside(lab, 'Weights', '#step=200');
    const before = await lab.readings();
    const picture = await lab.picture(lab.board('Neural network'));
    await off(page).uncheck();
    await expect(panel(page).locator('.off-units')).toBeVisible();
    await expect.poll(lab.readings.bind(lab)).not.toEqual(before);
    await expectPicture(lab, lab.board('Neural network'), picture, false);
    await lab.step.click();
    await lab.standsAt(201);
    await button(page, 'All on').click();
    await expect.poll(lab.readings.bind(lab)).toEqual(trained);
    await expect(panel(page).locator('.off-units')).toBeHidden();
    await expect(lab.notices).toBeEmpty();
  });

  test('can be left out for good, and taken back', async ({ lab }) => {
    const page = await lookInside(lab, 'Weights', '#step=200');
    const before = await lab.readings();
    await off(page).uncheck();
    await expect.poll(lab.readings.bind(lab)).not.toEqual(before);
    const without = await lab.readings();
    await button(page, 'Train without them').click();
    await expect.poll(() => lab.linked('changes')).toContain('200:');
    expect(await lab.readings()).toEqual(without);
    await tab(page, 'Gradient check').click();
    await button(page, 'Undo').click();
    await expect.poll(lab.readings.bind(lab)).toEqual(before);
    await expect(lab.notices).toBeEmpty();
  });
});

test.describe('one point', () => {
  const number = (page: Page) => panel(page).getByRole('textbox', { name: 'Point' });

  test('is the one nearest to where a board is pressed', async ({ lab }) => {
    await lab.open('#step=20');
    const board = lab.board('Linear classifier');
    const side = async () => (await board.boundingBox())?.width ?? 0;
    // The first point of every arm is the origin; the first of them has number 0.
    await board.click({ position: { x: (await side()) / 2, y: (await side()) / 2 } });
    await expect(number(lab.page)).toHaveValue('0');
    await expect(panel(lab.page)).toContainText('class 0, x = 0.0000, y = 0.0000');
    await expect(panel(lab.page).getByLabel('linear')).toBeChecked();
    const first = await lab.picture(board);
    // The boards are smaller beside the look inside.
    const position = { x: 0.9 * (await side()), y: 0.6 * (await side()) };
    await lab.board('Neural network').click({ position });
    await expect(number(lab.page)).not.toHaveValue('0');
    await expect(panel(lab.page).getByLabel('network')).toBeChecked();
    await expectPicture(lab, board, first, false);
  });

  test('can be typed by number, and gone through one by one', async ({ lab }) => {
    const page = await lookInside(lab, 'One point');
    await type(number(page), '299');
    await expect(panel(page)).toContainText('of 300, class 2');
    await button(page, 'Next point').click();
    await expect(number(page)).toHaveValue('0');
    await button(page, 'Previous point').click();
    await expect(number(page)).toHaveValue('299');
    await expect(panel(page).locator('.workings li')).toHaveCount(21);
  });

  test('is followed through any hidden unit', async ({ lab }) => {
    const page = await lookInside(lab, 'One point', '#step=100');
    const unit = panel(page).getByRole('textbox', { name: 'by hidden unit' });
    const strongest = await unit.inputValue();
    const board = lab.board('Neural network');
    const plain = await lab.picture(board);
    await type(unit, '41');
    await expect(panel(page).locator('.of-hiddenLayer .numbers').first()).toHaveText(/^a\[41\] = /);
    await expect(panel(page).locator('.of-hiddenWeights .numbers').first()).toHaveText(
      /^dW1\[0, 41\]/,
    );
    await expectPicture(lab, board, plain, false);
    for (const bad of ['100', '-1', 'x']) {
      await type(unit, bad);
      await expect(lab.notices).toContainText(en.noSuchUnit(bad, 99));
      await expect(unit).toHaveValue('41');
    }
    await type(unit, '');
    await expect(unit).toHaveValue(strongest);
    await expect(lab.notices).toBeEmpty();
    await panel(page).getByLabel('linear').check();
    await expect(unit).toBeHidden();
  });

  test('that does not exist gets a sentence and changes nothing', async ({ lab }) => {
    const page = await lookInside(lab, 'One point');
    const workings = await panel(page).locator('.workings').innerText();
    for (const bad of ['300', '-1', '1.5', 'abc', '']) {
      await type(number(page), bad);
      await expect(lab.notices).toContainText(en.noSuchPoint(bad, 299));
      await expect(number(page)).toHaveValue('150');
    }
    expect(await panel(page).locator('.workings').innerText()).toBe(workings);
    await type(number(page), '7');
    await expect(lab.notices).toBeEmpty();
  });
});

test.describe('slow motion', () => {
  const current = (page: Page) => panel(page).locator('#phases [aria-current=step]');
  const NAMES = ['Forward', 'Softmax', 'Loss', 'Gradients', 'Update'];

  test('goes from phase to phase, by button and by key, and comes to the step', async ({ lab }) => {
    await lab.open('#step=31');
    const stepped = await lab.readings();
    const page = await lookInside(lab, 'One point');
    const before = await lab.readings();
    for (const [i, name] of NAMES.entries()) {
      if (i % 2 === 0) await button(page, 'Next phase').click();
      else await page.keyboard.press('p');
      await expect(current(page)).toHaveText(name);
      if (i < 4) expect(await lab.readings()).toEqual(before);
      if (i < 4) await expect(panel(page).locator('.working.lit').first()).toBeInViewport();
    }
    await lab.standsAt(31);
    expect(await lab.readings()).toEqual(stepped);
    await lab.step.click();
    await expect(current(page)).toHaveCount(0);
  });

  test('runs by itself, one phase a second, until Play', async ({ lab }) => {
    await lab.page.clock.install();
    const page = await lookInside(lab, 'One point');
    await panel(page).getByLabel('1 phase/s').check();
    for (const name of [...NAMES, 'Forward']) {
      await expect(current(page)).toHaveText(name);
      await page.clock.runFor(1000);
    }
    await lab.standsAt(31);
    await panel(page).getByLabel('1 phase/s').uncheck();
    await lab.play.click();
    await page.clock.runFor(50);
    await expect(current(page)).toHaveCount(0);
  });

  test('opens the look inside by key', async ({ lab }) => {
    await lab.open();
    await lab.page.keyboard.press('P');
    await expect(current(lab.page)).toHaveText('Forward');
  });
});

test.describe('the gradient check', () => {
  const detail = (page: Page, name: string) => panel(page).locator(`.check .${name}`);
  const number = async (place: Locator) => Number((await place.innerText()).replaceAll('−', '-'));

  test('shows both slopes and how they differ', async ({ lab }) => {
    const page = await lookInside(lab, 'Weights', '#step=100');
    await rows(page).first().locator('button').nth(1).click();
    await expect(tab(page, 'Gradient check')).toHaveAttribute('aria-selected', 'true');
    await expect(panel(page).locator('.title')).toHaveText(/^W1\[1, \d+\]$/);
    for (const [typed, epsilon] of [
      ['0,001', 1e-3],
      ['1e-4', 1e-4],
    ] as const) {
      await type(panel(page).getByLabel('ε', { exact: true }), typed);
      await expect(panel(page).getByLabel('ε', { exact: true })).toHaveValue(String(epsilon));
      const [above, below, numeric, analytic, error] = (await Promise.all(
        ['above', 'below', 'numeric', 'analytic', 'error'].map((name) =>
          number(detail(page, name)),
        ),
      )) as [number, number, number, number, number];
      expect(Math.abs((above - below) / (2 * epsilon) - numeric)).toBeLessThan(1e-12 / epsilon);
      const apart = Math.abs(numeric - analytic) / Math.max(Math.abs(numeric), Math.abs(analytic));
      expect(Math.abs(apart - error)).toBeLessThan(0.01 * error + 1e-8);
      expect(error).toBeLessThan(0.05);
    }
  });

  test('with an ε that cannot be gets a sentence and changes nothing', async ({ lab }) => {
    const page = await lookInside(lab, 'Gradient check');
    const epsilon = panel(page).getByLabel('ε', { exact: true });
    const before = await panel(page).locator('.check').innerText();
    for (const bad of ['0', 'abc', '2', '', '-0.1']) {
      await type(epsilon, bad);
      await expect(lab.notices).toContainText(en.badEpsilon(bad));
      await expect(epsilon).toHaveValue('0.00001');
    }
    expect(await panel(page).locator('.check').innerText()).toBe(before);
    await type(epsilon, '0.01');
    await expect(lab.notices).toBeEmpty();
  });

  test('can be typed into while training runs', async ({ lab }) => {
    const page = await lookInside(lab, 'Gradient check');
    await lab.play.click();
    const epsilon = panel(page).getByLabel('ε', { exact: true });
    await epsilon.fill('');
    const from = await lab.steps();
    await expect.poll(() => lab.steps()).toBeGreaterThan(from + 300);
    await expect(epsilon).toHaveValue('');
    await expect(lab.notices).toBeEmpty();
    await lab.pause.click();
  });

  test('of all parameters comes to an end and says that they agree, and which is nearest to not', async ({
    lab,
  }) => {
    const page = await lookInside(lab, 'Gradient check', '#step=100&hidden=20');
    await button(page, 'Check all').click();
    const result = panel(page).locator('.all-result');
    await expect(result).toContainText(/^All 1[12]\d agree\./);
    const name = /disagreeing: (\w+\[[^\]]*\])/.exec(await result.innerText())?.[1] ?? '';
    await button(page, 'Show it').click();
    await expect(panel(page).locator('.title')).toHaveText(name);
    await panel(page).getByLabel('linear').check();
    await expect(result).toBeEmpty();
  });

  test('where the loss is no number says so, in every frame, and the page goes on', async ({
    lab,
  }) => {
    const page = await lookInside(lab, 'Weights', '#hidden=1&reg=0');
    await rows(page).first().locator('button').nth(2).click();
    await expect(panel(page).locator('.title')).toHaveText('b1[0]');
    await type(panel(page).getByRole('textbox', { name: 'Value' }), '1e307');
    await expect.poll(() => lab.linked('changes')).toBe('0:b1[0]=1e307');
    await page.getByRole('tab', { name: 'Weights' }).click();
    await rows(page).first().locator('button').nth(3).click();
    await expect(panel(page).locator('.title')).toHaveText('W2[0, 0]');
    await type(panel(page).getByLabel('ε', { exact: true }), '1');
    const verdict = panel(page).locator('.verdict');
    const noSlope = { code: 'lossNotFiniteBeside', epsilon: 1 } as const;
    await expect(verdict).toHaveText(en.engineRefuses(noSlope));
    await expect(panel(page).locator('.numeric')).toHaveText('–');
    // The gradient by the chain rule needs no second loss: it is that of the table.
    const known = await number(detail(page, 'analytic'));
    expect(Number.isFinite(known)).toBe(true);
    await tab(page, 'Weights').click();
    const [, , , inTable] = await numbersOf(rows(page).first(), 'slope');
    expect(formatNumber(known)).toBe(inTable);
    await tab(page, 'Gradient check').click();
    await button(page, 'Check all').click();
    const result = panel(page).locator('.all-result');
    await expect(result).toHaveText(en.checkStopped(en.engineRefuses(noSlope)));
    await expect(button(page, 'Show it')).toBeHidden();
    await page.getByRole('button', { name: '中文' }).click();
    await expect(verdict).toHaveText(insideTexts('zh').engineRefuses(noSlope));
    await type(panel(page).getByLabel('ε', { exact: true }), '1e-5');
    await expect(panel(page).locator('.numeric')).not.toHaveText('–');
  });

  test('goes on with what is left when units go', async ({ lab }) => {
    const page = await lookInside(lab, 'Weights', '#step=10');
    await panel(page).getByLabel('Number of the hidden unit').fill('99');
    await rows(page).filter({ hasText: '99' }).first().locator('button').first().click();
    await expect(panel(page).locator('.title')).toHaveText(/\[0, 9\d\]/);
    const hidden = page.getByRole('textbox', { name: 'Hidden units: type a number' });
    await type(hidden, '3');
    await lab.standsAt(0);
    await expect(panel(page).locator('.title')).toHaveText('W1[0, 0]');
    await expect(lab.notices).toBeEmpty();
  });
});

test.describe('a nudge', () => {
  const value = (page: Page) => panel(page).getByRole('textbox', { name: 'Value' });

  test('by typing and by hand is followed by boards and losses, undone, redone and reset', async ({
    lab,
  }) => {
    await lab.open();
    const start = await lab.readings();
    const page = await lookInside(lab, 'Gradient check', '#step=100');
    const before = await lab.readings();
    const picture = await lab.picture(lab.board('Neural network'));
    const from = await value(page).inputValue();
    await type(value(page), '−1,5');
    await expect(value(page)).toHaveValue('-1.5');
    await expect(value(page)).not.toBeFocused();
    await expect.poll(lab.readings.bind(lab)).not.toEqual(before);
    await expectPicture(lab, lab.board('Neural network'), picture, false);
    const nudged = await lab.readings();
    await button(page, 'A little more').click();
    await expect(value(page)).toHaveValue('-1.35');
    await button(page, 'A little less').click();
    await expect(value(page)).toHaveValue(/^-1\.485/);
    for (let i = 0; i < 3; i++) await button(page, 'Undo').click();
    await expect(value(page)).toHaveValue(from);
    expect(await lab.readings()).toEqual(before);
    await expect(lab.notices).toBeEmpty();
    await button(page, 'Redo').click();
    await expect(value(page)).toHaveValue('-1.5');
    expect(await lab.readings()).toEqual(nudged);
    await lab.reset.click();
    await lab.standsAt(0);
    expect(await lab.readings()).toEqual(start);
    // The start anew can be taken back, too, with all that was done before it.
    await button(page, 'Undo').click();
    await lab.standsAt(100);
    expect(await lab.readings()).toEqual(nudged);
  });

  test('that cannot be gets a sentence and changes nothing', async ({ lab }) => {
    const page = await lookInside(lab, 'Gradient check', '#step=100');
    const before = await lab.readings();
    const from = await value(page).inputValue();
    for (const bad of ['abc', '', '1e999']) {
      await type(value(page), bad);
      await expect(lab.notices).toContainText(en.badValue('W1[0, 0]', bad));
      await expect(value(page)).toHaveValue(from);
    }
    await type(value(page), '1e300');
    await expect(lab.notices).toContainText(en.engineRefuses({ code: 'lossNotFinite' }));
    await expect(value(page)).toHaveValue(from);
    expect(await lab.readings()).toEqual(before);
    await page.getByRole('button', { name: '中文' }).click();
    await expect(lab.notices).toContainText(
      insideTexts('zh').engineRefuses({ code: 'lossNotFinite' }),
    );
  });

  test('is in the link, which leads to the same numbers', async ({ lab }) => {
    const page = await lookInside(lab, 'Gradient check', '#step=100');
    await button(page, 'A little more').click();
    await expect.poll(() => lab.linked('changes')).toMatch(/^100:W1\[0,0\]=/);
    await button(page, 'Undo').click();
    await expect.poll(() => lab.linked('changes')).toBeNull();
    await button(page, 'Redo').click();
    await expect.poll(() => lab.linked('changes')).not.toBeNull();
    await expect.poll(() => lab.linked('step')).toBe('100');
    await page.locator('#step-button').click();
    await expect.poll(() => lab.linked('step')).toBe('101');
    const readings = await lab.readings();
    await page.reload();
    await expect.poll(lab.readings.bind(lab)).toEqual(readings);
  });
});

for (const lang of ['en', 'zh'] as const) {
  test(`axe finds nothing in the look inside (${lang})`, async ({ lab, isMobile }) => {
    test.skip(isMobile !== (lang === 'zh'), 'each language is searched in one of the two windows');
    test.slow();
    const texts = insideTexts(lang);
    const { page } = lab;
    await lab.open(`#step=50&lang=${lang}`);
    await page.getByRole('button', { name: texts.inside, exact: true }).click();
    for (const name of [texts.tabNetwork, texts.tabPoint, texts.tabCheck]) {
      await tab(page, name).click();
      for (const of of [texts.insideLinear, texts.insideNetwork]) {
        await panel(page).getByLabel(of, { exact: true }).check();
        const { violations } = await new AxeBuilder({ page }).include('#inside').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
    }
  });
}

test('is reached by keyboard alone', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard');
  const { page } = lab;
  await lab.open('#step=30');
  await page.getByRole('button', { name: 'Look inside' }).press('Enter');
  await tab(page, 'Weights').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'One point')).toBeFocused();
  await expect(tab(page, 'One point')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(tab(page, 'Gradient check')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Weights')).toBeFocused();
  await lab.standsAt(30);

  // From the tab on, Tab comes by everything that can be pressed or typed in, in the order of the page.
  const wanted = panel(page).locator('button, input, select').locator('visible=true');
  const reached = new Set<string>();
  for (let i = 0; i < 90; i++) {
    reached.add(
      await page.evaluate(() => {
        const all = [...document.querySelectorAll('#inside :is(button, input, select)')];
        return String(all.indexOf(document.activeElement as Element));
      }),
    );
    await page.keyboard.press('Tab');
  }
  reached.delete('-1');
  // Of a tab list and of radio buttons Tab reaches the chosen one; arrows reach the others.
  expect(reached.size).toBe((await wanted.count()) - 2 - 1);

  await rows(page).first().locator('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Gradient check')).toHaveAttribute('aria-selected', 'true');
  await tab(page, 'Gradient check').focus();
  await page.keyboard.press('ArrowLeft');
  await panel(page).getByRole('textbox', { name: 'Point' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('of 300, class 0');
});

test.describe('the layout', () => {
  const PLACES = [
    '#boards',
    '#loss',
    '#transport',
    '#soft-row',
    '#controls .group:not(.second)',
    '#inside',
  ];

  /** Pairs of places that overlap, and places that are not all in the window. */
  function faults(page: Page, places: string[]) {
    return page.evaluate((selectors) => {
      const boxes = selectors.map((selector) => ({
        selector,
        box: (document.querySelector(selector) as Element).getBoundingClientRect(),
      }));
      const outside = boxes.filter(
        ({ box }) =>
          box.top < 0 || box.left < 0 || box.right > innerWidth || box.bottom > innerHeight,
      );
      const overlapping = boxes.flatMap(({ selector, box: a }, i) =>
        boxes
          .slice(i + 1)
          .filter(({ box: b }) => {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            return across > 0.5 && down > 0.5;
          })
          .map((other) => `${selector} over ${other.selector}`),
      );
      return [...outside.map(({ selector }) => `${selector} outside`), ...overlapping];
    }, places);
  }

  const overflow = (page: Page) =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });

  for (const hash of ['#step=30', '#step=30&classes=6&hidden=512', '#step=30&lang=zh']) {
    test(`fits beside the boards, and keeps to the width of a phone (${hash})`, async ({
      lab,
      isMobile,
    }) => {
      const { page } = lab;
      await lab.open(hash);
      await page.locator('#open-inside').click();
      for (const name of ['network', 'point', 'check']) {
        await page.locator(`#tab-${name}`).click();
        if (name === 'network') await rows(page).first().getByRole('checkbox').uncheck();
        if (name === 'check') await type(panel(page).locator('.epsilon'), '2');
        const [across, down] = await overflow(page);
        expect(across, name).toBe(0);
        if (isMobile) continue;
        expect(down, name).toBe(0);
        expect(await faults(page, PLACES), name).toEqual([]);
      }
      await expect(lab.notices.locator('p')).toHaveCount(2);
    });
  }

  test('has a table of six classes that needs no scrolling beside the boards', async ({
    lab,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone scrolls it');
    const page = await lookInside(lab, 'Weights', '#step=300&classes=6&hidden=512');
    const { scrollWidth, clientWidth } = await panel(page)
      .locator('#inside-network')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  test('has targets for a thumb on a phone', async ({ lab, isMobile }) => {
    test.skip(!isMobile, 'a mouse is finer');
    const page = await lookInside(lab);
    for (const name of TABS) {
      await tab(page, name).click();
      const low = await panel(page)
        .locator('button')
        .evaluateAll((buttons) =>
          buttons
            .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 36)
            .map((each) => each.outerHTML),
        );
      expect(low, name).toEqual([]);
    }
  });
});

test('the language switches while it is open, and changes nothing else', async ({ lab }) => {
  const page = await lookInside(lab, 'One point');
  const numbers = (await panel(page).locator('.numbers').allInnerTexts()).filter((t) =>
    /= .*=/.test(t),
  );
  await page.getByRole('button', { name: '中文' }).click();
  const zh = insideTexts('zh');
  await expect(tab(page, zh.tabPoint)).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page)).toContainText(zh.sharesSum);
  const after = (await panel(page).locator('.numbers').allInnerTexts()).filter((t) =>
    /= .*=/.test(t),
  );
  expect(after.length).toBe(numbers.length);
  await lab.standsAt(30);
  for (const name of [zh.tabNetwork, zh.tabCheck]) await tab(page, name).click();
  await expect(panel(page)).toContainText(zh.relativeError);
});
