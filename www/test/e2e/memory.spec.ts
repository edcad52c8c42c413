/** The page with an engine whose memory grows between any two calls shows what it shows with one whose memory stays. */

import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { growBetweenCalls } from '../growing.js';
import { expect, type LabPage, test } from './lab.js';

/** A canvas that has just been laid out is measured in one frame and drawn in the next. */
const frames = (page: Page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });

/** Text and pictures at every stop of a walk through all that shows the engine's numbers. */
async function walk(lab: LabPage): Promise<unknown[]> {
  const { page } = lab;
  const seen: unknown[] = [];
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const look = async () => {
    await frames(page);
    seen.push(await page.locator('#inside').allInnerTexts());
    seen.push(await lab.readings());
    for (const canvas of await page.locator('canvas[id$=-board], #inside canvas').all())
      seen.push(hash(await lab.picture(canvas)));
  };
  const open = async (name: string) => {
    const tab = page.getByRole('tab', { name });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  };
  await lab.open('#hidden=100&classes=4&points=100');
  for (let step = 1; step <= 3; step++) {
    await lab.step.click();
    await lab.standsAt(step);
  }
  await page.locator('#open-inside').click();
  await open('Weights');
  await look();
  await open('One point');
  await look();
  await open('Gradient check');
  await page.getByRole('button', { name: 'Check all' }).click();
  await expect(page.locator('#inside-check progress')).toHaveJSProperty('value', 704);
  await look();
  await page.locator('#close-inside').click();
  await lab.step.click();
  await lab.standsAt(4);
  const chart = page.locator('#chart');
  await chart.focus();
  for (const [step, key] of ['Home', 'ArrowUp', 'ArrowUp'].entries()) {
    await page.keyboard.press(key);
    await expect(chart).toHaveAttribute('aria-valuenow', String(step));
    seen.push(await chart.getAttribute('aria-valuetext'));
  }
  return seen;
}

test('memory that grows between any two calls changes nothing that is seen', async ({
  lab,
  page,
}) => {
  const steady = await walk(lab);
  await page.addInitScript(growBetweenCalls);
  await page.goto('about:blank');
  const growing = await walk(lab);
  expect(growing.length).toBe(steady.length);
  expect(growing).toEqual(steady);
});
