/** Time as a slider: the chart goes to any step again, by mouse, finger and keys; changes in the past make branches; undo and redo
 * go through everything. Whatever step it is, the numbers are those of the first time. */

import { Finger } from './finger.js';
import { expect, type LabPage, test } from './lab.js';

const chart = (lab: LabPage) => lab.slider('Loss, step by step');
const toEnd = (lab: LabPage) => lab.page.locator('#to-end');
const undo = (lab: LabPage) => lab.page.locator('#undo');
const redo = (lab: LabPage) => lab.page.locator('#redo');

/** Readings and pictures of both boards. */
async function seen(lab: LabPage): Promise<unknown[]> {
  const boards = ['Linear classifier', 'Neural network'].map((name) =>
    lab.picture(lab.board(name)),
  );
  return [
    await lab.readings(),
    await lab.output('check').textContent(),
    ...(await Promise.all(boards)),
  ];
}

/** Where on the screen a share of the chart's width is. */
async function spot(lab: LabPage, share: number): Promise<{ x: number; y: number }> {
  await chart(lab).evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
  const box = await chart(lab).boundingBox();
  if (!box) throw new Error('the chart is not on the screen');
  return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}

async function set(lab: LabPage, name: string, value: string): Promise<void> {
  const box = lab.page.locator(`[data-slider=${name}] .number`);
  await box.fill(value);
  await box.press('Enter');
}

test('any step is had again with the numbers and pictures of the first time, by mouse', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no mouse');
  await lab.open('#step=400');
  await expect(toEnd(lab)).toBeHidden();
  const [from, to] = [await spot(lab, 0.5), await spot(lab, 0.3)];
  const { mouse } = lab.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 5 });
  await expect.poll(() => lab.steps()).toBeLessThan(350);
  await mouse.up();
  await expect(toEnd(lab)).toBeVisible();
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  const step = await lab.steps();
  await expect(toEnd(lab)).toContainText(`Step\u00a0${step} of 400`);
  const again = await seen(lab);
  await toEnd(lab).click();
  await lab.standsAt(400);
  await expect(toEnd(lab)).toBeHidden();
  await lab.page.goto('about:blank');
  await lab.open(`#step=${step}`);
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  expect(again).toEqual(await seen(lab));
});

test('Esc gives a drag up, hovering only reads, and pressing pauses', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'a phone has no mouse');
  await lab.open('#step=300');
  const { mouse, keyboard } = lab.page;
  const there = await spot(lab, 0.4);
  await mouse.move(there.x, there.y);
  await expect(lab.page.locator('#tooltip')).toBeVisible();
  await lab.standsAt(300);
  await mouse.down();
  await expect.poll(() => lab.steps()).toBeLessThan(300);
  await keyboard.press('Escape');
  await lab.standsAt(300);
  await mouse.up();
  await lab.standsAt(300);
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(400);
  await mouse.move(there.x, there.y);
  await mouse.down();
  await expect(lab.play).toBeVisible();
  await mouse.up();
  await expect(toEnd(lab)).toBeVisible();
});

test('a finger drags along the chart, a tap goes to a step, and a swipe up scrolls the page', async ({
  lab,
  isMobile,
}) => {
  test.skip(!isMobile, 'a finger needs a touch screen');
  await lab.open('#step=500');
  const finger = await Finger.on(lab.page);
  await finger.swipe(await spot(lab, 0.6), await spot(lab, 0.3));
  await expect(toEnd(lab)).toBeVisible();
  const dragged = await lab.steps();
  expect(dragged).toBeLessThan(400);
  await finger.tap(await spot(lab, 0.5));
  await expect.poll(() => lab.steps()).toBeGreaterThan(dragged);
  const tapped = await lab.steps();
  const from = await spot(lab, 0.3);
  await finger.swipe(from, { x: from.x + 4, y: from.y - 150 });
  expect(await lab.steps()).toBe(tapped);
  await toEnd(lab).tap();
  await lab.standsAt(500);
});

test('keys go by one, ten, a hundred, to the ends and to what happened', async ({ lab }) => {
  await lab.open('#changes=120:rate=0.5&step=300');
  await chart(lab).focus();
  for (const [key, step] of [
    ['Home', 0],
    ['ArrowRight', 1],
    ['Shift+ArrowRight', 11],
    ['PageUp', 111],
    ['ArrowUp', 112],
    ['PageDown', 12],
    ['Shift+ArrowLeft', 2],
    ['ArrowLeft', 1],
    ['PageDown', 0],
    ['ArrowLeft', 0],
    ['End', 300],
  ] as const) {
    await chart(lab).press(key);
    await lab.standsAt(step);
    await expect(chart(lab)).toHaveAttribute('aria-valuenow', String(step));
  }
  await expect(chart(lab)).toHaveAttribute('aria-valuemax', '300');
  const rate = lab.slider('Learning rate');
  await expect(rate).toHaveAttribute('aria-valuetext', '0.5');
  while ((await lab.steps()) > 120) {
    const before = await lab.steps();
    await chart(lab).press('Control+ArrowLeft');
    await expect.poll(() => lab.steps()).toBeLessThan(before);
  }
  await lab.standsAt(120);
  await expect(chart(lab)).toHaveAttribute('aria-valuetext', /changed: Learning rate 0\.5/);
  // The controls show what was set at the step that is looked at.
  await chart(lab).press('ArrowLeft');
  await expect(rate).toHaveAttribute('aria-valuetext', '1');
  // Beyond the end an arrow takes a step of training, as on the page.
  await chart(lab).press('End');
  await lab.standsAt(300);
  await chart(lab).press('ArrowRight');
  await lab.standsAt(301);
});

test('Play from the past goes another way; what was there stays to compare with, and Undo restores it', async ({
  lab,
}) => {
  await lab.open('#step=400');
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  const before = await seen(lab);
  await chart(lab).focus();
  await chart(lab).press('PageDown');
  await lab.standsAt(300);
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(310);
  await lab.pause.click();
  await expect(toEnd(lab)).toBeHidden();
  await undo(lab).click();
  await lab.standsAt(300);
  await expect(toEnd(lab)).toContainText('of 400');
  await toEnd(lab).click();
  await lab.standsAt(400);
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  expect(await seen(lab)).toEqual(before);
});

test('Undo and redo go through settings, edits, restarts and branches', async ({ lab }) => {
  await lab.open('#step=50');
  await expect(undo(lab)).toBeHidden();
  const states: (string | null)[] = [];
  const note = async () => states.push(await lab.output('check').textContent());
  await lab.goTo(60);
  await note();
  await set(lab, 'rate', '0.3');
  await expect.poll(() => lab.linked('changes')).toBe('60:rate=0.3');
  await lab.goTo(80);
  await note();
  await set(lab, 'hidden', '7');
  await lab.standsAt(0);
  await lab.goTo(30);
  await note();
  await lab.reset.click();
  await lab.standsAt(0);
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  await note();
  for (const [step, state] of [
    [30, states[2]],
    [80, states[1]],
    [60, states[0]],
  ] as const) {
    await undo(lab).click();
    await lab.standsAt(step);
    await expect(lab.output('check')).toHaveText(state ?? '');
  }
  await expect(undo(lab)).toBeDisabled();
  for (const [step, state] of [
    [80, states[1]],
    [30, states[2]],
    [0, states[3]],
  ] as const) {
    await lab.page.keyboard.press('Control+y');
    await lab.standsAt(step);
    await expect(lab.output('check')).toHaveText(state ?? '');
  }
  await expect(redo(lab)).toBeDisabled();
  await lab.page.keyboard.press('Control+z');
  await lab.standsAt(30);
});

test('the link of a run that was changed on the way is the same after it was opened', async ({
  lab,
}) => {
  await lab.open(
    '#hidden=9&changes=10:rate=0.5;20:W1[1,3]=0.25;20:left.b[2]=-1;30:reg=0.01&step=40',
  );
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  const code = await lab.output('check').textContent();
  const link = new URL(lab.page.url()).hash;
  expect(link).toContain('changes=10:rate=0.5;20:W1[1,3]=0.25;20:left.b[2]=-1;30:reg=0.01');
  await lab.page.goto('about:blank');
  await lab.open(link);
  await expect(lab.output('check')).toHaveText(code ?? '');
  expect(new URL(lab.page.url()).hash).toBe(link);
});

test('a link too long to be passed on is offered as a file, which opens the run again', async ({
  lab,
}) => {
  const changes = Array.from({ length: 600 }, (_, i) => `${i}:rate=0.${1000 + i}`).join(';');
  await lab.open(`#changes=${changes}&step=605`);
  await expect(lab.notices).toContainText('8000');
  await expect.poll(() => lab.linked('changes')).toBeNull();
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  const code = await lab.output('check').textContent();
  const download = lab.page.waitForEvent('download');
  await lab.page.getByRole('button', { name: 'Save the run as a file' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(text.length).toBeGreaterThan(8000);
  // A frame may forbid to save without a word.
  await lab.page.getByRole('button', { name: 'Copy its link' }).click();
  await expect(lab.page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await lab.page.goto('about:blank');
  await lab.open();
  const drop = (name: string, content: string) =>
    lab.page.evaluate(
      ([name, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content as string], name as string, { type: 'text/plain' }));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
      },
      [name, content],
    );
  await drop('shopping.txt', 'milk, bread');
  await expect(lab.notices).toContainText('“shopping.txt”');
  await lab.standsAt(0);
  await drop('spiral-lab.txt', text);
  await lab.standsAt(605);
  await expect(lab.output('check')).toHaveText(code ?? '');
  // Who has no mouse to drop it with chooses it.
  await lab.open('#seed=2');
  await lab.page.locator('#chart-more').click();
  await lab.page.getByRole('button', { name: 'Copy run' }).click();
  await expect(lab.page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const chosen = lab.page.waitForEvent('filechooser');
  await lab.page.getByRole('button', { name: 'Open run' }).press('Enter');
  const file = { name: 'spiral-lab.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await (await chosen).setFiles(file);
  await lab.standsAt(605);
  await expect(lab.output('check')).toHaveText(code ?? '');
});

test('keys that are pressed between two frames all count', async ({ lab }) => {
  await lab.open('#step=100');
  await lab.page.locator('#chart').evaluate((chart) => {
    const press = { key: 'ArrowLeft', shiftKey: true, bubbles: true, cancelable: true };
    for (let i = 0; i < 3; i++) chart.dispatchEvent(new KeyboardEvent('keydown', press));
  });
  await lab.standsAt(70);
});
