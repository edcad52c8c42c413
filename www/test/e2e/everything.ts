/** All that opens on request, opened one after the other, as where there is no server it could come from. */

import { expect, type FrameLocator, type Page } from '@playwright/test';

/** Where the page is: in a window, or in a frame of another page. */
export type Place = Page | FrameLocator;

const button = (place: Place, name: string) => place.getByRole('button', { name, exact: true });

/** The losses that stand under the boards, once the run is at a step. */
export async function lossesAt(place: Place, step: number): Promise<string[]> {
  await expect(place.locator('output#step')).toHaveText(String(step), { timeout: 30_000 });
  return place.locator('#linear-loss, #network-loss').allTextContents();
}

/** Plays, opens every part, and ends in Chinese. */
export async function openEverything(place: Place): Promise<void> {
  const step = place.locator('output#step');
  const before = Number(await step.textContent());
  await button(place, 'Play').click();
  await expect.poll(async () => Number(await step.textContent())).toBeGreaterThan(before);
  await button(place, 'Pause').click();

  await button(place, 'Look inside').click();
  await expect(place.locator('#inside svg').first()).toBeVisible();
  await place.getByRole('tab', { name: 'Gradient check' }).click();
  await expect(place.locator('#inside-check')).toContainText(/\d\.\d/);
  await button(place, 'Look inside').click();

  await button(place, 'Lesson').click();
  await expect(place.locator('#lesson math').first()).toBeVisible();
  await button(place, 'Lesson').click();

  await button(place, 'Share').click();
  await expect(place.locator('dialog[open] .link-part input')).toBeVisible();
  const parts = [
    '.files-part img',
    '.hand-in input',
    '.task-part textarea',
    '.collect textarea',
    '.teach-part summary',
  ];
  const tabs = place.locator('dialog[open] [role=tab]');
  await expect(tabs).toHaveCount(parts.length + 1);
  for (const [i, part] of parts.entries()) {
    await tabs.nth(i + 1).click();
    await expect(place.locator(`dialog[open] ${part}`).first()).toBeVisible();
  }
  await tabs.first().click();
  await place.locator('dialog[open]').getByRole('button', { name: 'Close' }).click();

  await button(place, 'Points').click();
  await expect(place.locator('#points-panel')).toBeVisible();
  await button(place, '中文').click();
  await expect(place.locator('h1')).toHaveText('螺旋实验室');
}
