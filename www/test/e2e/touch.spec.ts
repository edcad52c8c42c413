/** Fingers: a swipe that begins on a slider scrolls the page, a sideways drag and a tap move the slider. */

import type { Page } from '@playwright/test';
import { Finger, type Spot } from './finger.js';
import { expect, type LabPage, test } from './lab.js';

test.skip(({ isMobile }) => !isMobile, 'a finger needs a touch screen');

/** A spot on a slider, at a share of its length. */
async function spotOn(lab: LabPage, name: string, share: number): Promise<Spot> {
  const slider = lab.slider(name);
  await slider.evaluate(async (range) => {
    range.scrollIntoView({ block: 'center' });
    // The end of that scrolling is told in the next frame.
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  const box = await slider.boundingBox();
  if (!box) throw new Error(`${name} is not on the screen`);
  return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}

const scrolled = (page: Page) => page.evaluate(() => scrollY);
/** How far the page can still be scrolled down. */
const roomBelow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);

/** What resolves, as `ended`, when the page comes to rest after being scrolled: the finger's scrolling goes on without it. */
const nextRest = (page: Page) =>
  page.evaluateHandle(() => ({
    ended: new Promise((resolve) =>
      document.addEventListener('scrollend', () => resolve(null), { once: true }),
    ),
  }));

const NAMES = [
  'Learning rate',
  'Hidden units',
  'Regularization',
  'Noise',
  'Points per class',
  'Classes',
];

test('a swipe up or down that begins on a slider scrolls the page and changes nothing', async ({
  lab,
}) => {
  await lab.open('#step=20');
  await expect.poll(() => lab.linked('step')).toBe('20');
  const finger = await Finger.on(lab.page);
  const [readings, link] = [await lab.readings(), lab.page.url()];
  const entries = await lab.page.evaluate(() => history.length);
  for (const name of NAMES) {
    for (const [share, way] of [
      [0.1, 220],
      [0.95, -220],
    ] as const) {
      const value = await lab.slider(name).inputValue();
      const from = await spotOn(lab, name, share);
      const before = await scrolled(lab.page);
      // At the page's end a finger that goes up has nothing to scroll.
      const scrolls = way > 0 || (await roomBelow(lab.page)) > 1;
      const rest = await nextRest(lab.page);
      await finger.swipe(from, { x: from.x + 12, y: from.y + way });
      if (scrolls) {
        await rest.evaluate(({ ended }) => ended);
        expect(await scrolled(lab.page), `${name} ${way}`).not.toBe(before);
      }
      expect(await lab.slider(name).inputValue()).toBe(value);
    }
  }
  expect(await lab.readings()).toEqual(readings);
  expect(lab.page.url()).toBe(link);
  expect(await lab.page.evaluate(() => history.length)).toBe(entries);
});

test('a swipe over a slider of a run that plays does not start it anew', async ({ lab }) => {
  await lab.open();
  await lab.play.tap();
  await expect.poll(() => lab.steps()).toBeGreaterThan(50);
  const finger = await Finger.on(lab.page);
  const from = await spotOn(lab, 'Hidden units', 0.1);
  const step = await lab.steps();
  await finger.swipe(from, { x: from.x, y: from.y - 200 });
  expect(await lab.steps()).toBeGreaterThanOrEqual(step);
  await expect(lab.slider('Hidden units')).toHaveAttribute('aria-valuetext', '100');
});

test('a sideways drag and a tap move the slider', async ({ lab }) => {
  await lab.open();
  const finger = await Finger.on(lab.page);
  const name = 'Hidden units';
  const from = await spotOn(lab, name, 0.74);
  await finger.swipe(from, { ...from, x: from.x - 150 });
  const dragged = Number(await lab.slider(name).getAttribute('aria-valuetext'));
  expect(dragged).toBeLessThan(50);
  await expect.poll(() => lab.linked('hidden')).toBe(String(dragged));
  await finger.tap(await spotOn(lab, name, 0.95));
  await expect
    .poll(async () => Number(await lab.slider(name).getAttribute('aria-valuetext')))
    .toBeGreaterThan(300);
});

test('a touch that stops the moving page changes nothing', async ({ lab }) => {
  await lab.open();
  const finger = await Finger.on(lab.page);
  const at = await spotOn(lab, 'Hidden units', 0.1);
  // The page moves under the finger.
  await lab.page.evaluate(() => {
    const move = () => {
      scrollBy(0, scrollY % 2 === 0 ? 1 : -1);
      requestAnimationFrame(move);
    };
    move();
  });
  await finger.tap(at);
  await expect(lab.slider('Hidden units')).toHaveAttribute('aria-valuetext', '100');
});
