/** Dragging along the chart: what every frame shows is a state that the run was in, and marks draw the step to themselves. */

import { expect, type LabPage, test } from './lab.js';

const chart = (lab: LabPage) => lab.slider('Loss, step by step');

/** What a frame shows. */
interface Shown {
  step: string;
  linear: string;
  network: string;
}

/** The losses of every step up to `end`, as the page shows them. */
function lossesByStep(lab: LabPage, end: number): Promise<Record<string, string>> {
  return lab.page.evaluate(async (end) => {
    const text = (id: string) => document.getElementById(id)?.textContent ?? '';
    const slider = document.getElementById('chart') as HTMLElement;
    const found: Record<string, string> = {};
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    while (true) {
      await new Promise(requestAnimationFrame);
      found[text('step')] = `${text('linear-loss')} ${text('network-loss')}`;
      if (text('step') === String(end)) return found;
      slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    }
  }, end);
}

/** Has the page write down what each of its frames shows, from now on. */
async function watchFrames(lab: LabPage): Promise<() => Promise<Shown[]>> {
  const watch = await lab.page.evaluateHandle(() => {
    const text = (id: string) => document.getElementById(id)?.textContent ?? '';
    const shown: Shown[] = [];
    const look = () => {
      const [step, linear, network] = [text('step'), text('linear-loss'), text('network-loss')];
      shown.push({ step, linear, network });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return shown;
  });
  return () => watch.jsonValue() as Promise<Shown[]>;
}

for (const [settings, end] of [
  ['', 240],
  ['hidden=512&classes=6&points=500&rate=0.1&', 40],
] as const)
  test(`each frame of a drag shows a state that the run was in, and the last is the one that is meant (${settings}${end})`, async ({
    lab,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone has no mouse');
    await lab.open(`#${settings}step=${end}`);
    const losses = await lossesByStep(lab, end);
    expect(Object.keys(losses)).toHaveLength(end + 1);
    const box = await chart(lab).boundingBox();
    if (!box) throw new Error('the chart is not on the screen');
    const shown = await watchFrames(lab);
    const { mouse } = lab.page;
    const y = box.y + box.height / 2;
    await mouse.move(box.x + 0.8 * box.width, y);
    await mouse.down();
    for (const share of [0.3, 0.7, 0.2, 0.9, 0.5]) {
      await mouse.move(box.x + share * box.width, y, { steps: 12 });
    }
    await mouse.up();
    await expect.poll(() => lab.linked('step')).toBe(String(await lab.steps()));
    const frames = await shown();
    expect(new Set(frames.map(({ step }) => step)).size).toBeGreaterThan(12);
    for (const { step, linear, network } of frames)
      expect(`${linear} ${network}`).toBe(losses[step]);
    expect(Number(frames.at(-1)?.step)).toBe(
      Number(await chart(lab).getAttribute('aria-valuenow')),
    );
  });

test('a mark draws the step to itself, for the pointer that reads and the one that goes there', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no mouse');
  await lab.open('#changes=120:rate=0.5&step=300');
  const box = await chart(lab).boundingBox();
  if (!box) throw new Error('the chart is not on the screen');
  const y = box.y + box.height / 2;
  const drawn: number[] = [];
  for (let x = box.x + 0.2 * box.width; x < box.x + 0.4 * box.width; x += 1) {
    await lab.page.mouse.move(x, y);
    const text = await lab.page.locator('#tooltip').textContent();
    if (/^step\s120\b/i.test(text ?? '')) drawn.push(x);
  }
  // Without the mark it would be as many pixels as there are to a step.
  expect(drawn.length).toBeGreaterThanOrEqual(8);
  expect(drawn.length).toBeGreaterThan(2 * (box.width / 300));
  for (const x of [drawn[0] ?? 0, drawn.at(-1) ?? 0]) {
    await lab.page.mouse.click(box.x + 0.6 * box.width, y);
    await expect.poll(() => lab.steps()).toBeGreaterThan(200);
    await lab.page.mouse.click(x, y);
    await lab.standsAt(120);
  }
});
