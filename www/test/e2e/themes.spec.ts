/** Canvases in every display: they take their colours and sizes from the page. */

import type { Locator, Page } from '@playwright/test';
import { expect, type LabPage, test } from './lab.js';

type Colour = [red: number, green: number, blue: number];

/** As the page's display setting does. */
async function display(page: Page, name: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.display = name;
  }, name);
}

/** How often each colour stands on a canvas, the most frequent first; what is transparent shows the page's ground. */
function colours(canvas: Locator): Promise<{ colour: Colour; count: number }[]> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const whole = document.createElement('canvas');
    whole.width = width;
    whole.height = height;
    const context = whole.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    context.fillRect(0, 0, width, height);
    context.drawImage(element, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const key = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 40)
      .map(([key, count]) => ({
        colour: [key >> 16, (key >> 8) & 255, key & 255] as Colour,
        count,
      }));
  });
}

/** Relative luminance and contrast as WCAG defines them. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const distance = (a: Colour, b: Colour) =>
  Math.hypot(...a.map((channel, i) => channel - (b[i] ?? 0)));

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
