/** The engine's package in pages that have no bundler. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { defaults } from '../../engine/settings.js';
import { engine, limits } from '../engine-in-node.js';
import { installPackage, readmeCode } from '../installed-package.js';
import { expect, test } from './lab.js';
import { serveFolder } from './serve-folder.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

// A program's matter, not a window's.
test.skip(({ isMobile }) => isMobile, 'once is enough');

test('an installed package trains both classifiers in a bare page, to the bits of Node', async ({
  lab,
}) => {
  const project = installPackage();
  const served = await serveFolder(project.folder);
  const put = (name: string, page: string) =>
    writeFileSync(join(project.folder, name), `<link rel="icon" href="data:,">${page}`);
  const index = 'node_modules/spiral-lab-engine/index.js';
  put('bare.html', `<script type="module">window.engine = await import('./${index}')</script>`);
  const [ofReadme = ''] = readmeCode('html');
  put('readme.html', ofReadme);
  try {
    await lab.page.goto(`${served.address}bare.html`);
    const there = await lab.page.waitForFunction(() => Reflect.get(window, 'engine'));
    const inPage = await there.evaluate(trained);
    const inNode: typeof inPage = await trained(
      await import(pathToFileURL(join(project.folder, index)).href),
    );
    expect(inPage).toEqual(inNode);
    engine.start(defaults(limits));
    engine.advance(200);
    const { linear, network } = engine.frame;
    expect(inPage.losses).toEqual({ linear: linear.loss, network: network.loss });
    expect(inPage.code).toBe(engine.checkCode());

    await lab.page.goto(`${served.address}readme.html`);
    await expect(lab.page).toHaveTitle(`200: ${network.loss}`);
  } finally {
    served.stop();
    project.remove();
  }
});

test('the example draws points, curve and regions, more of them with each step', async ({
  lab,
}) => {
  const { page } = lab;
  const served = await serveFolder(repository);
  try {
    await page.goto(`${served.address}examples/minimal.html`);
    const step = async () =>
      Number(/^Step (\d+)/.exec((await page.locator('#reading').textContent()) ?? '')?.[1] ?? 0);
    await expect.poll(step).toBeGreaterThan(0);
    const [before, pictures] = [await step(), await canvases(page)];
    await expect.poll(step).toBeGreaterThan(before + 50);
    const later = await canvases(page);
    expect(later.map(({ id }) => id)).toEqual(['linear', 'network', 'chart']);
    for (const [i, { id, colours, picture }] of later.entries()) {
      expect(colours, id).toBeGreaterThan(id === 'chart' ? 1 : 5);
      expect(picture, id).not.toBe(pictures[i]?.picture);
    }
  } finally {
    served.stop();
  }
});

/** Every canvas, with how many colours it shows. */
function canvases(page: Page) {
  return page.locator('canvas').evaluateAll((all) =>
    (all as HTMLCanvasElement[]).map((canvas) => {
      const { width, height } = canvas;
      const image = canvas.getContext('2d')?.getImageData(0, 0, width, height);
      const colours = new Set(image && new Uint32Array(image.data.buffer)).size;
      return { id: canvas.id, colours, picture: canvas.toDataURL() };
    }),
  );
}

/** What a run of 200 steps comes to, in the page or here. */
async function trained({ load }: typeof import('../../../engine-package/index.js')) {
  const lab = await load();
  lab.advance(200);
  const colours = Uint8Array.of(1, 0, 0, 2, 0, 0, 3, 0, 0);
  const pixels = [...lab.pixels('network', { side: 20, reach: 1, colours })];
  return { losses: lab.losses, code: lab.checkCode(), pixels };
}
