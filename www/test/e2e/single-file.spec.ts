/** The page in one file: from a stick, and as a course system puts it into a frame that has no origin. */

import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lossesAt, openEverything } from './everything.js';
import { expect, test } from './lab.js';
import { expectOtherWays } from './shut-in.js';

const path = fileURLToPath(new URL('../../../dist/spiral-lab.html', import.meta.url));
const file = pathToFileURL(path).href;

test('opened as a file it has the losses of the served page, and everything opens', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open('#step=200');
  const served = await lossesAt(page, 200);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${file}#step=200`);
  expect(await lossesAt(page, 200)).toEqual(served);
  await page.locator('#share').click();
  await expect(page.locator('.link-part')).toContainText('This page is a file');
  // Nor what the folders are called.
  await expect(page.locator('.link-part input')).toHaveValue(/^#seed=/);
  // A phone that reads a code of this address would find nothing.
  await expect(page.locator('.link-part svg')).toBeHidden();
  await page.getByRole('tab', { name: 'Task' }).click();
  await expect(page.locator('.task-part')).toContainText('This page is a file');
  await page.getByRole('tab', { name: 'Hand in' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await expect(page.locator('.hand-in')).toContainText('Hand in the line');
  await expect(page.locator('.hand-in svg')).toBeHidden();
  // What is handed in here can be collected here, and saved.
  const line = await page.locator('.hand-in .result textarea').inputValue();
  expect(line).toContain(' · #seed=');
  await page.getByRole('tab', { name: 'Collect' }).click();
  await page.locator('.intake textarea').fill(line);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.locator('.collected')).toContainText('1 check code is right');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('hand-ins.csv');
  await page.getByRole('tab', { name: 'Link' }).click();
  await page.keyboard.press('Escape');
  await openEverything(page);
  // Its address is a link as any other.
  await expect.poll(() => lab.linked('lang')).toBe('zh');
  const linked = page.url();
  const step = await lab.steps();
  await page.goto('about:blank');
  await page.goto(linked);
  await lab.standsAt(step);
  const fetched = asked.filter((url) => !/^(data|blob|about):/.test(url));
  expect(new Set(fetched.map((url) => url.replace(/#.*/s, '')))).toEqual(new Set([file]));
});

const escaped = () => readFileSync(path, 'utf8').replaceAll('&', '&amp;').replaceAll('"', '&quot;');

for (const [form, source] of [
  ['from an address', () => 'src="spiral-lab.html#step=200"'],
  ['from a text', () => `srcdoc="${escaped()}"`],
] as const) {
  test(`in a sandboxed frame without an origin, ${form}, everything opens`, async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile && form === 'from a text', 'its frame is as the other one');
    // What the frame forbids stands in the console.
    await page.route('**/around.html', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><meta name="viewport" content="width=device-width">
          <iframe sandbox="allow-scripts" ${source()} style="width:100%;height:90vh"></iframe>`,
      }),
    );
    await page.goto('around.html');
    const frame = page.frameLocator('iframe');
    await lossesAt(frame, form === 'from an address' ? 200 : 0);
    await expectOtherWays(frame);
    await openEverything(frame);
  });
}
