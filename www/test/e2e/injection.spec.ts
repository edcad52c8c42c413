/** What people write, open, paste or link stays text, wherever it is shown. */

import type { Page } from '@playwright/test';
import { withTexts } from '../../export/png.js';
import { expect, type LabPage, test } from './lab.js';

/** The page itself makes no image but the one that it saves, and no element that would run what is written in it. */
const FOREIGN =
  'img:not(.files-part img), iframe, object, embed, script:not([src]), [onerror], [onload], [onclick]';
const MARK = `"><img src=x onerror=window.ran=1><svg onload=window.ran=1>'&lt;b&gt;`;

/** Notes every element that text has become, and every script that has run, of each page that a test opens. */
async function watch(page: Page, note: (what: string) => void): Promise<void> {
  await page.exposeFunction('noteForeign', note);
  await page.addInitScript((foreign) => {
    const { noteForeign } = window as unknown as { noteForeign(what: string): void };
    const look = () => {
      for (const each of document.querySelectorAll(foreign)) noteForeign(each.outerHTML);
    };
    new MutationObserver(look).observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
    });
    Object.defineProperty(window, 'ran', { set: () => noteForeign('a script has run') });
  }, FOREIGN);
}

let asked: string[] = [];
let found: string[] = [];
test.beforeEach(async ({ lab }) => {
  asked = [];
  found = [];
  // An image is fetched even where it does not stand in the page.
  lab.page.on('request', (request) => asked.push(request.url()));
  await watch(lab.page, (what) => void found.push(what));
});
test.afterEach(async ({ lab }) => {
  // What was noted comes before an answer that is asked for later.
  await lab.page.evaluate(() => null);
  expect(found).toEqual([]);
  expect(asked.filter((url) => url.endsWith('/x'))).toEqual([]);
});

async function drop(lab: LabPage, name: string, content: string | Uint8Array): Promise<void> {
  const bytes = [...Buffer.from(content)];
  await lab.page.evaluate(
    ([name, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    [name, bytes] as const,
  );
}

test('in the link: names, values, and each value of a name that the page knows', async ({
  lab,
}) => {
  const { page } = lab;
  const mark = encodeURIComponent(MARK);
  const names = ['seed', 'rate', 'data', 'activation', 'own', 'changes', 'step', 'lang', 'lesson'];
  const ofClass = ['hide', 'lock', 'stop', 'ask', 'chapters', 'handin', 'answer', 'check'];
  const known = [...names, ...ofClass, 'display', 'test', 'x_hide'].map(
    (name) => `${name}=${mark}`,
  );
  await page.goto(`?${mark}=${mark}#${mark}=1&${known.join('&')}`);
  await expect(lab.notices).toContainText('<img src=x');
  for (const lang of ['en', 'zh']) {
    // A value that is known up to what is wrong in it.
    await page.goto(`#lang=${lang}&changes=5:rate=${mark};${mark}:rate=1&own=1,${mark}&data=own`);
    await expect(lab.notices).toContainText('<img src=x');
  }
});

test('in every box that takes numbers', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#step=3');
  for (const opener of ['#chart-more', '#open-points', '#open-inside'])
    await page.locator(opener).click();
  await expect(page.locator('#inside svg').first()).toBeVisible();
  const boxes = page.locator('input[type=text]:visible:not([readonly])');
  expect(await boxes.count()).toBeGreaterThan(5);
  for (const box of await boxes.all()) {
    if (!(await box.isVisible())) continue;
    await box.fill(MARK);
    await box.press('Enter');
  }
  await expect(lab.notices).toContainText('<img src=x');
  await lab.output('step').click();
  await page.keyboard.insertText(MARK);
  await page.keyboard.press('Enter');
});

test('in a table: its name, its columns, and the names of classes wherever they stand', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open('#seed=1');
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = [0, 1, 2, 3, 4, 5].map((i) => `${i % 3},${i},${cell(`${i % 2}${MARK}`)}`);
  const columns = [`x${MARK}`, 'y', `label${MARK}`].map(cell);
  await drop(lab, `${MARK}.csv`, [columns.join(), ...rows].join('\n'));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName(/<img src=x.*\.csv$/);
  await dialog.getByRole('button', { name: 'Use these points' }).click();
  await expect(page.locator('#legend')).toContainText('<img src=x');
  await page.locator('#open-inside').click();
  await page.locator('#inside input[value="linear"]').check({ force: true });
  await expect(page.locator('#inside .parameters')).toContainText('<img src=x');
  await page.getByRole('tab', { name: 'Gradient check' }).click();
  await page.getByRole('tab', { name: 'One point' }).click();
  await page.locator('#inside-point input.number').first().fill('2');
  await page.keyboard.press('Enter');
  await expect(page.locator('#inside .facts')).toContainText('<img src=x');
  await page.locator('[data-guide=boards]').click();
  await page.locator('#chart-more').click();
  await page.getByRole('button', { name: '中文', exact: true }).click();
  await expect(page.locator('h1')).toHaveText('螺旋实验室');
});

test('in files, and in the name of an earlier run', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#step=5');
  await drop(lab, `${MARK}.txt`, 'no run and no table');
  await expect(lab.notices).toContainText('<img src=x');
  await page.locator('#chart-more').click();
  await lab.reset.click();
  const name = page.locator('#chart-tools .ghosts li').getByRole('textbox');
  await name.fill(MARK);
  await name.press('Enter');
  await lab.step.click();
  await lab.standsAt(1);
  await page.locator('#chart').hover();
  await drop(lab, 'run.txt', `#seed=7&step=2&${encodeURIComponent(MARK)}=1&hidden=${MARK}`);
  await lab.standsAt(2);
  await expect(lab.notices).toContainText('<img src=x');
});

test('in JSON and in a picture: links, codes and names of classes', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#step=5');
  const table = 'x,y,label\n0,1,0\n1,0,1\n0.5,0.5,1\n';
  await drop(lab, 'points.csv', table);
  await page.getByRole('button', { name: 'Use these points' }).click();
  await expect.poll(() => lab.linked('own')).not.toBeNull();
  const link = `#data=own&own=${lab.linked('own')}&step=2&${encodeURIComponent(MARK)}=1`;
  const classNames = [MARK, `1${MARK}`];
  await drop(
    lab,
    `${MARK}.json`,
    JSON.stringify({ format: 'spiral-lab', link, check: MARK, classNames }),
  );
  await lab.standsAt(2);
  await expect(page.locator('#legend')).toContainText('<img src=x');
  await expect(lab.notices).toContainText('<img src=x');
  const plain = await page.screenshot({ clip: { x: 0, y: 0, width: 9, height: 9 } });
  const names = classNames.map(encodeURIComponent).join();
  const texts = { 'spiral-lab': link.replace('step=2', 'step=3'), 'spiral-lab-check': MARK };
  await drop(lab, `${MARK}.png`, withTexts(plain, { ...texts, 'spiral-lab-names': names }));
  await lab.standsAt(3);
  await expect(page.locator('#legend')).toContainText('<img src=x');
});

test('in a question, an answer, a name and a check code', async ({ lab }) => {
  const { page } = lab;
  const mark = encodeURIComponent(MARK);
  await lab.open(`#step=5&ask=${mark}`);
  await page.locator('#task input').fill(MARK);
  await page.locator('#task input').press('Enter');
  await expect(page.locator('#task')).toContainText(`Your answer: ${MARK.trim()}`);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.locator('.hand-in input').first().fill(MARK);
  await expect(page.locator('.hand-in')).toContainText('<img src=x');
  // A class has no sheet: the teacher is not in the task.
  await page.keyboard.press('Escape');
  await page.locator('#task .quiet').click();
  await page.locator('#share').click();
  await page.locator('#share-sheetPart').click();
  const line = `${MARK} · #step=5&handin=${mark}&answer=${mark}&check=${mark}`;
  await page.locator('.collect textarea').first().fill(line);
  await page.locator('.collect').getByRole('button', { name: 'Add' }).click();
  await expect(page.locator('.collect tbody tr')).toContainText('<img src=x');
  await page.goto('about:blank');
  await lab.open(`#step=5&ask=${mark}&handin=${mark}&answer=${mark}&check=${mark}`);
  await expect(page.locator('#task')).toContainText('<IMG SRC=X');
});
