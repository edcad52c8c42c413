/** Spiral Lab in a page of somebody else's, which `examples/host.html` is. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, LabPage, test } from './lab.js';
import { expectOtherWays } from './shut-in.js';

const host = readFileSync(new URL('../../../examples/host.html', import.meta.url), 'utf8');
/** What the host serves. */
let served = host;
const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(served);
});

test.beforeAll(() => new Promise<void>((ready) => server.listen(0, 'localhost', ready)));
test.afterAll(() => server.close());

/** Opens the host page, which is of another origin, and another site, than the frame in it. */
async function embed(lab: LabPage, html = host): Promise<FrameLocator> {
  served = html;
  const { port } = server.address() as AddressInfo;
  await lab.page.goto('about:blank');
  await lab.page.goto(`http://localhost:${port}/?lab=${LAB}`);
  return lab.page.frameLocator('iframe');
}

const LAB = encodeURIComponent(`http://127.0.0.1:${process.env.PAGE_PORT}/some/prefix/`);

/** Whether the host page has been scrolled, or has lost its focus to the frame. */
const state = (page: Page) =>
  page.evaluate(() => [scrollY, document.activeElement === document.body]);

test('says that it is ready, how high it is, and what was answered, and asks for no attention', async ({
  lab,
}) => {
  const { page } = lab;
  // Only the upper edge of the frame is seen: one that is not seen at all draws nothing.
  const far = host.replace('<iframe', '<div style="height: 400px"></div><iframe');
  const frame = await embed(lab, far);
  await expect(page.locator('#state')).toHaveText('The frame is ready.');
  await expect(frame.locator('#task')).toContainText('What accuracy will the network reach');
  expect(await state(page)).toEqual([0, true]);
  const height = () => page.locator('iframe').evaluate((each: HTMLIFrameElement) => each.height);
  await expect.poll(height).not.toBe('640');
  const spare = () =>
    frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(spare).toBe(0);
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
  expect(violations).toEqual([]);
  for (const name of ['中文', 'Projector'])
    await expect(frame.getByRole('button', { name })).toBeHidden();

  await frame.getByRole('textbox', { name: 'Your answer' }).fill('<b>90 %</b>');
  await frame.getByRole('button', { name: 'Answer' }).click();
  await expect(page.locator('#answer')).toContainText('<b>90 %</b>');
  await frame.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator('#answer')).toContainText('200');
  const check = (await frame.locator('#check').textContent()) ?? '';
  expect(check).toMatch(/^[0-9A-Z]{4}$/);
  await expect(page.locator('#answer')).toContainText(check);
  const network = await frame.locator('#network-accuracy').textContent();
  await expect(page.locator('#answer')).toContainText(network ?? '?');
  // The link that is posted is that of the run that is told of.
  await page.goto((await page.locator('#answer a').getAttribute('href')) ?? '');
  await lab.standsAt(200);
  await expect(page.locator('#check')).toHaveText(check);
});

test('says how high it is where it has not what it usually has', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'the widths are set by the test');
  const { page } = lab;
  await page.addInitScript(() => {
    const heights: number[] = [];
    Object.assign(window, { heights });
    addEventListener('message', ({ data }) => {
      if (data?.type === 'height') heights.push(data.height);
    });
  });
  for (const [width, more] of [
    [1040, 'hide=chart'],
    [1040, 'hide=network'],
    [740, 'lesson=3'],
  ] as const) {
    await page.setViewportSize({ width, height: 720 });
    const frame = await embed(lab, host.replace('lock=seed', `lock=seed&${more}`));
    await expect(page.locator('#state')).toHaveText('The frame is ready.');
    if (more.startsWith('lesson')) await expect(frame.locator('#inside svg').first()).toBeVisible();
    const spare = () =>
      frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
    await expect.poll(spare, `${more} at ${width}`).toBe(0);
    expect(await page.evaluate('Math.min(...heights)')).toBeGreaterThan(300);
  }
});

test('tells the page around it what could not be followed', async ({ lab }) => {
  const { page } = lab;
  await embed(lab, host.replace('lock=seed', 'lock=colour'));
  await expect(page.locator('#state')).toContainText('lock=colour is not known');
});

test('tells the page around it that it could not start', async ({ page }) => {
  const lab = new LabPage(page);
  await page.route('**/session_bg*.wasm', (route) => route.abort());
  await embed(lab);
  await expect(page.locator('#state')).toContainText('The page could not start');
});

test('copies, saves and prints in the frame of the code that it gives, and in one without a permission', async ({
  page,
}) => {
  // That the newer way is closed stands in the console, which another fixture takes for a fault.
  const lab = new LabPage(page);
  await lab.open('#step=5');
  await page.locator('#share').click();
  await page.locator('#share-taskPart').click();
  const code = await page.locator('.task-part textarea').inputValue();
  expect(code).toMatch(/^<iframe .*&amp;embed=1".*><\/iframe>$/);
  const plain = code.replace(/ (allow|sandbox)="[^"]*"/g, '');
  for (const html of [code, plain]) {
    const frame = await embed(lab, `<!doctype html><title>Course</title>${html}`);
    await expect(frame.locator('#network-loss')).not.toBeEmpty();
    await frame.locator('#share').click();
    await frame.getByRole('button', { name: 'Copy link' }).click();
    const said = frame.locator('dialog.share').getByRole('status').filter({ visible: true });
    await expect(said.filter({ hasText: 'Copied.' })).toBeVisible();
    await frame.getByRole('button', { name: 'Print…' }).click();
    await expect(said.filter({ hasText: 'forbids it' })).toHaveCount(0);
    await frame.getByRole('tab', { name: 'Files' }).click();
    const saved = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await saved).suggestedFilename()).toBe('spiral-lab.png');
  }
});

for (const [sandbox, allowed] of [
  ['allow-scripts allow-same-origin', null],
  ['allow-scripts', '*'],
] as const)
  test(`in a frame with no more than ${sandbox} there is another way for all that is forbidden`, async ({
    page,
  }) => {
    const lab = new LabPage(page);
    if (allowed)
      await page.route('**/some/prefix/**', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'access-control-allow-origin': allowed };
        await route.fulfill({ response, headers });
      });
    const bare = host
      .replace(/ allow="[^"]*"/, '')
      .replace(/sandbox="[^"]*"/, `sandbox="${sandbox}"`)
      // A frame without an origin posts as "null".
      .replace('|| origin !== lab.origin', '');
    const frame = await embed(lab, bare);
    await expect(page.locator('#state')).toHaveText('The frame is ready.');
    await expectOtherWays(frame);
    await frame.getByRole('link', { name: 'In a window of its own' }).click();
    await expect(frame.locator('#task')).toContainText('The frame allows no windows');
  });

test('obeys nothing that the page around it posts', async ({ lab }) => {
  const { page } = lab;
  const frame = await embed(lab);
  await expect(page.locator('#state')).toHaveText('The frame is ready.');
  await page.evaluate(() => {
    const inner = document.querySelector('iframe')?.contentWindow;
    const markup = '<img src=x onerror="window.taken=1">';
    for (const data of [markup, { source: 'spiral-lab', type: 'answer', answer: markup }, null])
      inner?.postMessage(data, '*');
  });
  await expect(frame.locator('img')).toHaveCount(0);
  await expect(frame.locator('#task')).not.toContainText('Your answer:');
});
