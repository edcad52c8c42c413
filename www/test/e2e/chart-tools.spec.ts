/** The chart's tools: a log axis for the steps, and a part of the run instead of all of it; by mouse, by finger, by keyboard. */

import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { TOOLS } from '../../i18n/chart-tools.js';
import { faultsOfLayout } from './geometry.js';
import { expect, type LabPage, test } from './lab.js';

const more = (lab: LabPage) => lab.page.getByRole('button', { name: 'More', exact: true });
const tools = (lab: LabPage) => lab.page.getByRole('region', { name: 'Tools of the chart' });
const tool = (lab: LabPage, name: string) => tools(lab).getByRole('button', { name, exact: true });
const part = (lab: LabPage) => tools(lab).getByRole('status');
const logSteps = (lab: LabPage) => tools(lab).getByLabel('Log scale for steps');
const chart = (lab: LabPage) => lab.slider('Loss, step by step');

async function boxOf(
  element: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return box;
}

/** The step that the chart tells at a share of its width; a mouse stands there, or a finger has just been there. */
async function stepAt(lab: LabPage, share: number): Promise<number> {
  await chart(lab).evaluate((canvas, share) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const at = { clientX: left + share * width, clientY: top + height / 2, bubbles: true };
    canvas.dispatchEvent(new PointerEvent('pointermove', at));
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, share);
  const text = (await lab.page.locator('#tooltip').textContent()) ?? '';
  return Number(/\d+/.exec(text)?.[0]);
}

/** At the middle of the chart and near its ends. */
const places = async (lab: LabPage) => [
  await stepAt(lab, 0.2),
  await stepAt(lab, 0.5),
  await stepAt(lab, 0.9),
];

async function opened(lab: LabPage, hash = '#step=1000'): Promise<void> {
  await lab.open(hash);
  await more(lab).click();
  await expect(tools(lab)).toBeVisible();
}

test('the tools open and close with their button, and nothing of them is there before', async ({
  lab,
}) => {
  await lab.open('#step=1000');
  await expect(more(lab)).toHaveAttribute('aria-expanded', 'false');
  await expect(lab.page.locator('#chart-tools')).toHaveCount(0);
  await more(lab).press('Enter');
  await expect(tools(lab)).toBeVisible();
  await expect(more(lab)).toHaveAttribute('aria-expanded', 'true');
  await expect(lab.page.locator('#log-scale')).toBeVisible();
  await lab.page.keyboard.press('Tab');
  await lab.page.keyboard.press('Tab');
  await expect(lab.page.locator('#chart-show')).toBeFocused();
  await more(lab).press('Space');
  await expect(tools(lab)).toBeHidden();
  await expect(more(lab)).toHaveAttribute('aria-expanded', 'false');
});

test('on the log axis the first steps have most of the width', async ({ lab }) => {
  await opened(lab);
  const even = await places(lab);
  expect(even[1]).toBeGreaterThan(400);
  await logSteps(lab).check();
  const log = await places(lab);
  expect(log[1]).toBeGreaterThan(10);
  expect(log[1]).toBeLessThan(50);
  expect(log[2]).toBeGreaterThan(300);
  // Equal ways are equal factors of 1 + step.
  const [a = 0, b = 0] = [await stepAt(lab, 0.4), await stepAt(lab, 0.6)];
  expect((1 + b) / (1 + (log[1] ?? 0))).toBeCloseTo((1 + (log[1] ?? 0)) / (1 + a), 0);
  await logSteps(lab).uncheck();
  expect(await places(lab)).toEqual(even);
});

test('buttons zoom around where the run stands, and lead back', async ({ lab }) => {
  await opened(lab);
  const all = await places(lab);
  for (const name of ['Zoom out', 'All'])
    await expect(tool(lab, name)).toHaveAttribute('aria-disabled', 'true');
  await tool(lab, 'Zoom in').click();
  await expect(part(lab)).toContainText('steps 500 to 1000');
  expect(await stepAt(lab, 0.5)).toBeGreaterThan(700);
  await tool(lab, 'Zoom in').click();
  await expect(part(lab)).toContainText('steps 750 to 1000');
  await tool(lab, 'Zoom out').click();
  await expect(part(lab)).toContainText('steps 500 to 1000');
  await tool(lab, 'All').click();
  await expect(part(lab)).toBeEmpty();
  expect(await places(lab)).toEqual(all);
  for (let i = 0; i < 6; i++) await tool(lab, 'Zoom in').click();
  await expect(tool(lab, 'Zoom in')).toHaveAttribute('aria-disabled', 'true');
  expect(await stepAt(lab, 0.5)).toBeGreaterThan(985);
});

test('keys zoom while the chart has the focus, and its cursor stays in sight', async ({ lab }) => {
  await opened(lab);
  await chart(lab).focus();
  for (const key of ['+', '=', '+']) await chart(lab).press(key);
  await expect(part(lab)).toContainText('steps 875 to 1000');
  await expect(chart(lab)).toHaveAttribute('aria-valuenow', '1000');
  await chart(lab).press('-');
  await expect(part(lab)).toContainText('steps 750 to 1000');
  await chart(lab).press('Home');
  await expect(part(lab)).toContainText('steps 0 to 250');
  await expect(lab.page.locator('#tooltip')).toContainText('step 0');
  await chart(lab).press('0');
  await expect(part(lab)).toBeEmpty();
  await lab.standsAt(0);
});

test('a key over the chart zooms before the tools have been opened', async ({ lab }) => {
  await lab.open('#step=1000');
  await chart(lab).focus();
  await chart(lab).press('+');
  await expect(lab.page.locator('#chart-tools')).toHaveCount(1);
  await more(lab).click();
  await expect(part(lab)).toContainText('steps 500 to 1000');
});

test('the wheel scrolls, and with Ctrl zooms around the step under the pointer', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no wheel');
  await opened(lab);
  const box = await boxOf(chart(lab));
  await lab.page.mouse.move(box.x + 0.3 * box.width, box.y + box.height / 2);
  const tip = lab.page.locator('#tooltip');
  const under = async () => Number(/\d+/.exec((await tip.textContent()) ?? '')?.[0]);
  const before = await under();
  await lab.page.mouse.wheel(0, -100);
  await expect(part(lab)).toBeEmpty();
  await lab.page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await lab.page.mouse.wheel(0, -100);
  await lab.page.keyboard.up('Control');
  await expect(part(lab)).toContainText(/steps [1-9]/);
  expect(Math.abs((await under()) - before)).toBeLessThan(10);
  expect(await stepAt(lab, 0.9)).toBeLessThan(700);
  expect(await lab.page.evaluate(() => visualViewport?.scale)).toBe(1);
});

test('two fingers zoom, and the part moves with them', async ({ lab, isMobile }) => {
  test.skip(!isMobile, 'a finger needs a touch screen');
  await opened(lab);
  await chart(lab).scrollIntoViewIfNeeded();
  const box = await boxOf(chart(lab));
  const session = await lab.page.context().newCDPSession(lab.page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', shares: number[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: shares.map((share, id) => ({
        x: Math.round(box.x + share * box.width),
        y: Math.round(box.y + box.height / 2),
        id,
      })),
    });
  await touch('touchStart', [0.45, 0.65]);
  for (let i = 1; i <= 8; i++) await touch('touchMove', [0.45 - 0.02 * i, 0.65 + 0.02 * i]);
  await touch('touchEnd', []);
  await expect(part(lab)).toContainText(/steps [1-9]/);
  // One finger goes through the steps, two do not.
  await lab.standsAt(1000);
  const [left = 0, middle = 0, right = 0] = await places(lab);
  expect(left).toBeGreaterThan(200);
  expect(right).toBeLessThan(800);
  await touch('touchStart', [0.3, 0.6]);
  for (let i = 1; i <= 4; i++) await touch('touchMove', [0.3 + 0.05 * i, 0.6 + 0.05 * i]);
  await touch('touchEnd', []);
  await expect.poll(() => stepAt(lab, 0.5)).toBeLessThan(middle - 40);
  await tool(lab, 'All').tap();
  await expect(part(lab)).toBeEmpty();
  await logSteps(lab).tap();
  await expect(logSteps(lab)).toBeChecked();
});

test('the part stays while the run goes on, and is not shown before the run is there', async ({
  lab,
}) => {
  await opened(lab);
  await tool(lab, 'Zoom in').click();
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(1500);
  await lab.pause.click();
  await expect(part(lab)).toContainText('steps 500 to 1000');
  expect(await stepAt(lab, 0.9)).toBeLessThanOrEqual(1000);
  expect(await stepAt(lab, 0.2)).toBeGreaterThan(500);
  await lab.newData.click();
  await lab.standsAt(0);
  await expect(part(lab)).toContainText('once the run is there');
  expect(await stepAt(lab, 0.5)).toBe(0);
  await tool(lab, 'All').click();
  await expect(part(lab)).toBeEmpty();
});

test('a chapter begins with all steps on an even axis, and leaving the lesson gives the view back', async ({
  lab,
}) => {
  await opened(lab);
  await logSteps(lab).check();
  await tool(lab, 'Zoom in').click();
  await expect(part(lab)).toContainText(/steps \d/);
  const lesson = lab.page.getByRole('button', { name: 'Lesson', exact: true });
  await lesson.click();
  await expect(lab.page.locator('#log-steps')).not.toBeChecked();
  await expect(part(lab)).toBeEmpty();
  await lesson.click();
  await expect(lab.page.locator('#log-steps')).toBeChecked();
  await expect(part(lab)).toContainText(/steps \d/);
});

for (const lang of ['en', 'zh'] as const)
  test(`the tools are large enough, fit, and break no accessibility rule (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    const { page } = lab;
    await lab.open(`#step=1000&lang=${lang}`);
    await page.locator('#chart-more').click();
    const region = page.getByRole('region', { name: TOOLS[lang].tools });
    await expect(region).toBeVisible();
    await region.getByRole('button', { name: TOOLS[lang].zoomIn }).click();
    const sizes = isMobile
      ? [
          [390, 844],
          [320, 568],
        ]
      : [
          [900, 700],
          [1024, 768],
          [1280, 720],
          [1920, 1080],
        ];
    for (const [width = 0, height = 0] of sizes) {
      await page.setViewportSize({ width, height });
      expect(await faultsOfLayout(page), `at ${width}`).toEqual([]);
      const least = isMobile ? 44 : 24;
      for (const button of await page.locator('#chart-more, #chart-tools button').all()) {
        const box = await boxOf(button);
        expect(box.width, `at ${width}`).toBeGreaterThanOrEqual(least);
        expect(box.height, `at ${width}`).toBeGreaterThanOrEqual(least);
      }
    }
    const { violations } = await new AxeBuilder({ page }).include('#loss').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
