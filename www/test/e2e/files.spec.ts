/** A run is saved as a picture, a script and tables, each of which can be copied, too; pictures and JSON open it again. */

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { textsIn, withTexts } from '../../export/png.js';
import { expect, type LabPage, test } from './lab.js';
import { scanned } from './scanned.js';

const LINK = '#seed=3&rate=0.7&test=0.25&step=60&changes=20:rate=0.3;30:W1[0,1]=0.5';

const dialog = (lab: LabPage) => lab.page.locator('dialog.share');
const box = (lab: LabPage) => dialog(lab).locator('.files-part textarea');
const said = (lab: LabPage) => dialog(lab).getByRole('status');
const button = (lab: LabPage, name: string) =>
  dialog(lab).getByRole('button', { name, exact: true });
const kind = (lab: LabPage, name: string) => dialog(lab).getByRole('radio', { name });

async function openFiles(lab: LabPage, hash: string, names = ['Share', 'Files']): Promise<void> {
  await lab.open(hash);
  await lab.page.getByRole('button', { name: names[0] as string, exact: true }).click();
  await dialog(lab)
    .getByRole('tab', { name: names[1] as string })
    .click();
}

async function saved(lab: LabPage): Promise<{ name: string; bytes: Buffer }> {
  const download = lab.page.waitForEvent('download');
  await button(lab, 'Save').click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function drop(lab: LabPage, name: string, bytes: Uint8Array): Promise<void> {
  await lab.page.evaluate(
    ([name, base64]) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
}

const check = async (lab: LabPage) => {
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  return lab.output('check').textContent();
};

/** Of pixels of a picture: the colour at its corner, and how many others there are in its upper half. */
const look = (lab: LabPage, bytes: Buffer) =>
  lab.page.evaluate(async (base64) => {
    const file = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([file], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height / 2);
    const pixels = new Uint32Array(data.buffer);
    const others = pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length;
    return { width: picture.width, corner: [...data.slice(0, 4)], others };
  }, bytes.toString('base64'));

/** The corner in which a picture has its code, as a picture of its own. */
async function cornerOf(lab: LabPage, bytes: Buffer): Promise<Buffer> {
  const corner = await lab.page.evaluate(async (base64) => {
    const file = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([file], { type: 'image/png' }));
    const [side, { width, height }] = [640, picture];
    const canvas = new OffscreenCanvas(side, side);
    canvas.getContext('2d')?.drawImage(picture, side - width, side - height);
    const part = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return btoa(Array.from(part, (byte) => String.fromCharCode(byte)).join(''));
  }, bytes.toString('base64'));
  return Buffer.from(corner, 'base64');
}

test('a picture is white whatever the display is, and opens the run again', async ({ lab }) => {
  await openFiles(lab, `${LINK}&display=dark`);
  const before = await lab.picture(lab.page.locator('#network-board'));
  await expect(
    dialog(lab).getByRole('img', { name: /settings of this run at step 60/ }),
  ).toBeVisible();
  const code = await check(lab);
  const { name, bytes } = await saved(lab);
  expect(name).toBe('spiral-lab.png');
  const texts = textsIn(bytes);
  expect(new URL(texts.get('spiral-lab') ?? '').hash).toBe(new URL(lab.page.url()).hash);
  expect(texts.get('spiral-lab-check')).toBe(code);
  expect(await scanned(lab.page, await cornerOf(lab, bytes))).toBe(texts.get('spiral-lab'));
  const { width, corner, others } = await look(lab, bytes);
  expect({ width, corner }).toEqual({ width: 2400, corner: [255, 255, 255, 255] });
  expect(others).toBeGreaterThan(0.5);
  // The page itself has kept its colours, and is drawn on with them.
  expect((await lab.picture(lab.page.locator('#network-board'))) === before).toBe(true);
  await button(lab, 'Close').click();
  const readings = await lab.readings();
  await lab.page.getByRole('button', { name: 'Reset' }).click();
  await lab.standsAt(0);
  await drop(lab, name, bytes);
  await lab.standsAt(60);
  expect(await check(lab)).toBe(code);
  expect(await lab.readings()).toEqual(readings);
  const same = async () => (await lab.picture(lab.page.locator('#network-board'))) === before;
  await expect.poll(same).toBe(true);
  await expect(lab.notices).toBeEmpty();
  // Another program has left the texts and changed the code: the run is there, and that is told.
  await drop(lab, 'other.png', withTexts(bytes, { 'spiral-lab-check': '0000' }));
  await expect(lab.notices).toContainText(
    `the file says check code 0000 where this page comes to ${code}`,
  );
});

test('texts are saved as they are shown, can be copied, and JSON opens the run', async ({
  lab,
}) => {
  await lab.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFiles(lab, LINK);
  const code = await check(lab);
  const files = [
    [
      'NumPy script',
      'spiral_lab.py',
      /np\.random\.seed\(3\)[\s\S]*if i == 20:\n +step_size = 0\.3\n/,
    ],
    ['Loss table', 'spiral-lab-losses.csv', /^step,linear_loss[\s\S]*\n60,0\.\d{12}/],
    ['Weights', 'spiral_lab_weights.py', /\nW1 = np\.array\(\[\[-?\d/],
    ['Whole run (JSON)', 'spiral-lab.json', new RegExp(`"format": "spiral-lab"[\\s\\S]*"${code}"`)],
  ] as const;
  let json: Uint8Array = new Uint8Array();
  for (const [label, name, content] of files) {
    await kind(lab, label).check();
    await expect(box(lab)).toHaveAccessibleName(label);
    await expect(box(lab)).toHaveValue(content);
    const file = await saved(lab);
    expect(file.name).toBe(name);
    expect(file.bytes.toString()).toBe(await box(lab).inputValue());
    await button(lab, 'Copy').click();
    await expect(said(lab)).toHaveText('Copied.');
    expect(await lab.page.evaluate(() => navigator.clipboard.readText())).toBe(
      await box(lab).inputValue(),
    );
    json = file.bytes;
  }
  await button(lab, 'Close').click();
  await lab.page.getByRole('button', { name: 'New data' }).click();
  await lab.standsAt(0);
  await drop(lab, 'spiral-lab.json', json);
  await lab.standsAt(60);
  expect(await check(lab)).toBe(code);
  await expect(lab.notices).toBeEmpty();
});

test('a picture is copied where the browser allows it, else it says how', async ({ lab }) => {
  const { page } = lab;
  await page.addInitScript(() => {
    const written: ClipboardItem[] = [];
    Object.assign(window, { written });
    navigator.clipboard.write = (items: ClipboardItem[]) => {
      written.push(...items);
      const refused = new DOMException('', 'NotAllowedError');
      return written.length > 1 ? Promise.reject(refused) : Promise.resolve();
    };
  });
  await openFiles(lab, '#step=5');
  await button(lab, 'Copy').click();
  await expect(said(lab)).toHaveText('Copied.');
  expect(await page.evaluate('written[0].types')).toEqual(['image/png']);
  await button(lab, 'Copy').click();
  await expect(said(lab)).toContainText('Right-click the picture');
});

test('a file that holds no run is told in a sentence, and nothing has changed', async ({ lab }) => {
  await lab.open('#seed=9&step=5');
  const code = await check(lab);
  const text = (content: string) => Buffer.from(content);
  const screenshot = await lab.page.screenshot({ clip: { x: 0, y: 0, width: 9, height: 9 } });
  const files: [string, Uint8Array, RegExp][] = [
    [
      'cut.json',
      text('{"format": "spiral-lab", "li'),
      /“cut\.json” was a run .* damaged or cut off/,
    ],
    ['other.json', text('{"rate=3": 1, "link": "a&seed=3"}'), /“other\.json” is a JSON file, but/],
    ['screen.png', screenshot, /picture “screen\.png” holds no run/],
  ];
  for (const [name, bytes, told] of files) {
    await drop(lab, name, bytes);
    await expect(lab.notices).toContainText(told);
  }
  expect(await check(lab)).toBe(code);
  // A table goes where tables go.
  await drop(lab, 'points.csv', text('x,y,label\n0,1,0\n1,0,1\n1,1,1\n'));
  await expect(lab.page.getByRole('dialog', { name: /points\.csv/ })).toBeVisible();
});

test('where there is no point there is nothing to save', async ({ lab }) => {
  await openFiles(lab, '#data=own');
  await expect(dialog(lab)).toContainText('There is no point to train on yet');
  await kind(lab, 'NumPy script').check();
  await expect(dialog(lab)).toContainText('There is no point to train on yet');
  await expect(button(lab, 'Save')).toBeDisabled();
  await expect(box(lab)).toBeHidden();
});

for (const [lang, names, script] of [
  ['en', ['Share', 'Files'], 'NumPy script'],
  ['zh', ['分享', '文件'], 'NumPy 脚本'],
] as const)
  test(`it fits, and axe finds nothing in it (${lang})`, async ({ lab, isMobile }) => {
    const { page } = lab;
    const display = lang === 'zh' ? 'dark' : 'projector';
    await openFiles(lab, `#lang=${lang}&step=5&display=${display}`, [...names]);
    const sizes = isMobile ? [{ width: 390, height: 844 }] : SIZES;
    // The dialog has its size before the picture has come.
    const size = () => dialog(lab).boundingBox();
    const before = await size();
    await expect(dialog(lab).locator('.files-part img')).toBeVisible();
    const after = await size();
    expect(Math.abs((before?.height ?? 0) - (after?.height ?? 0))).toBeLessThan(60);
    for (const shown of ['img', 'textarea']) {
      if (shown === 'textarea') await kind(lab, script).check();
      await expect(dialog(lab).locator(`.files-part ${shown}`)).toBeVisible();
      for (const size of sizes) {
        await page.setViewportSize(size);
        const over = await dialog(lab).evaluate(
          ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => [
            scrollHeight - clientHeight,
            scrollWidth - clientWidth,
          ],
        );
        expect(over, `${shown} ${JSON.stringify(size)}`).toEqual([0, 0]);
      }
      // Each part in one of the languages: what they are made of is the same in both.
      if ((shown === 'img') !== (lang === 'zh')) continue;
      const { violations } = await new AxeBuilder({ page }).include('dialog.share').analyze();
      expect(violations).toEqual([]);
    }
  });

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];
