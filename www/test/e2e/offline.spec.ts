/** After one visit the page works where its server is gone; and an update never mixes two builds. */

import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { writeWorker } from '../../../scripts/offline.js';
import { lossesAt, openEverything } from './everything.js';
import { expect } from './lab.js';
import { type StaticServer, serveFolder } from './static-server.js';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

const test = base.extend<{ server: StaticServer }>({
  serviceWorkers: 'allow',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  server: async ({}, use) => {
    const server = await serveFolder(dist);
    await use(server);
    await server.stop();
  },
});

/** Until the worker has all files and answers for this page. */
const keptWhole = (page: Page) =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator;
    if (!serviceWorker.controller)
      await new Promise((change) => serviceWorker.addEventListener('controllerchange', change));
  });

/** The names of the caches, and how many files are in all of them. */
const caches = (page: Page) =>
  page.evaluate(async () => {
    const names = await window.caches.keys();
    const kept = await Promise.all(
      names.map(async (name) => (await (await window.caches.open(name)).keys()).length),
    );
    return { names, kept };
  });

test('after one visit all of it works where the server is gone', async ({ page, server }) => {
  await page.goto(`${server.address}#step=50`);
  const losses = await lossesAt(page, 50);
  await keptWhole(page);
  // The visit's own files were not fetched twice.
  const scripts = server.asked.filter((path) => path.endsWith('.js') && path !== 'sw.js');
  expect(scripts.length).toBe(new Set(scripts).size);
  await server.stop();
  // The page that is still open finds what it has not yet loaded, and so does every later one.
  await page.locator('#open-inside').click();
  await expect(page.locator('#inside svg').first()).toBeVisible();
  for (const address of ['?from=a-course#step=50', 'index.html#step=50']) {
    await page.goto('about:blank');
    await page.goto(server.address + address);
    expect(await lossesAt(page, 50)).toEqual(losses);
  }
  await openEverything(page);
  await page.locator('#share').click();
  await expect(page.locator('dialog.share .offline')).toContainText(
    /没有网络也能打开|opens without a network/,
  );
  await page.keyboard.press('Escape');
  // What is not of the page is asked of the server, which is gone.
  await expect(page.goto(`${server.address}elsewhere`)).rejects.toThrow('ERR_CONNECTION_REFUSED');
});

test('where there is no room to keep it the page works, and says that it is not kept', async ({
  context,
  page,
  server,
}) => {
  const { origin } = new URL(server.address);
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 10_000 });
  await page.goto(`${server.address}#step=50`);
  await lossesAt(page, 50);
  const end = await page.evaluate(async () => {
    const { installing: worker } = await navigator.serviceWorker.register('sw.js');
    while (worker?.state === 'installing')
      await new Promise((change) => worker.addEventListener('statechange', change));
    return worker?.state;
  });
  expect(end).toBe('redundant');
  expect((await caches(page)).names).toEqual([]);
  await page.locator('#share').click();
  await expect(page.locator('dialog.share .offline')).toContainText('or has no room left');
  await page.keyboard.press('Escape');
  await openEverything(page);
});

/** A copy of the build whose page says so, and in which every file of it has another name. */
function anotherBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spiral-lab-'));
  cpSync(dist, folder, { recursive: true });
  const names = readdirSync(join(folder, 'assets'));
  for (const path of ['index.html', ...names.map((name) => join('assets', name))]) {
    if (!/\.(html|js|css)$/.test(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    const renamed = names.reduce((all, name) => all.replaceAll(name, `b-${name}`), text);
    writeFileSync(join(folder, path), renamed.replace('<html ', '<html data-build="b" '));
  }
  for (const name of names)
    renameSync(join(folder, 'assets', name), join(folder, 'assets', `b-${name}`));
  writeWorker(folder);
  return folder;
}

const build = (page: Page) => page.locator('html').getAttribute('data-build');

test('an update waits until the old page is closed, and never mixes two builds', async ({
  context,
  page,
  server,
  isMobile,
}) => {
  test.skip(isMobile, 'once is enough');
  const folder = anotherBuild();
  await page.goto(server.address);
  await lossesAt(page, 0);
  await keptWhole(page);
  const first = await caches(page);
  expect(first.names).toHaveLength(1);

  server.folder = folder;
  server.asked.length = 0;
  await page.reload();
  // The second build is there, whole, and waits.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const worker = registration.installing ?? registration.waiting;
    const arrived =
      worker ??
      (await new Promise<ServiceWorker>((resolve) => {
        registration.addEventListener('updatefound', () => {
          if (registration.installing) resolve(registration.installing);
        });
      }));
    while (arrived.state === 'installing')
      await new Promise((change) => arrived.addEventListener('statechange', change));
  });
  const both = await caches(page);
  expect(both.names).toHaveLength(2);
  expect(both.kept).toEqual([first.kept[0], first.kept[0]]);
  // Until it is closed the page gets the first build, also in a second window.
  await page.reload();
  const beside = await context.newPage();
  await beside.goto(server.address);
  for (const each of [page, beside]) {
    await lossesAt(each, 0);
    expect(await build(each)).toBeNull();
    await each.locator('#open-inside').click();
    await expect(each.locator('#inside svg').first()).toBeVisible();
  }
  await page.close();
  // From beside the page it is seen when the second build's worker takes over.
  await beside.goto(new URL('..', server.address).href);
  await beside.evaluate(async (address) => {
    const waiting = (await navigator.serviceWorker.getRegistration(address))?.waiting;
    while (waiting && waiting.state !== 'activated')
      await new Promise((change) => waiting.addEventListener('statechange', change));
  }, server.address);
  await beside.goto(server.address);
  expect(await build(beside)).toBe('b');
  await lossesAt(beside, 0);
  await beside.locator('#open-inside').click();
  await expect(beside.locator('#inside svg').first()).toBeVisible();
  expect((await caches(beside)).names).toEqual(
    both.names.filter((name) => name !== first.names[0]),
  );
  rmSync(folder, { recursive: true });
});

test('the page can be installed: its manifest has no fault, and its icons are what it says', async ({
  page,
  server,
  isMobile,
}) => {
  test.skip(isMobile, 'once is enough');
  await page.goto(server.address);
  const session = await page.context().newCDPSession(page);
  const { errors, data = '', url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons, start_url: start, scope, display } = JSON.parse(data);
  expect(new URL(start, url).href).toBe(server.address);
  expect(new URL(scope, url).href).toBe(server.address);
  expect(display).toBe('standalone');
  expect(icons.map(({ purpose = 'any' }) => purpose)).toContain('maskable');
  for (const { src, sizes, type } of icons) {
    const answer = await page.request.get(new URL(src, url).href);
    expect(answer.headers()['content-type']).toBe(type);
    const bytes = await answer.body();
    if (type === 'image/png')
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
});
