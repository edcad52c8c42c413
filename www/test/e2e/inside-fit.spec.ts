/** The look inside in every window: nothing is cut off or lies over another thing, and from the back row it is read without
 * scrolling. */

import { CHAPTERS } from '../../lesson/chapters.js';
import { faultsOfLayout } from './geometry.js';
import { addStyles, expect, type LabPage, test } from './lab.js';

test.skip(({ isMobile }) => isMobile, 'the sizes are set by the test');

const SIZES = [
  [1024, 768],
  [1180, 820],
  [1280, 720],
  [1366, 768],
  [1920, 1080],
  [390, 844],
  [320, 568],
] as const;
const TABS = ['network', 'point', 'check'] as const;
const NOTHING = '#nothing-is-left-out';

/** Of all of them those that differ most. */
const FEW = SIZES.filter(([width]) => ![1180, 1366, 320].includes(width));
/** Without a lesson the letters are wider, too. */
const WIDTHS = { '': [false, true] } as Partial<Record<string, boolean[]>>;

/** As a font does whose letters are wider; places for numbers are measured in its digits. */
const WIDER = '* { letter-spacing: 0.055em } output { letter-spacing: 0 }';

async function goTo(lab: LabPage, hash: string): Promise<void> {
  // From elsewhere, since only what follows the # changes.
  await lab.page.goto('about:blank');
  await lab.open(hash);
}

for (const lang of ['en', 'zh'] as const) {
  for (const display of ['light', 'projector'] as const) {
    for (const chapter of ['', '&lesson=3', '&lesson=9']) {
      test(`nothing is cut off or overprinted (${lang}, ${display}${chapter})`, async ({ lab }) => {
        test.slow();
        const { page } = lab;
        await goTo(lab, `#step=200&lang=${lang}&display=${display}${chapter}`);
        const inside = page.locator('#inside');
        if (chapter === '') await page.locator('#open-inside').click();
        await expect(inside).toBeVisible();
        for (const wider of WIDTHS[chapter] ?? [false]) {
          if (wider) await addStyles(page, WIDER);
          for (const tab of TABS) {
            await page.locator(`#tab-${tab}`).click();
            await expect(page.locator(`#inside-${tab}`)).toBeVisible();
            // The narrowest phones are too narrow for the bar with such a font.
            for (const [width, height] of wider || chapter ? FEW : SIZES) {
              await page.setViewportSize({ width, height });
              const faults = await faultsOfLayout(page, NOTHING);
              expect(faults, `${tab} at ${width}×${height}, wider: ${wider}`).toEqual([]);
            }
          }
        }
      });
    }
  }
}

test('with a lesson and the look inside the chart stays beside the boards, also with its tools', async ({
  lab,
}) => {
  const { page } = lab;
  const chart = page.locator('#chart');
  const height = async (selector: string) =>
    (await page.locator(selector).boundingBox())?.height ?? 0;
  for (const [width, tall] of FEW.slice(0, 3)) {
    await page.setViewportSize({ width, height: tall });
    for (const lang of ['en', 'zh']) {
      for (const display of ['light', 'projector']) {
        const where = `${lang}, ${display} at ${width}×${tall}`;
        await goTo(lab, `#lesson=3&step=300&lang=${lang}&display=${display}`);
        await expect(page.locator('#inside-network'), where).toBeVisible();
        await expect(chart, where).toBeVisible();
        expect(await height('#chart'), where).toBeGreaterThanOrEqual(100);
        expect((await chart.boundingBox())?.width, where).toBeGreaterThanOrEqual(200);
        await page.locator('#chart-more').click();
        await expect(page.locator('#chart-tools')).toBeVisible();
        expect(await height('#chart'), where).toBeGreaterThanOrEqual(100);
        expect(await height('#inside'), where).toBeGreaterThanOrEqual(180);
      }
    }
  }
});

/** What a chapter speaks of in the look inside. */
const SPOKEN_OF: Partial<Record<string, readonly string[]>> = {
  neuron: ['.diagram[data-drawing=neuron]', '#inside-point .which:first-of-type'],
  linear: ['.diagram[data-drawing=linear]', '.parameters tbody'],
  softmax: ['.diagram[data-drawing=linear]', '.of-softmax'],
  crossEntropy: ['.diagram[data-drawing=linear]', '.of-crossEntropy'],
  gradient: ['.diagram[data-drawing=linear]', '.of-result'],
  relu: ['.diagram[data-drawing=network]', '#all-lines'],
  twoLayers: ['.diagram[data-drawing=network]'],
  offCentre: ['.diagram[data-drawing=network]', '#all-lines'],
};

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  for (const lang of ['en', 'zh'] as const) {
    test(`on the projector at ${width}×${height} what a chapter speaks of is whole in sight (${lang})`, async ({
      lab,
    }) => {
      const { page } = lab;
      await page.setViewportSize({ width, height });
      for (const [i, { id, step, view }] of CHAPTERS.entries()) {
        if (!view.inside) continue;
        await goTo(lab, `#lesson=${i + 1}&lang=${lang}&display=projector&step=${step}`);
        expect(SPOKEN_OF[id], id).toBeDefined();
        for (const selector of SPOKEN_OF[id] ?? [])
          await expect(page.locator(`#inside ${selector}`), `${id}: ${selector}`).toBeInViewport({
            // Where a list has been scrolled to is rounded to a pixel.
            ratio: 0.99,
          });
      }
    });
  }
}

test('on the projector the numbers are large enough for the back row', async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await goTo(lab, '#step=200&display=projector');
  await page.locator('#open-inside').click();
  const least = (selector: string) =>
    page
      .locator(selector)
      .locator('visible=true')
      .evaluateAll((all) => Math.min(...all.map((e) => parseFloat(getComputedStyle(e).fontSize))));
  await expect(page.locator('.parameters .value').first()).toBeVisible();
  expect(await least('.parameters .value')).toBeGreaterThanOrEqual(24);
  expect(await least('.parameters .slope')).toBeGreaterThanOrEqual(20);
  await page.locator('#tab-point').click();
  await expect(page.locator('.numbers').first()).toBeVisible();
  expect(await least('.numbers')).toBeGreaterThanOrEqual(25);
  await page.locator('#tab-check').click();
  await expect(page.locator('.check dd').first()).toBeVisible();
  expect(await least('.check :is(dt, dd)')).toBeGreaterThanOrEqual(26);
});

for (const display of ['light', 'projector'] as const) {
  for (const chapter of ['', '&lesson=9']) {
    test(`what the check of all finds comes into sight by itself (${display}${chapter})`, async ({
      lab,
    }) => {
      const { page } = lab;
      for (const [width, height] of FEW) {
        await page.setViewportSize({ width, height });
        await goTo(lab, `#step=100&display=${display}${chapter}`);
        if (chapter === '') await page.locator('#open-inside').click();
        await page.locator('#tab-check').click();
        const all = page.locator('#inside-check .of-all');
        await all.getByRole('button', { name: 'Check all' }).click();
        await expect(all).toContainText('agree.');
        // In sight, and not under what stands at the bottom.
        const hidden = () =>
          all.evaluate((place) => {
            const parts = [...place.children].filter((part) => part.checkVisibility());
            return parts.filter((part) =>
              [...part.getClientRects()].some(({ left, top, right, bottom }) =>
                [top + 3, bottom - 3].some(
                  (y) => !place.contains(document.elementFromPoint((left + right) / 2, y)),
                ),
              ),
            ).length;
          });
        await expect.poll(hidden, `at ${width}×${height}`).toBe(0);
      }
    });
  }
}

for (const lang of ['en', 'zh'] as const) {
  test(`nothing is drawn under the words that stand over a drawing (${lang})`, async ({ lab }) => {
    const { page } = lab;
    for (const chapter of [2, 3, 8]) {
      await goTo(lab, `#lang=${lang}&lesson=${chapter}&step=0`);
      for (const [width, height] of FEW.slice(0, 3)) {
        await page.setViewportSize({ width, height });
        const words = page.locator('.drawing label');
        await expect(words).toBeVisible();
        const drawn = () =>
          page.locator('.diagram').evaluate((canvas: HTMLCanvasElement) => {
            const label = canvas.parentElement?.querySelector('label')?.getBoundingClientRect();
            const { left, top, width: wide } = canvas.getBoundingClientRect();
            const context = canvas.getContext('2d');
            if (!label || !context) throw new Error('there is no drawing');
            const scale = canvas.width / wide;
            const [x, y] = [(label.left - left) * scale, (label.top - top) * scale];
            const { data } = context.getImageData(x, y, label.width * scale, label.height * scale);
            return data.some((byte, i) => i % 4 === 3 && byte > 0);
          });
        await expect.poll(drawn, `chapter ${chapter} at ${width}×${height}`).toBe(false);
      }
    }
  });
}
