/** Who reads a step off the chart sees the curves there: what tells its values, and what leads to the end, lie beside them. */

import { expect, type LabPage, test } from './lab.js';

/** Edges on the screen. */
function edges(
  lab: LabPage,
  selector: string,
): Promise<Record<'left' | 'top' | 'right' | 'bottom', number>> {
  return lab.page.locator(selector).evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

async function readBack(lab: LabPage, end: number, lang: string): Promise<void> {
  await lab.open(`#display=projector&step=${end}&lang=${lang}`);
  for (let i = 1; i <= 3; i++) {
    await lab.page.locator('#chart').press('ArrowLeft');
    await lab.standsAt(end - i);
  }
  await expect(lab.page.locator('#tooltip')).toBeVisible();
  await expect(lab.page.locator('#to-end')).toBeVisible();
}

for (const lang of ['en', 'zh'] as const) {
  test(`values stand where the run has not been, as long as there is room (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone has no room there');
    await readBack(lab, 600, lang);
    const [tooltip, cursor] = [await edges(lab, '#tooltip'), await edges(lab, '#cursor')];
    expect(tooltip.left).toBeGreaterThan(cursor.right);
    expect(tooltip.right).toBeLessThanOrEqual((await edges(lab, '#chart')).right);
  });

  test(`at the right end neither values nor the way to the end cover a point (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    await readBack(lab, 990, lang);
    const [tooltip, cursor] = [await edges(lab, '#tooltip'), await edges(lab, '#cursor')];
    const chart = await edges(lab, '#chart');
    expect(tooltip.right).toBeLessThan(cursor.left);
    expect(tooltip.left).toBeGreaterThanOrEqual(chart.left);
    // At the top, where curves are that have not learned yet.
    const share = isMobile ? 0.5 : 1 / 3;
    expect(tooltip.bottom).toBeLessThan(cursor.top + share * (cursor.bottom - cursor.top));
    const dot = await edges(lab, '#cursor .network');
    expect(tooltip.bottom).toBeLessThan(dot.top);
    // The button stands under the axis, and within the chart.
    const button = await edges(lab, '#to-end');
    expect(button.top).toBeGreaterThan(cursor.bottom);
    expect(button.bottom).toBeLessThanOrEqual(chart.bottom + 1);
  });
}
