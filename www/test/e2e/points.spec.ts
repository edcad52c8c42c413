/** Points by hand: added, moved, erased and cleared by mouse, finger and keys, taken back, passed on as a link. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Finger, type Spot } from './finger.js';
import { expect, type LabPage, test } from './lab.js';

const panel = (lab: LabPage) => lab.page.locator('#points-panel');
const says = (lab: LabPage) => panel(lab).getByRole('status');
const board = (lab: LabPage) => lab.page.locator('#linear-board');
const own = (lab: LabPage) => lab.linked('own') ?? '';

async function openPanel(lab: LabPage, hash = '#data=own'): Promise<void> {
  await lab.open(hash);
  // A run without points opens it by itself.
  if (hash !== '#data=own') await lab.page.locator('#open-points').click();
  await expect(panel(lab)).toBeVisible();
}

/** A spot on the left board, at shares of its width and height. */
async function spot(lab: LabPage, x: number, y: number): Promise<Spot> {
  const box = await board(lab).boundingBox();
  if (!box) throw new Error('the board is not on the screen');
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

async function tap(lab: LabPage, x: number, y: number): Promise<void> {
  const at = await spot(lab, x, y);
  await lab.page.mouse.click(at.x, at.y);
}

async function drag(lab: LabPage, from: [number, number], to: [number, number]): Promise<void> {
  const [a, b] = [await spot(lab, ...from), await spot(lab, ...to)];
  await lab.page.mouse.move(a.x, a.y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(b.x, b.y, { steps: 8 });
  await lab.page.mouse.up();
}

const tool = (lab: LabPage, name: string) =>
  panel(lab).getByRole('button', { name, exact: true }).click();

const scrolled = (page: Page) => page.evaluate(() => scrollY);

test.describe('by mouse', () => {
  test.skip(({ isMobile }) => isMobile, 'a mouse is at a desk');

  test('points are added, moved, erased and cleared, and each stroke is taken back as one', async ({
    lab,
  }) => {
    await openPanel(lab);
    await expect(lab.output('linear-loss')).toHaveText('–');
    await expect(lab.output('network-accuracy')).toHaveText('–');
    await expect(lab.page.locator('.over-board').first()).toHaveText('Tap to add points');
    await tap(lab, 0.3, 0.3);
    await expect(says(lab)).toContainText('Added class 0; 1 point.');
    await expect(says(lab)).toContainText('needs a second one');
    await expect(lab.output('linear-loss')).not.toHaveText('–');
    await lab.page.keyboard.press('2');
    await drag(lab, [0.2, 0.7], [0.8, 0.7]);
    await expect(says(lab)).toContainText(/Added class 1; 1\d points\./);
    const painted = own(lab);
    await tool(lab, 'Move');
    await drag(lab, [0.3, 0.3], [0.6, 0.4]);
    await expect(says(lab)).toHaveText('Moved.');
    await expect.poll(() => own(lab)).not.toBe(painted);
    const moved = own(lab);
    await tool(lab, 'Erase');
    await drag(lab, [0.15, 0.7], [0.5, 0.7]);
    await expect(says(lab)).toContainText(/Erased; \d points left\./);
    await expect.poll(() => own(lab)).not.toBe(moved);
    await tool(lab, 'Clear');
    await expect.poll(() => own(lab)).toBe('');
    const undo = lab.page.getByRole('button', { name: 'Undo' });
    await undo.click();
    await expect.poll(() => own(lab)).not.toBe('');
    await undo.click();
    await expect.poll(() => own(lab)).toBe(moved);
    await undo.click();
    await expect.poll(() => own(lab)).toBe(painted);
    await undo.click();
    await undo.click();
    await expect.poll(() => own(lab)).toBe('');
    await expect(undo).toBeDisabled();
    for (let i = 0; i < 3; i++) await lab.page.keyboard.press('Control+y');
    await expect.poll(() => own(lab)).toBe(moved);
  });

  test('the first edit of another set makes it one’s own, and its link opens the same points', async ({
    lab,
  }) => {
    await openPanel(lab, '#seed=3&points=20');
    await tap(lab, 0.1, 0.1);
    await expect(says(lab)).toHaveText('These are your own points now. Added class 0; 61 points.');
    await expect(panel(lab).getByLabel('Points from')).toHaveValue('own');
    await expect.poll(() => own(lab)).not.toBe('');
    expect(own(lab).length).toBeLessThan(400);
    const [readings, link] = [await lab.readings(), lab.page.url()];
    await lab.page.goto('about:blank');
    await lab.page.goto(link);
    await lab.standsAt(0);
    expect(await lab.readings()).toEqual(readings);
    expect(lab.page.url()).toBe(link);
  });

  test('a set is chosen, and own points take over those that are seen', async ({ lab }) => {
    await openPanel(lab, '#seed=3&points=20');
    const sets = panel(lab).getByLabel('Points from');
    await sets.selectOption('two moons');
    await expect.poll(() => lab.linked('data')).toBe('moons');
    await expect(lab.slider('Classes')).toBeDisabled();
    await expect(lab.slider('Noise')).toBeEnabled();
    const seen = await lab.picture(board(lab));
    await sets.selectOption('own points');
    await expect.poll(() => own(lab)).not.toBe('');
    await expect(lab.slider('Noise')).toBeDisabled();
    await expect(lab.slider('Classes')).toBeEnabled();
    expect((await lab.readings()).length).toBeGreaterThan(0);
    expect(seen).not.toBe('');
    await lab.page.getByRole('button', { name: 'Undo' }).click();
    await expect(sets).toHaveValue('moons');
  });

  test('a run that plays goes on playing while points are painted', async ({ lab }) => {
    await openPanel(lab, '#seed=3');
    await lab.play.click();
    await expect.poll(() => lab.steps()).toBeGreaterThan(50);
    await drag(lab, [0.1, 0.1], [0.9, 0.1]);
    await expect(lab.pause).toBeVisible();
    await expect(says(lab)).toContainText('Added class 0');
    await expect.poll(() => lab.steps()).toBeGreaterThan(50);
  });

  test('beside a lesson the bar and the look inside take turns', async ({ lab }) => {
    const inside = lab.page.locator('#inside');
    await openPanel(lab, '#lesson=15&step=10');
    await lab.page.locator('#open-inside').click();
    await expect(inside).toBeVisible();
    await expect(panel(lab)).toBeHidden();
    const name = board(lab).locator('xpath=..').locator('strong');
    const free = await name.evaluate((strong) => {
      const words = document.createRange();
      words.selectNodeContents(strong);
      const { right, bottom } = words.getBoundingClientRect();
      return document.elementFromPoint(right - 2, bottom - 3) === strong;
    });
    expect(free).toBe(true);
    await lab.page.setViewportSize({ width: 1920, height: 1080 });
    await lab.page.locator('#open-points').click();
    await expect(panel(lab)).toBeVisible();
    await expect(inside).toBeHidden();
    // Without the lesson there is room for both.
    await lab.page.locator('#lesson-button').click();
    await lab.page.locator('#open-inside').click();
    await expect(inside).toBeVisible();
    await expect(panel(lab)).toBeVisible();
  });

  test('too many classes are not taken away from under their points', async ({ lab }) => {
    await openPanel(lab);
    await lab.page.locator('#points-panel .classes input').nth(4).check();
    await tap(lab, 0.3, 0.3);
    await expect.poll(() => lab.linked('classes')).toBe('5');
    await lab.page.locator('#classes-number').fill('2');
    await lab.page.keyboard.press('Enter');
    await expect(lab.notices).toContainText('from 5 to 6');
    await expect(lab.page.locator('#classes-number')).toHaveValue('5');
    await lab.step.click();
    await lab.standsAt(1);
  });

  test('what is no gap is refused with a sentence, and a word is taken', async ({ lab }) => {
    await openPanel(lab, '#seed=3');
    const gap = panel(lab).getByLabel('Gap');
    await gap.fill('9');
    await gap.press('Enter');
    await expect(lab.notices).toContainText('from 0 to 6.3');
    await expect(gap).toHaveValue('4');
    await gap.fill('even');
    await gap.press('Enter');
    await expect.poll(() => lab.linked('gap')).toBe('even');
  });

  for (const set of ['seed=3', 'seed=3&test=0.3&wrong=0.2', 'seed=3&points=700'])
    test(`where points were edited the board is as if all were drawn anew (${set})`, async ({
      lab,
    }) => {
      const picture = () =>
        board(lab).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
      await openPanel(lab, `#${set}`);
      await panel(lab).getByLabel('Points from').selectOption('own');
      await tap(lab, 0.5, 0.45);
      await tool(lab, 'Move');
      await drag(lab, [0.5, 0.5], [0.62, 0.41]);
      await tool(lab, 'Erase');
      await tap(lab, 0.45, 0.5);
      await lab.page.keyboard.press('Control+z');
      await tap(lab, 0.6, 0.5);
      await lab.standsAt(0);
      // The last point is gone from the boards with the next frame, and after a long one with that which follows.
      await lab.page.evaluate(async () => {
        for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
      });
      const edited = await picture();
      const { width, height } = lab.page.viewportSize() ?? { width: 1280, height: 720 };
      await lab.page.setViewportSize({ width, height: height - 100 });
      await expect.poll(picture).not.toBe(edited);
      await lab.page.setViewportSize({ width, height });
      await expect.poll(picture).toBe(edited);
    });

  test('many own points stay in the address, and a file is offered', async ({ lab }) => {
    await openPanel(lab, '#seed=3&points=1000');
    await panel(lab).getByLabel('Points from').selectOption('own');
    await expect(lab.notices).toContainText('longer than 8000 characters');
    const [download] = await Promise.all([
      lab.page.waitForEvent('download'),
      lab.page.getByRole('button', { name: 'Save the run as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('spiral-lab.txt');
    await expect.poll(() => own(lab).length).toBeGreaterThan(8000);
  });
});

test.describe('by finger', () => {
  test.skip(({ isMobile }) => !isMobile, 'a finger needs a touch screen');

  test('points are added, moved and erased, and the page is not scrolled', async ({ lab }) => {
    await openPanel(lab);
    const finger = await Finger.on(lab.page);
    await board(lab).evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const before = await scrolled(lab.page);
    await finger.tap(await spot(lab, 0.5, 0.2));
    await expect(says(lab)).toContainText('1 point.');
    await finger.swipe(await spot(lab, 0.2, 0.8), await spot(lab, 0.2, 0.3));
    await expect(says(lab)).toContainText(/Added class 0; \d+ points\./);
    await tool(lab, 'Move');
    await finger.swipe(await spot(lab, 0.5, 0.2), await spot(lab, 0.8, 0.8));
    await expect(says(lab)).toContainText('Moved.');
    await tool(lab, 'Erase');
    await finger.tap(await spot(lab, 0.8, 0.8));
    await expect(says(lab)).toContainText('Erased');
    expect(await scrolled(lab.page)).toBe(before);
    await expect(lab.page.locator('#inside')).toBeHidden();
  });
});

test.describe('by keyboard', () => {
  test.skip(({ isMobile }) => isMobile, 'keys are at a desk');

  test('a cursor on the board adds, moves and erases, and Escape closes', async ({ lab }) => {
    const { page } = lab;
    await lab.open('#data=own');
    await expect(panel(lab)).toBeVisible();
    const button = page.locator('#open-points');
    await button.focus();
    // Over the question mark to the board.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(board(lab)).toBeFocused();
    await expect(page.locator('.over-board i').first()).toBeVisible();
    await page.keyboard.press('Space');
    await expect(says(lab)).toContainText('Added class 0; 1 point.');
    await page.keyboard.press('3');
    await expect(says(lab)).toContainText('New points are of class 2.');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(says(lab)).toContainText('Added class 2; 2 points.');
    const added = own(lab);
    // Takes hold of it, carries it away, puts it down: one change.
    await tool(lab, 'Move');
    await button.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(says(lab)).toContainText('Moved.');
    await expect.poll(() => own(lab)).not.toBe(added);
    await page.keyboard.press('Control+z');
    await expect.poll(() => own(lab)).toBe(added);
    await page.keyboard.press('Delete');
    await expect(says(lab)).toContainText('1 point left.');
    await page.keyboard.press('Escape');
    await expect(panel(lab)).toBeHidden();
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Enter');
    await expect(panel(lab).getByLabel('Points from')).toBeFocused();
  });
});

for (const lang of ['en', 'zh']) {
  test(`axe finds nothing where points are edited (${lang})`, async ({ lab }) => {
    await openPanel(lab, `#seed=3&lang=${lang}`);
    const { violations } = await new AxeBuilder({ page: lab.page }).analyze();
    expect(violations).toEqual([]);
  });
}
