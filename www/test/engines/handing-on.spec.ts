/** A run handed on in other engines: each way of Share, and the page in one file within a frame that has no origin. */

import { expect, test } from './fixtures.js';
import type { EnginePage } from './page.js';

async function typeIn(lab: EnginePage, selector: string, text: string): Promise<void> {
  await lab.evaluate(
    ([selector, text]) => {
      const box = document.querySelector(selector) as HTMLInputElement;
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [selector, text] as const,
  );
}

const typed = (lab: EnginePage, selector: string) =>
  lab.evaluate(
    (selector) => (document.querySelector(selector) as HTMLInputElement).value,
    selector,
  );

async function openShare(lab: EnginePage): Promise<void> {
  await lab.open('#seed=3&step=20');
  await expect.poll(() => lab.text('#check'), { timeout: 30_000 }).toMatch(/^[0-9A-Z]{4}$/);
  await lab.click('#share');
  await expect.poll(() => lab.isVisible('.link-part svg')).toBe(true);
}

test('the run is saved, printed, handed in and collected', async ({ lab }) => {
  await openShare(lab);
  const check = await lab.text('#check');
  const printed = await lab.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const sheet = document.querySelector('#printed');
    const words = sheet?.querySelector('svg') && sheet.textContent;
    dispatchEvent(new Event('afterprint'));
    return words;
  }, null);
  expect(printed).toContain(check);

  await lab.click('#share-filesPart');
  // As wide as the picture for print is.
  const width = () =>
    lab.evaluate(
      () => (document.querySelector('.files-part img') as HTMLImageElement).naturalWidth,
      null,
    );
  await expect.poll(width).toBe(2400);

  await lab.click('#share-handInPart');
  await typeIn(lab, '.hand-in input', '王小明');
  const line = await typed(lab, '.hand-in .result textarea');
  expect(line).toContain(`王小明 · step 20 · check code ${check}`);

  await lab.click('#share-taskPart');
  expect(await typed(lab, '.task-part textarea')).toContain('<iframe');
  await lab.click('#share-teachPart');
  await expect.poll(() => lab.isVisible('.teach-part summary')).toBe(true);

  await lab.click('#share-sheetPart');
  await expect.poll(() => lab.isVisible('.intake textarea')).toBe(true);
  await typeIn(lab, '.intake textarea', line);
  await lab.click('.intake .use');
  await expect.poll(() => lab.text('tbody .verdict')).toContain('right');
});

test('in a sandboxed frame without an origin the one file runs, and answers', async ({ lab }) => {
  await openShare(lab);
  const check = await lab.text('#check');
  // The page itself would allow no frame in it.
  await lab.leave();
  const told = await lab.evaluate((source) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const answer = new Promise<unknown>((resolve) => {
      addEventListener('message', ({ data }) => {
        if (data.type === 'answer' || data.type === 'error') resolve(data);
      });
    });
    frame.src = source;
    document.body.append(frame);
    return answer;
  }, `${lab.address}spiral-lab.html#seed=3&step=20&embed=1&ask=Why&answer=So`);
  expect(told).toMatchObject({ type: 'answer', answer: 'So', step: 20, check });
});
