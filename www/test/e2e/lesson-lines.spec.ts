/** How a chapter's text breaks into lines: none begins with a comma or a stop, not even after the words that are buttons. */

import type { Page } from '@playwright/test';
import { CHAPTERS } from '../../lesson/chapters.js';
import { expect, test } from './lab.js';

test.skip(({ isMobile }) => isMobile, 'the widths are set by the test');

const WINDOWS = [320, 390, 1024, 1920];

/** The places where a line of the chapter begins with what ends a sentence or a part of one; `width` narrows the text. */
function wrongBeginnings(page: Page, width: number | null): Promise<string[]> {
  return page.evaluate((width) => {
    type Place = [node: Node, at: number];
    const place = ([node, at]: Place) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const wrongIn = (part: Element) => {
      const wrong: string[] = [];
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      let before: Place | null = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        for (let at = 0; at < text.length; at++) {
          const isEnd = before && /[，。、；：！？）,.;:!?)]/.test(text.charAt(at));
          if (isEnd && before && place([node, at]).top >= place(before).bottom - 2)
            wrong.push(`${before[0].nodeValue?.charAt(before[1])}⏎${text.slice(at, at + 8)}`);
          before = [node, at];
        }
      }
      return wrong;
    };
    const parts = document.querySelectorAll<HTMLElement>('#lesson .page > p, .answer p');
    return [...parts].flatMap((part) => {
      part.style.width = width === null ? '' : `${width}px`;
      return wrongIn(part);
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
