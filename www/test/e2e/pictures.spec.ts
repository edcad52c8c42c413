/** What is drawn piece by piece while a run moves is in the end what would be drawn at once. */

import { createHash } from 'node:crypto';

import { expect, type LabPage, test } from './lab.js';

/** The pictures' digests: a picture is long, and a difference says no more than that there is one. */
async function pictures(lab: LabPage): Promise<Record<string, string>> {
  const places = {
    linear: lab.board('Linear classifier'),
    network: lab.board('Neural network'),
    chart: lab.page.locator('#chart'),
  };
  const digests: Record<string, string> = {};
  for (const [name, place] of Object.entries(places)) {
    digests[name] = createHash('sha256')
      .update(await lab.picture(place))
      .digest('hex');
  }
  return digests;
}

test('a run that was watched looks like one that was opened at its step', async ({ lab }) => {
  await lab.open('#hidden=20');
  await lab.page.locator('#speed').selectOption({ label: '1,000 steps/s' });
  await lab.play.click();
  // Long enough for the linear classifier to come to rest and the chart to change its axis more than once.
  await expect.poll(() => lab.steps(), { timeout: 30_000 }).toBeGreaterThan(1200);
  await lab.pause.click();
  await expect(lab.play).toBeVisible();
  const step = await lab.steps();
  // The address is written in the frame that draws the run as it stands.
  await expect.poll(() => lab.linked('step')).toBe(String(step));
  const watched = await pictures(lab);
  await lab.page.reload();
  await lab.standsAt(step);
  await expect.poll(() => pictures(lab)).toEqual(watched);
});

test('a board keeps its points, lines and marks when it is drawn over what was there', async ({
  lab,
}) => {
  await lab.open('#hidden=20&step=300');
  const before = await pictures(lab);
  const shade = lab.page.getByLabel('Shade by probability');
  await shade.check();
  await expect.poll(() => pictures(lab)).not.toEqual(before);
  await shade.uncheck();
  await expect.poll(() => pictures(lab)).toEqual(before);
});
