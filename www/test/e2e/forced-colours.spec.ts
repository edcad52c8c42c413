/** Colours that the system forces on the page: what is told by colour or by a shape is still seen and told apart. */

import { type Colour, coloursSeen, contrast, distance } from './colours.js';
import { expect, type LabPage, test } from './lab.js';

/** The strongest contrast between an element's ground and something on it. */
async function contrastIn(lab: LabPage, selector: string): Promise<number> {
  const [ground, ...others] = await coloursSeen(lab.page.locator(selector));
  if (!ground) throw new Error(`${selector} has no colour`);
  return Math.max(1, ...others.map((other) => contrast(ground, other)));
}

/** The colour of the pen that a key of the chart shows. */
function penOf(lab: LabPage, curve: string): Promise<Colour> {
  return lab.page.locator(`#loss .key.${curve}`).evaluate((key) => {
    const { backgroundColor } = getComputedStyle(key, '::before');
    return (backgroundColor.match(/\d+/g) ?? []).slice(0, 3).map(Number) as Colour;
  });
}

/** The least distance between two of the colours. */
const least = (all: Colour[]) =>
  Math.min(...all.flatMap((one, i) => all.slice(i + 1).map((other) => distance(one, other))));

for (const scheme of ['light', 'dark'] as const) {
  // With a chapter open, and with the look inside beside it.
  for (const link of ['lesson=7', 'lesson=3']) {
    test(`forced ${scheme} colours leave everything in sight (${link})`, async ({
      lab,
      isMobile,
    }) => {
      const { page } = lab;
      await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
      await lab.open(`#${link}`);
      await expect(page.locator('#lesson h2')).toBeVisible();
      await page.locator('#soft').blur();

      for (const selector of ['#play', '#play .icon', '#rate', '#hidden', '#soft', '#speed'])
        expect(await contrastIn(lab, selector), selector).toBeGreaterThan(3);
      // The word on Play stands on the button itself.
      const grounds = [
        await coloursSeen(page.locator('#play')),
        await coloursSeen(page.locator('#play .label')),
      ];
      expect(grounds[1]?.[0]).toEqual(grounds[0]?.[0]);

      if (await page.locator('#loss').isVisible()) {
        const pens = [await penOf(lab, 'linear'), await penOf(lab, 'network')] as const;
        expect(distance(...pens)).toBeGreaterThan(60);
        const onChart = await coloursSeen(page.locator('#loss .key.linear'));
        for (const pen of pens) expect(contrast(pen, onChart[0] as Colour)).toBeGreaterThan(3);
      }

      const ofBoard = (await coloursSeen(page.locator('#linear-board'))).slice(0, 3);
      expect(ofBoard).toHaveLength(3);
      expect(least(ofBoard)).toBeGreaterThan(20);

      if (isMobile) {
        const marks = await page.locator('#legend .class-mark path').all();
        const fills = await Promise.all(
          marks.map((mark) =>
            mark.evaluate((path) => {
              const [r, g, b] = (getComputedStyle(path).fill.match(/\d+/g) ?? []).map(Number);
              return [r, g, b] as Colour;
            }),
          ),
        );
        expect(fills).toHaveLength(3);
        expect(least(fills)).toBeGreaterThan(60);
      }
    });
  }
}
