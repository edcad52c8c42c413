/** What is drawn piece by piece while a run moves is in the end what would be drawn at once. */

import type { Locator } from '@playwright/test';

import { expect, type LabPage, test } from './lab.js';

/** How far a channel of a picture in small may be off: the browser itself smooths edges a little otherwise when it has been
 * asked for a canvas's pixels before. A curve, a region or a point that is missing is worth a hundred. */
const SMOOTHING = 24;

/** Red, green, blue and alpha of a canvas, one pixel for nine. */
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

function pictures(lab: LabPage): Promise<number[][]> {
  const places = [
    lab.board('Linear classifier'),
    lab.board('Neural network'),
    lab.page.locator('#chart'),
  ];
  return Promise.all(places.map(inSmall));
}

/** How far two rows of pictures are apart: for each the greatest difference of a channel. */
function apart(some: number[][], others: number[][]): number[] {
  return some.map((picture, i) =>
    picture.reduce(
      (most, channel, at) => Math.max(most, Math.abs(channel - (others[i]?.[at] ?? 999))),
      0,
    ),
  );
}

const same = (some: number[][], others: number[][]) =>
  apart(some, others).every((most) => most <= SMOOTHING);

test('a run that was watched looks like one that was opened at its step', async ({ lab }) => {
  await lab.open('#hidden=20');
  await lab.page.locator('#speed').selectOption({ label: '1,000 steps/s' });
  await lab.play.click();
  // Long enough for the linear classifier to come to rest and the chart to change its axis more than once.
  await expect.poll(() => lab.steps(), { timeout: 30_000 }).toBeGreaterThan(1200);
  await lab.pause.click();
  await expect(lab.play).toBeVisible();
  const step = await lab.steps();
  // The address is written in the frame that draws the run as it stands.
  await expect.poll(() => lab.linked('step')).toBe(String(step));
  const watched = await pictures(lab);
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
