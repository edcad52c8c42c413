/** Canvases in every display: they take their colours and sizes from the page. */

import type { Page } from '@playwright/test';
import { type Colour, colours, contrast, distance, luminance } from './colours.js';
import { expect, type LabPage, test } from './lab.js';

/** As the page's display setting does. */
async function display(page: Page, name: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.display = name;
  }, name);
}

/** The boards' regions, which are their most frequent colours. */
async function regions(lab: LabPage): Promise<Colour[]> {
  const found = await colours(lab.board('Linear classifier'));
  return found.slice(0, 3).map(({ colour }) => colour);
}

for (const name of ['light', 'dark', 'projector']) {
  test(`in the ${name} display pictures are told apart and words can be read`, async ({ lab }) => {
    await lab.open('#step=200');
    await display(lab.page, name);
    const dark = name === 'dark';
    await expect
      .poll(async () => (await regions(lab)).every((colour) => luminance(colour) < 0.2))
      .toBe(dark);
    const found = await regions(lab);
    for (const [i, colour] of found.entries())
      for (const other of found.slice(i + 1)) expect(distance(colour, other)).toBeGreaterThan(25);
    const [ground, ...others] = await colours(lab.page.locator('#chart'));
    expect(luminance((ground as { colour: Colour }).colour) < 0.2).toBe(dark);
    const best = Math.max(
      ...others.map(({ colour }) => contrast(colour, (ground as { colour: Colour }).colour)),
    );
    expect(best).toBeGreaterThan(4.5);
  });
}

test('the projector has thicker curves, larger points and stronger regions', async ({ lab }) => {
  await lab.open('#step=200');
  /** Pixels of the first class's colour on a board, and of the network's curve on the chart. */
  const amounts = async () => {
    const accent = await lab.page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
    );
    const curve = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16)) as Colour;
    const count = (found: { colour: Colour; count: number }[], wanted: Colour) =>
      found.find(({ colour }) => distance(colour, wanted) < 2)?.count ?? 0;
    const ofPoints = count(await colours(lab.board('Linear classifier')), [0, 114, 178]);
    const ofCurve = count(await colours(lab.page.locator('#chart')), curve);
    const strength = Math.max(
      ...(await regions(lab)).map((colour) => Math.max(...colour) - Math.min(...colour)),
    );
    return { ofPoints, ofCurve, strength };
  };
  const before = await amounts();
  await display(lab.page, 'projector');
  await expect.poll(async () => (await amounts()).ofCurve / before.ofCurve).toBeGreaterThan(1.5);
  const after = await amounts();
  expect(after.ofPoints / before.ofPoints).toBeGreaterThan(1.2);
  expect(after.strength).toBeGreaterThan(1.2 * before.strength);
});

test('a box to tick is as large as its word, on the projector too', async ({ lab }) => {
  await lab.open();
  for (const name of ['light', 'projector']) {
    await display(lab.page, name);
    const sizes = await lab.page.locator('#soft-row').evaluate((label) => ({
      text: Number.parseFloat(getComputedStyle(label).fontSize),
      box: label.querySelector('input')?.getBoundingClientRect().height ?? 0,
    }));
    expect(sizes.box).toBeGreaterThan(0.8 * sizes.text);
  }
});

test('words on the chart grow with the page’s text, at once and without a resize', async ({
  lab,
}) => {
  await lab.open('#step=200');
  const chart = lab.page.locator('#chart');
  const before = await lab.picture(chart);
  await lab.page.evaluate(() => {
    document.documentElement.style.fontSize = '30px';
  });
  await expect.poll(() => lab.picture(chart)).not.toBe(before);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`with forced ${scheme} colours the chart can be read and swatches stay`, async ({ lab }) => {
    await lab.page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await lab.open('#step=200');
    const [ground, ...others] = await colours(lab.page.locator('#chart'));
    const { colour } = ground as { colour: Colour };
    const readable = others.filter((other) => contrast(other.colour, colour) > 4.5);
    expect(readable.length).toBeGreaterThan(1);
    // Two curves of two colours.
    expect(
      readable.some(
        (other) => distance(other.colour, (readable[0] as { colour: Colour }).colour) > 60,
      ),
    ).toBe(true);
    const swatches = await lab.page
      .locator('#loss .key')
      .evaluateAll((keys) => keys.map((key) => getComputedStyle(key, '::before').backgroundColor));
    expect(new Set(swatches).size).toBe(2);
    const page = await lab.page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    for (const swatch of swatches) expect(swatch).not.toBe(page);
  });
}
