/** The keys: the page's after a press by mouse or finger, the control's where it was reached by keyboard. */

import type { Locator, Page } from '@playwright/test';
import { addStyles, expect, type LabPage, test } from './lab.js';

const answer = (page: Page) => page.locator('#lesson details.answer');

async function expectSpacePlays(lab: LabPage): Promise<void> {
  await lab.page.keyboard.press('Space');
  await expect(lab.pause).toBeVisible();
  await lab.page.keyboard.press('Space');
  await expect(lab.play).toBeVisible();
}

/** Presses with a finger where there is one, else with the mouse. */
const press = (locator: Locator, isMobile: boolean) => (isMobile ? locator.tap() : locator.click());

test('after a press on the answer Space plays, and the answer stays open', async ({
  lab,
  isMobile,
}) => {
  await lab.open('#lesson=4');
  await press(lab.page.getByText('Show the answer'), isMobile);
  await expect(answer(lab.page)).toHaveAttribute('open', '');
  await expectSpacePlays(lab);
  await expect(answer(lab.page)).toHaveAttribute('open', '');
});

test('reached by keyboard the answer is opened and closed by Space and Enter', async ({ lab }) => {
  await lab.open('#lesson=4');
  const summary = answer(lab.page).locator('summary');
  await summary.focus();
  for (const key of ['Space', 'Enter']) {
    await lab.page.keyboard.press(key);
    await expect(answer(lab.page)).toHaveAttribute('open', '');
    await lab.page.keyboard.press(key);
    await expect(answer(lab.page)).not.toHaveAttribute('open');
  }
  await expect(lab.play).toBeVisible();
  await lab.standsAt(0);
});

test('the mouse counts until Tab is pressed, and again after the next press', async ({ lab }) => {
  await lab.open('#lesson=4');
  const summary = answer(lab.page).locator('summary');
  await summary.click();
  await lab.page.keyboard.press('Shift+Tab');
  await lab.page.keyboard.press('Tab');
  await expect(summary).toBeFocused();
  await lab.page.keyboard.press('Space');
  await expect(answer(lab.page)).not.toHaveAttribute('open');
  await expect(lab.play).toBeVisible();
  await summary.click();
  await expectSpacePlays(lab);
});

test('closing lesson or look inside by mouse gives the keys to the page', async ({
  lab,
  isMobile,
}) => {
  const { page } = lab;
  await lab.open('#lesson=4');
  await press(page.getByRole('button', { name: 'Close the lesson' }), isMobile);
  await expect(page.locator('#lesson')).toBeHidden();
  await expect(page.locator('#lesson-button')).toBeFocused();
  await expectSpacePlays(lab);
  await expect(page.locator('#lesson')).toBeHidden();
  await press(page.locator('#open-inside'), isMobile);
  await press(page.locator('#close-inside'), isMobile);
  await expect(page.locator('#open-inside')).toBeFocused();
  await expectSpacePlays(lab);
  await expect(page.locator('#inside')).toBeHidden();
});

test('closed by keyboard, the lesson is opened again by Space on its button', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#lesson=4');
  await page.getByRole('button', { name: 'Close the lesson' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#lesson-button')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('#lesson h2')).toBeVisible();
  await expect(lab.play).toBeVisible();
});

/** A control of each kind, pressed by mouse or finger. */
const CONTROLS = {
  button: '#language',
  checkbox: '#soft',
  'another checkbox': '#log-scale',
  'radio button': '[name=inside-of][value=linear]',
  tab: '#tab-point',
  'number of the point': '#inside-point .back',
  slider: '#rate',
} as const;

test('after a press on any control the keys are the page’s', async ({ lab, isMobile }) => {
  test.slow();
  const { page } = lab;
  await lab.open('#rate=0.5');
  await press(page.locator('#open-inside'), isMobile);
  // What is loaded on request has come before the state is read.
  await expect(page.locator('#tab-network')).toBeVisible();
  for (const [kind, selector] of Object.entries(CONTROLS)) {
    const control = page.locator(selector);
    await control.scrollIntoViewIfNeeded();
    await press(control, isMobile);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
    const state = () =>
      page.evaluate(() => [
        ...[...document.querySelectorAll<HTMLInputElement>('input:not(#chart-tools *)')].map(
          (input) => `${input.value} ${input.checked}`,
        ),
        document.documentElement.lang,
        document.querySelector('[role=tab][aria-selected=true]')?.id,
      ]);
    await page.keyboard.press('r');
    await lab.standsAt(0);
    const before = await state();
    await page.keyboard.press('ArrowRight');
    await lab.standsAt(1);
    await page.keyboard.press('ArrowRight');
    await lab.standsAt(2);
    await page.keyboard.press('Space');
    await expect(page.locator('#play')).toHaveClass(/playing/);
    await page.keyboard.press('Space');
    await expect(page.locator('#play')).not.toHaveClass(/playing/);
    expect(await state(), kind).toEqual(before);
  }
});

test('a list that was chosen from by mouse leaves the keys to the page', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a finger opens a list of the system');
  await lab.open();
  const speed = lab.page.locator('#speed');
  await speed.click();
  await lab.page.keyboard.press('Escape');
  await speed.selectOption('100');
  await expectSpacePlays(lab);
  await lab.page.keyboard.press('r');
  await lab.standsAt(0);
  await expect(speed).toHaveValue('100');
});

test('after Enter in a number box, and after Esc, the keys play', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  const box = page.getByRole('textbox', { name: 'Learning rate: type a number' });
  await box.click();
  await box.fill('0.5');
  await page.keyboard.press('Enter');
  await expect(box).not.toBeFocused();
  await page.keyboard.press('ArrowRight');
  await lab.standsAt(1);
  await expect(box).toHaveValue('0.5');
  await page.keyboard.press('r');
  await lab.standsAt(0);
  await box.click();
  await box.fill('77');
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('0.5');
  await expect(box).not.toBeFocused();
  await page.keyboard.press('ArrowRight');
  await lab.standsAt(1);
  expect(lab.linked('rate')).toBe('0.5');
  await expect(lab.notices).toBeEmpty();
  await expectSpacePlays(lab);
});

test('Enter and Esc leave the boxes of the look inside as well', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await page.locator('#open-inside').click();
  await page.locator('#tab-point').click();
  const point = page.locator('#inside-point input').first();
  await point.click();
  await point.fill('１２');
  await page.keyboard.press('Enter');
  await expect(point).toHaveValue('12');
  await expect(point).not.toBeFocused();
  await point.click();
  await point.fill('99');
  await page.keyboard.press('Escape');
  await expect(point).toHaveValue('12');
  await expectSpacePlays(lab);
});

test('what is typed in a box is no key of the page', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#step=5&lesson=1');
  await page.getByLabel('Learning rate: type a number').click();
  for (const key of ['Space', 'r', 'p', 'd', 'ArrowRight', 'PageDown'])
    await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await lab.standsAt(5);
  expect([lab.linked('lesson'), lab.linked('display')]).toEqual(['1', null]);
});

test('PageDown and PageUp turn the pages of the lesson, and stop at its ends', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no such keys');
  const { page } = lab;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await lab.open();
  await page.keyboard.press('PageDown');
  await expect(page.locator('#lesson')).toBeHidden();
  await page.locator('#lesson-button').click();
  const heading = page.locator('#lesson h2');
  await expect(heading).toContainText('1. ');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  await expect(heading).toContainText('2. ');
  await page.getByText('Show the answer').click();
  await page.keyboard.press('PageDown');
  await expect(heading).toContainText('3. ');
  await page.keyboard.press('PageUp');
  await expect(heading).toContainText('2. ');
  await expect.poll(() => lab.linked('lesson')).toBe('2');
});

test('PageDown first reads to the end what does not fit', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'a phone has no such keys');
  const { page } = lab;
  await lab.open('#lesson=1');
  await expect(page.locator('#lesson h2')).toBeVisible();
  await addStyles(page, '#lesson .text { padding-bottom: 800px }');
  await page.locator('#lesson .text').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('PageDown');
  const scrolled = () =>
    page.evaluate(() => {
      const panes = [...document.querySelectorAll('#lesson .page, html')];
      return Math.max(...panes.map(({ scrollTop }) => scrollTop));
    });
  await expect.poll(scrolled).toBeGreaterThan(50);
  await expect(page.locator('#lesson h2')).toContainText('1. ');
});

test('D is the projector’s display, and the link says so', async ({ lab }) => {
  await lab.open();
  await lab.page.keyboard.press('d');
  await expect.poll(() => lab.linked('display')).toBe('projector');
  await lab.page.keyboard.press('D');
  await expect.poll(() => lab.linked('display')).toBeNull();
});

test('a held Space neither flickers between Play and Pause nor scrolls the page', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open();
  for (let i = 0; i < 5; i++) await page.keyboard.down('Space');
  await page.keyboard.up('Space');
  await expect(lab.pause).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('on the chart Page Down goes a hundred steps back and turns no chapter, however the chart was reached', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no such keys');
  const { page } = lab;
  const heading = page.locator('#lesson h2');
  const chart = page.locator('#chart');
  await lab.open('#lesson=4&step=300');
  await expect(heading).toContainText('Chapter 4 ');
  // By a press of the mouse, at the end of the run,
  const box = await chart.boundingBox();
  await chart.click({ position: { x: (box?.width ?? 0) - 12, y: 40 } });
  await expect(chart).toBeFocused();
  await lab.standsAt(300);
  await page.keyboard.press('PageDown');
  await lab.standsAt(200);
  await page.keyboard.press('PageUp');
  await lab.standsAt(300);
  // by something that moves the focus after the mouse has pressed another thing,
  await page.locator('#lesson .page').click();
  await chart.press('PageDown');
  await lab.standsAt(200);
  // and by keyboard.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(chart).toBeFocused();
  await page.keyboard.press('PageDown');
  await lab.standsAt(100);
  await expect(heading).toContainText('Chapter 4 ');
});
