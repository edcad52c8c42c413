/** The first paint is the page: what stands there before any script is what stands there after, and nothing moves. */

import type { Page, Route } from '@playwright/test';
import { dictionary, type Language } from '../../i18n/index.js';
import { expect, test } from './lab.js';

/** The sum of all layout shifts that Lighthouse and its like call bad from 0.1 on. */
const MOST = 0.02;

interface Shift {
  value: number;
  moved: string[];
}

interface ShiftEntry extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

/** Has the page note its layout shifts from its first paint on. */
async function noteShifts(page: Page): Promise<() => Promise<Shift[]>> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    const nameOf = (node: Node | null) =>
      node instanceof Element ? node.outerHTML.slice(0, 60) : String(node?.nodeName);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as ShiftEntry[])
        shifts.push({
          value: entry.value,
          moved: entry.sources.map(({ node }) => nameOf(node)),
        });
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { shifts });
  });
  return () =>
    page.evaluate(async () => {
      // Shifts are told of a frame after they have been painted.
      for (let frames = 0; frames < 3; frames++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return (window as unknown as { shifts: Shift[] }).shifts;
    });
}

/** Holds back what the page asks for at a path until it is let go. */
async function hold(page: Page, path: string): Promise<() => Promise<void>> {
  const waiting: Route[] = [];
  let open = false;
  await page.route(path, (route) => {
    if (open) return route.continue();
    waiting.push(route);
    return undefined;
  });
  return async () => {
    open = true;
    await Promise.all(waiting.map((route) => route.continue()));
  };
}

const painted = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);

const LINKS = ['', '#step=300', '#step=30000', '#lesson=1', '#lesson=2', '#lesson=8'];
const LOCALES: [Language, string][] = [
  ['en', 'en-US'],
  ['zh', 'zh-CN'],
];

for (const [lang, locale] of LOCALES) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });

    for (const link of LINKS)
      test(`nothing moves when script and engine come late (${link || 'no link'})`, async ({
        lab,
      }) => {
        const { page } = lab;
        const shifts = await noteShifts(page);
        const scripts = await hold(page, '**/index-*.js');
        const engine = await hold(page, '**/*.wasm');
        await page.goto(link, { waitUntil: 'commit' });
        await painted(page);
        await scripts();
        await page.waitForFunction(() => 'started' in document.documentElement.dataset);
        await engine();
        const chapter = /lesson=(\d+)/.exec(link)?.[1];
        if (chapter) await expect(page.locator('#lesson h2')).toBeVisible();
        if (chapter && Number(chapter) > 1) await expect(page.locator('#inside')).toBeVisible();
        await expect(page.locator('#catching-up')).toBeHidden();
        await expect(page.locator('#network-loss')).not.toBeEmpty();
        const all = await shifts();
        const sum = all.reduce((total, { value }) => total + value, 0);
        expect(sum, JSON.stringify(all, null, 1)).toBeLessThanOrEqual(MOST);
      });

    test('every text is there before the script, in the right language, and stays', async ({
      lab,
    }) => {
      const { page } = lab;
      const scripts = await hold(page, '**/index-*.js');
      await page.goto('', { waitUntil: 'commit' });
      await painted(page);
      const read = () =>
        page.locator('[data-text]:not(#loading)').evaluateAll((elements) =>
          elements.map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [element.textContent, x, y, width, height];
          }),
        );
      const before = await read();
      await expect(page).toHaveTitle(dictionary(lang).title);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('#play')).toHaveText(dictionary(lang).play);
      await scripts();
      await lab.standsAt(0);
      expect(await read()).toEqual(before);
    });

    test('while the engine loads the page says so, and nothing can be pressed', async ({ lab }) => {
      const { page } = lab;
      const engine = await hold(page, '**/*.wasm');
      await page.goto('', { waitUntil: 'commit' });
      await page.waitForFunction(() => 'started' in document.documentElement.dataset);
      const play = page.getByRole('button', { name: dictionary(lang).play, exact: true });
      await expect(play).toBeVisible();
      await expect(page.getByText(dictionary(lang).loading)).toBeVisible();
      await expect(page.locator(':is(button, input, select):enabled')).toHaveCount(0);
      await page.keyboard.press('Space');
      await engine();
      await lab.standsAt(0);
      await expect(page.getByText(dictionary(lang).loading)).toBeHidden();
      await expect(
        page.locator(':is(header, #controls) :is(button, input, select):disabled'),
      ).toHaveCount(0);
      await play.click();
      await expect.poll(() => lab.steps()).toBeGreaterThan(0);
    });
  });
}

test('what the page names is asked for at once, and nothing waits for another', async ({ lab }) => {
  const { page } = lab;
  const first = await hold(page, '**/first-paint-*.js');
  const asked = [/index-.*\.js$/, /index-.*\.css$/, /session_bg.*\.wasm$/].map((name) =>
    page.waitForRequest(name),
  );
  await page.goto('', { waitUntil: 'commit' });
  await Promise.all(asked);
  await first();
  await lab.standsAt(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the texts are there, and what is missing is said', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('noscript')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(dictionary('en').title);
    await expect(page.getByRole('slider', { name: 'Learning rate', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeDisabled();
    await expect(page.getByText(dictionary('en').loading)).toBeHidden();
  });
});
