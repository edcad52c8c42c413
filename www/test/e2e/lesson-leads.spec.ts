/** The words of a chapter that name a step or a setting lead there, and the boards show the numbers that the text states. */

import { LESSONS } from '../../i18n/lesson.js';
import { CHAPTERS } from '../../lesson/chapters.js';
import { MEASURED } from '../../lesson/facts.js';
import { leads } from '../../lesson/prose.js';
import { expect, test } from './lab.js';

const { chapters } = LESSONS.en;

/** Settings in one order, as a link has them. */
const written = (settings: object) =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

for (const [i, { id, settings, step: start }] of CHAPTERS.entries()) {
  const links = leads(Object.values(chapters[id]).join('\n'));
  if (links.length === 0) continue;

  test(`the words of chapter ${i + 1} lead to what they say`, async ({ lab }) => {
    await lab.page.goto(`#lesson=${i + 1}`);
    await lab.standsAt(start);
    const panel = lab.page.locator('#lesson');
    await panel.getByText(LESSONS.en.show).click();
    for (const [place, link] of links.entries()) {
      const { step, ...changed } = Object.fromEntries(new URLSearchParams(link));
      await panel.locator('.lead-to').nth(place).click();
      await lab.standsAt(Number(step));
      for (const [name, value] of Object.entries(changed))
        await expect.poll(() => lab.linked(name), link).toBe(value);
      const facts = MEASURED.filter(
        (fact) =>
          fact.chapter === id &&
          fact.step === Number(step) &&
          written({ ...settings, ...fact.settings }) === written({ ...settings, ...changed }),
      );
      expect(facts.length, link).toBeGreaterThan(0);
      // The loss of held-out points stands in the chart alone; lesson.test.ts holds it against the engine.
      for (const { of, what, says } of facts.filter(({ heldOut }) => !heldOut))
        await expect(lab.output(`${of}-${what}`), `${link}: ${says}`).toContainText(says);
    }
  });
}
