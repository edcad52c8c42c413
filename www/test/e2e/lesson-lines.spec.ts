/** How a chapter's text breaks into lines: none begins with a comma or a stop, not even after the words that are buttons. */

import type { Page } from '@playwright/test';
import { CHAPTERS } from '../../lesson/chapters.js';
import { expect, test } from './lab.js';

test.skip(({ isMobile }) => isMobile, 'the widths are set by the test');

const WINDOWS = [320, 360, 390, 600, 900, 1024, 1280, 1920];

/** The places where a line of the chapter begins with what ends a sentence or a part of one; `width` narrows the text. */
function wrongBeginnings(page: Page, width: number | null): Promise<string[]> {
  return page.evaluate((width) => {
    type Character = { text: string; range: Range };
    const charactersOf = (part: Element): Character[] => {
      const characters: Character[] = [];
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const [i, text] of [...(node.nodeValue ?? '')].entries()) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          characters.push({ text, range });
        }
      }
      return characters;
    };
    const isOnNextLine = (after: Character, before: Character) =>
      after.range.getBoundingClientRect().top >= before.range.getBoundingClientRect().bottom - 2;
    const wrongIn = (characters: Character[]) =>
      characters.flatMap((each, i) => {
        const before = characters[i - 1];
        if (!before || !/[，。、；：！？）,.;:!?)]/.test(each.text)) return [];
        const text = characters.slice(i, i + 8).map((next) => next.text);
        return isOnNextLine(each, before) ? `${before.text}⏎${text.join('')}` : [];
      });
    const parts = document.querySelectorAll<HTMLElement>('#lesson .page > p, .answer p');
    return [...parts].flatMap((part) => {
      part.style.width = width === null ? '' : `${width}px`;
      return wrongIn(charactersOf(part));
    });
  }, width);
}

for (const lang of ['en', 'zh']) {
  test(`no line begins with a comma or a stop (${lang})`, async ({ lab }) => {
    test.slow();
    const { page } = lab;
    await page.goto(`#lesson=1&lang=${lang}`);
    for (const [i] of CHAPTERS.entries()) {
      await expect(page.locator('#lesson h2')).toContainText(`${i + 1}.`);
      await page.locator('#lesson .answer summary').click();
      for (const width of WINDOWS) {
        await page.setViewportSize({ width, height: 800 });
        expect(await wrongBeginnings(page, null), `chapter ${i + 1}, ${width}`).toEqual([]);
      }
      // Where lines end depends on the font: with every width each place is at the end of a line once.
      for (let width = 200; width <= 420; width += 9)
        expect(await wrongBeginnings(page, width), `chapter ${i + 1}, ${width}`).toEqual([]);
      if (i + 1 < CHAPTERS.length) await page.locator('#lesson .next').click();
    }
  });
}
