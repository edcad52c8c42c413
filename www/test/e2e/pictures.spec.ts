/** What is drawn piece by piece while a run moves is in the end what would be drawn at once. */

import type { Locator } from '@playwright/test';

import { expect, type LabPage, test } from './lab.js';

/** How far two pictures of the same may be apart, in steps of colour or in pixels: the browser itself smooths edges a little
 * otherwise when it has been asked for a canvas's pixels before. What is missing or doubled is worth a hundred. */
const SMOOTHING = 24;

/** Red, green, blue and alpha of a board, one pixel for nine. */
function inSmall(place: Locator): Promise<number[]> {
  return place.evaluate((canvas: HTMLCanvasElement) => {
    const small = document.createElement('canvas');
    small.width = canvas.width / 3;
    small.height = canvas.height / 3;
    const context = small.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(canvas, 0, 0, small.width, small.height);
    return Array.from(context.getImageData(0, 0, small.width, small.height).data);
  });
}

/** How many pixels of each column of the chart have the network's colour all to themselves: its curve without the text, whose
 * letters the browser does not always set to the same pixel. */
function curve(place: Locator): Promise<number[]> {
  return place.evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const { data } = context.getImageData(0, 0, width, height);
    const isCurve = (at: number) =>
      data[at] === 59 && data[at + 1] === 47 && data[at + 2] === 166 && data[at + 3] === 255;
    return Array.from({ length: width }, (_, x) => {
      let count = 0;
      for (let y = 0; y < height; y++) if (isCurve(4 * (y * width + x))) count += 1;
      return count;
    });
  });
}

function pictures(lab: LabPage): Promise<number[][]> {
  return Promise.all([
    inSmall(lab.board('Linear classifier')),
    inSmall(lab.board('Neural network')),
    curve(lab.page.locator('#chart')),
  ]);
}

/** Whether no number of the pictures is far from its fellow. */
function same(some: number[][], others: number[][]): boolean {
  return some.every((picture, i) =>
    picture.every((number, at) => Math.abs(number - (others[i]?.[at] ?? 999)) <= SMOOTHING),
  );
}

test('a run that was watched looks like one that was opened at its step', async ({ lab }) => {
  await lab.open('#hidden=20');
  await lab.page.locator('#speed').selectOption({ label: '1,000 steps/s' });
  await lab.play.click();
  // Long enough for the linear classifier to come to rest and the chart to change its axis more than once.
  await expect.poll(() => lab.steps(), { timeout: 30_000 }).toBeGreaterThan(1200);
  expect(
    await lab.page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    ),
  ).toBe(true);
  await lab.pause.click();
  await expect(lab.play).toBeVisible();
  const step = await lab.steps();
  // The address is written in the frame that draws the run as it stands.
  await expect.poll(() => lab.linked('step')).toBe(String(step));
  const watched = await pictures(lab);
  expect(watched[2]?.filter((pixels) => pixels > 0).length).toBeGreaterThan(100);
  await lab.page.reload();
  await lab.standsAt(step);
  await expect.poll(async () => same(await pictures(lab), watched)).toBe(true);
});

test('a board keeps its points and lines when it is drawn over what was there', async ({ lab }) => {
  await lab.open('#hidden=20&step=300');
  const before = await pictures(lab);
  const shade = lab.page.getByLabel('Shade by probability');
  await shade.check();
  await expect.poll(async () => same(await pictures(lab), before)).toBe(false);
  await shade.uncheck();
  await expect.poll(async () => same(await pictures(lab), before)).toBe(true);
});
