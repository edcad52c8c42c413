/** A run is handed on: its link copied, shown as a QR code, and passed on by the system. */

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type LabPage, test } from './lab.js';
import { scanned } from './scanned.js';

const dialog = (lab: LabPage) => lab.page.getByRole('dialog', { name: 'Share this run' });
const link = (lab: LabPage) => dialog(lab).getByRole('textbox', { name: 'Link to this run' });

async function share(lab: LabPage, hash: string): Promise<void> {
  await lab.open(hash);
  await lab.page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(lab)).toBeVisible();
}

/** What a camera would read from the screen. */
const scannedIn = async (page: Page) =>
  scanned(page, await page.locator('.share .link-part svg').screenshot());

test('the link and its QR code lead to the run as it stands', async ({ lab }) => {
  await share(lab, '#seed=3&rate=0.7&step=40&changes=20:rate=0.3&lesson=2');
  const address = await link(lab).inputValue();
  expect(new URL(address).hash).toBe(new URL(lab.page.url()).hash);
  expect(await scannedIn(lab.page)).toBe(address);
  // The keys of the page behind it mean nothing here.
  await lab.page.keyboard.press('ArrowRight');
  await lab.page.keyboard.press('Escape');
  await expect(dialog(lab)).toBeHidden();
  const readings = await lab.readings();
  await lab.standsAt(40);
  await lab.page.goto('about:blank');
  await lab.page.goto(address);
  await lab.standsAt(40);
  expect(await lab.readings()).toEqual(readings);
});

test('the code of a long link is shown as large as the window, and read', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone shows its code to nobody');
  const changes = Array.from({ length: 110 }, (_, i) => `${i + 1}:rate=${1 + i / 1000}`).join(';');
  await share(lab, `#step=5&changes=${changes}`);
  const address = await link(lab).inputValue();
  expect(address.length).toBeGreaterThan(1400);
  await expect(dialog(lab)).toContainText('show its code large');
  const code = lab.page.locator('.link-part svg');
  const width = async () => (await code.boundingBox())?.width ?? 0;
  expect(await width()).toBeLessThan(450);
  await dialog(lab).getByRole('button', { name: 'Large code' }).click();
  expect(await width()).toBeGreaterThan(550);
  const { height = 0 } = (await dialog(lab).boundingBox()) ?? {};
  expect(height).toBeLessThanOrEqual(720);
  expect(await scannedIn(lab.page)).toBe(address);
  await expect(dialog(lab).getByRole('tab').first()).toBeHidden();
  await dialog(lab).getByRole('button', { name: 'Smaller' }).click();
  expect(await width()).toBeLessThan(450);
});

test('it says whether the page opens without a network', async ({ lab }) => {
  // Tests have no service worker, as a browser that refuses one or has no room left.
  await share(lab, '#step=5');
  await expect(dialog(lab)).toContainText('The page is not kept on this device');
});

test('a run on its way to a step is handed on once it is there, and Back closes what was told', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open('#seed=3&step=5');
  await page.evaluate(() => {
    location.hash = '#seed=3&step=60000';
  });
  await expect.poll(() => lab.steps()).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(lab)).toContainText(/on its way: step\s[\d,]+ of 60,000/);
  await expect(dialog(lab).getByRole('button')).toHaveText(['Close']);
  await lab.standsAt(60_000);
  await expect(dialog(lab).getByRole('button', { name: 'Copy link' })).toBeVisible();
  expect(await link(lab).inputValue()).toContain('step=60000');
  await page.goBack();
  await expect(dialog(lab)).toBeHidden();
  await lab.standsAt(5);
});

test('a code is black on white in the dark, too', async ({ lab }) => {
  await share(lab, '#display=dark&step=5');
  expect(await scannedIn(lab.page)).toBe(await link(lab).inputValue());
});

test('the link is copied, or marked where nothing may be copied', async ({ lab }) => {
  const { page } = lab;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await share(lab, '#seed=9&step=5');
  const copy = dialog(lab).getByRole('button', { name: 'Copy link' });
  const said = dialog(lab).getByRole('status');
  await copy.click();
  await expect(said).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await link(lab).inputValue(),
  );
  // As in a frame without the permission: the older way is still open.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await copy.click();
  await expect(said).toHaveText('Copied.');
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await copy.click();
  await expect(said).toContainText('The link is marked');
  const marked = await link(lab).evaluate((box: HTMLInputElement) => {
    return box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0);
  });
  expect(marked).toBe(await link(lab).inputValue());
});

test('the system passes it on where it can, and says so where it could not', async ({ lab }) => {
  const { page } = lab;
  await page.addInitScript(() => {
    const passed: ShareData[] = [];
    Object.assign(window, { passed });
    navigator.share = (data = {}) => {
      passed.push(data);
      const refused = new DOMException('', 'NotAllowedError');
      return passed.length > 1 ? Promise.reject(refused) : Promise.resolve();
    };
  });
  await share(lab, '#seed=9&step=5');
  const pass = dialog(lab).getByRole('button', { name: 'Pass on…' });
  await pass.click();
  const passed = await page.evaluate('passed[0].url');
  expect(passed).toBe(await link(lab).inputValue());
  await pass.click();
  await expect(dialog(lab).getByRole('status')).toContainText('Copy the link instead');
});

test('a link that no QR code holds is copied', async ({ lab }) => {
  const changes = Array.from({ length: 250 }, (_, i) => `${i + 1}:rate=${1 + i / 1000}`).join(';');
  await share(lab, `#step=5&changes=${changes}`);
  await expect(dialog(lab)).toContainText('too much for a QR code');
  await expect(dialog(lab).getByRole('button', { name: /file/ })).toBeHidden();
  expect((await link(lab).inputValue()).length).toBeGreaterThan(3000);
});

test('a link that is too long for browsers is saved as a file', async ({ lab }) => {
  await lab.open('#seed=3&points=1000');
  await lab.page.locator('#open-points').click();
  await lab.page.locator('#points-panel select').first().selectOption('own');
  await lab.page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(lab)).toContainText('longer than 8,000 characters');
  const saved = lab.page.waitForEvent('download');
  await dialog(lab).getByRole('button', { name: 'Save the run as a file' }).click();
  expect((await saved).suggestedFilename()).toBe('spiral-lab.txt');
  await expect(dialog(lab).locator('.link-part svg')).toBeHidden();
  expect((await link(lab).inputValue()).length).toBeGreaterThan(8000);
  // So is one that is handed in.
  await dialog(lab).getByRole('tab', { name: 'Hand in' }).click();
  await dialog(lab).getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await expect(dialog(lab)).toContainText('and hand that in');
  // A frame may allow no files.
  await expect(dialog(lab).getByRole('button', { name: 'Copy line' })).toBeVisible();
  const handIn = lab.page.waitForEvent('download');
  await dialog(lab).getByRole('button', { name: 'Save the run as a file' }).click();
  expect(readFileSync(await (await handIn).path(), 'utf8')).toContain('&handin=Ada&check=');
});

for (const [lang, name] of [
  ['en', 'Share'],
  ['zh', '分享'],
] as const)
  test(`it fits, and axe finds nothing in it (${lang})`, async ({ lab, isMobile }) => {
    const { page } = lab;
    const sizes = isMobile ? [{ width: 390, height: 844 }] : SIZES;
    await lab.open(`#lang=${lang}&step=5&display=${lang === 'zh' ? 'dark' : 'light'}`);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const header = await page.locator('header').evaluate(({ scrollWidth, clientWidth }) => ({
        scrollWidth,
        clientWidth,
      }));
      expect(header.scrollWidth, JSON.stringify(size)).toBeLessThanOrEqual(header.clientWidth);
      await page.getByRole('button', { name, exact: true }).click();
      const sheet = page.locator('dialog.share');
      await expect(sheet).toBeVisible();
      const over = await sheet.evaluate((element) => element.scrollHeight - element.clientHeight);
      expect(over, JSON.stringify(size)).toBe(0);
      const { violations } = await new AxeBuilder({ page }).include('dialog.share').analyze();
      expect(violations).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];
