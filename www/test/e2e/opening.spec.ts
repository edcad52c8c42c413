/** Opening the page: in the wrong way, in an old browser, and that nothing comes from anywhere else. */

import { fileURLToPath, pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as bare } from '@playwright/test';
import { expect, test } from './lab.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

for (const [file, advice] of [
  ['index.html', 'npm start'],
  ['dist/index.html', 'spiral-lab.html'],
] as const) {
  bare(`${file} opened as a file says what to do`, async ({ page }) => {
    await page.goto(pathToFileURL(root + file).href);
    await expect(page.getByRole('alert')).toContainText(advice);
    await expect(page.getByRole('button', { name: 'Play' })).toBeHidden();
  });
}

bare(
  'beside the built page lies one that opens as a file, and its link keeps the run',
  async ({ page }) => {
    await page.goto(`${pathToFileURL(`${root}dist/index.html`).href}#step=7`);
    await page.getByRole('alert').getByRole('link', { name: 'spiral-lab.html' }).click();
    await expect(page.locator('output#step')).toHaveText('7');
  },
);

bare('a browser without WebAssembly SIMD gets a sentence', async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('WebAssembly SIMD');
});

bare('a browser in which WebAssembly is switched off gets told so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('switched off in this browser');
});

for (const [locale, words] of [
  ['en-US', 'stands in a sandboxed frame'],
  ['zh-CN', '放在沙盒框架里'],
] as const) {
  bare.describe(() => {
    bare.use({ locale });
    bare(
      `a sandboxed frame without an origin gets the true reason (${locale})`,
      async ({ page }) => {
        await page.route('**/around.html', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: '<iframe sandbox="allow-scripts" src="./" width="900" height="600"></iframe>',
          }),
        );
        await page.goto('around.html');
        const alert = page.frameLocator('iframe').getByRole('alert');
        await expect(alert).toContainText(words);
        await expect(alert).toContainText('sandbox="allow-scripts allow-same-origin"');
      },
    );
  });
}

bare('an engine that cannot be fetched gets a sentence', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('could not start');
});

test('nothing is fetched from another origin', async ({ lab }) => {
  const origins = new Set<string>();
  lab.page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await lab.open('#step=10');
  await lab.newData.click();
  await expect.poll(() => lab.linked('seed')).not.toBe('0');
  origins.delete('null'); // the icon, a data: address
  expect([...origins]).toEqual([new URL(lab.page.url()).origin]);
});

for (const lang of ['en', 'zh']) {
  test(`no accessibility rule is broken (${lang})`, async ({ lab }) => {
    await lab.open(`#step=50&lang=${lang}&points=1000`);
    const { violations } = await new AxeBuilder({ page: lab.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('the page fits its window: no sideways scrolling, and at 1280×720 none at all', async ({
  lab,
  isMobile,
}) => {
  await lab.open('#step=3');
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = await lab.page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { scrollWidth, clientWidth, scrollHeight, clientHeight };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  if (!isMobile) expect(scrollHeight).toBeLessThanOrEqual(clientHeight);
});

test('the boards are drawn at the resolution of the device', async ({ lab }) => {
  await lab.open();
  for (const name of ['Linear classifier', 'Neural network']) {
    const excess = await lab.board(name).evaluate((canvas: HTMLCanvasElement) => {
      return canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio;
    });
    expect(Math.abs(excess)).toBeLessThan(2);
  }
});

test.describe('on a screen of so many pixels that a board has more than 4096 a side', () => {
  test.use({ deviceScaleFactor: 13 });

  test('it is drawn with as many as there may be, and scaled', async ({ lab, isMobile }) => {
    test.skip(isMobile, 'once is enough');
    await lab.open('#step=3');
    await expect(lab.notices).toBeEmpty();
    const board = lab.board('Neural network');
    expect(await board.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(4096);
    const colours = await board.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(2048, 0, 1, 4096) ?? { data: [] };
      return new Set(Array.from({ length: 4096 }, (_, i) => data.slice(4 * i, 4 * i + 3).join()))
        .size;
    });
    expect(colours).toBeGreaterThan(2);
  });
});
