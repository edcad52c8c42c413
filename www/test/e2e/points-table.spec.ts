/** Points from a table and to a table: opened, pasted, dropped, looked at, used, saved. */

import { readFileSync } from 'node:fs';
import { expect, type LabPage, test } from './lab.js';

const IRIS = ['length,width,species', '1.4,0.2,setosa', '4.7,1.4,versicolor', '6,2.5,virginica'];
const FLOWERS = `${IRIS.join('\n')}\n1.3,0.2,setosa\n4.5,1.5,versicolor\n5.1,1.9,virginica\n`;

const dialog = (lab: LabPage) => lab.page.getByRole('dialog');
const button = (lab: LabPage, name: string) => lab.page.getByRole('button', { name, exact: true });

async function openPoints(lab: LabPage, hash = '#seed=1'): Promise<void> {
  await lab.open(hash);
  await lab.page.locator('#open-points').click();
  await expect(lab.page.locator('#points-panel')).toBeVisible();
}

/** Chooses a file as a person does. */
async function choose(lab: LabPage, name: string, content: string | Buffer): Promise<void> {
  if (!(await dialog(lab).isVisible())) await button(lab, 'Open table…').click();
  const chosen = lab.page.waitForEvent('filechooser');
  await button(lab, 'Choose a file').click();
  await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function drop(lab: LabPage, name: string, content: string | number[]): Promise<void> {
  await lab.page.evaluate(
    ([name, content]) => {
      const data = new DataTransfer();
      const bytes = typeof content === 'string' ? content : new Uint8Array(content as number[]);
      data.items.add(new File([bytes as BlobPart], name as string));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    [name, content],
  );
}

async function paste(lab: LabPage, selector: string, text: string): Promise<void> {
  await lab.page.locator(selector).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const how = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', how));
  }, text);
}

const linkedOwn = (lab: LabPage) => expect.poll(() => lab.linked('own'));

test('a file is opened, looked at and used, and its names stand where classes are named', async ({
  lab,
  isMobile,
}) => {
  await openPoints(lab);
  await choose(lab, 'iris.csv', FLOWERS);
  await expect(dialog(lab)).toHaveAccessibleName('Points from a table: iris.csv');
  await expect(dialog(lab).locator('.counts')).toHaveText(
    /6 points\s*setosa: 2\s*versicolor: 2\s*virginica: 2/,
  );
  await expect(lab.page.getByLabel('Scale to mean 0, deviation 1')).toBeChecked();
  await expect(button(lab, 'Use these points')).toBeFocused();
  await lab.page.keyboard.press('Enter');
  await expect(dialog(lab)).toBeHidden();
  await linkedOwn(lab).not.toBeNull();
  expect(lab.linked('data')).toBe('own');
  expect(lab.linked('classes')).toBe('3');
  const legend = lab.page.locator('#legend');
  await expect(legend.locator('span')).toHaveText([' setosa', ' versicolor', ' virginica']);
  if (isMobile) await expect(legend).toBeVisible();
  // The look inside, the spoken picture, and the chart of one point.
  await button(lab, 'Look inside').click();
  await lab.page.getByRole('tab', { name: 'Point' }).click();
  await expect(lab.page.locator('#inside .facts')).toContainText('of 6, versicolor, x =');
  await expect(lab.page.locator('#network-board')).toHaveAttribute(
    'aria-description',
    /, versicolor, x = /,
  );
  await lab.page.getByRole('tab', { name: 'Weights' }).click();
  await lab.page.locator('#inside input[value="linear"]').check({ force: true });
  await expect(lab.page.locator('#inside .parameters tbody tr').first()).toContainText('setosa');
  await lab.page.getByRole('tab', { name: 'Point' }).click();
  // One step back the points are those of before, which have no names.
  await lab.page.locator('#undo').click();
  await expect(legend).toHaveText('class 0 1 2');
  await expect(lab.page.locator('#inside .facts')).toHaveText(/^of 300, class \d, x =/);
  await lab.page.locator('#redo').click();
  await expect(legend.locator('span')).toHaveText([' setosa', ' versicolor', ' virginica']);
});

test('long names are cut on the boards and whole under the mouse', async ({ lab }) => {
  await openPoints(lab);
  const long = 'a class with a very long name indeed';
  await choose(lab, 'long.csv', `x,y,class\n0,1,${long}\n1,0,b\n1,1,b\n`);
  await button(lab, 'Use these points').click();
  const title = `${long}\nb`;
  await expect(lab.page.locator('#linear-board')).toHaveAttribute('title', title);
  await expect(lab.page.locator('#legend span').first()).toHaveAttribute('title', long);
});

test('what was guessed can be put right', async ({ lab }) => {
  await openPoints(lab);
  await choose(lab, 'a.csv', 'a;b;c;d\n0,5;1;2,5;u\n1,5;0;2;v\n0,25;3;1;u\n');
  const { page } = lab;
  await expect(page.getByLabel('Columns parted by')).toHaveValue(';');
  await expect(page.getByLabel('Decimals as')).toHaveValue(',');
  await expect(page.getByLabel('First row holds names')).toBeChecked();
  const use = (column: string) => page.getByLabel(`Use of column ${column}`);
  await expect(use('a')).toHaveValue('x');
  await expect(use('c')).toHaveValue('none');
  // Another column for x: the one before is free.
  await use('c').selectOption('x');
  await expect(use('a')).toHaveValue('none');
  // Two that change places.
  await use('c').selectOption('y');
  await expect(use('b')).toHaveValue('x');
  const fault = dialog(lab).locator('.notes .fault');
  await use('d').selectOption('x');
  await expect(fault).toContainText('Column “d” holds words: line 2 has “u”');
  await expect(button(lab, 'Use these points')).toHaveAttribute('aria-disabled', 'true');
  await button(lab, 'Use these points').press('Enter');
  await expect(dialog(lab)).toBeVisible();
  await use('a').selectOption('x');
  await use('d').selectOption('label');
  await expect(fault).toHaveCount(0);
  await page.getByLabel('First row holds names').uncheck();
  await expect(dialog(lab).locator('.notes')).toContainText('line 1 has “a” in “1”');
  await button(lab, 'Cancel').click();
  await expect(dialog(lab)).toBeHidden();
  expect(lab.linked('own')).toBeNull();
  await expect(button(lab, 'Open table…')).toBeFocused();
});

test('a table is pasted, into the box or onto the page', async ({ lab }) => {
  await openPoints(lab);
  await button(lab, 'Open table…').click();
  await paste(lab, 'dialog textarea >> nth=0', FLOWERS.replaceAll(',', '\t'));
  await expect(dialog(lab)).toHaveAccessibleName('Points from a table: pasted table');
  await expect(lab.page.getByLabel('Columns parted by')).toHaveValue('\t');
  await lab.page.keyboard.press('Escape');
  await expect(dialog(lab)).toBeHidden();
  await paste(lab, 'body', 'no table');
  await expect(dialog(lab)).toBeHidden();
  await paste(lab, 'body', FLOWERS);
  await expect(dialog(lab).locator('.counts strong')).toHaveText('6 points');
  // No key means the page behind it.
  await lab.page.getByLabel('Scale to mean 0, deviation 1').click();
  await lab.page.keyboard.press(' ');
  await lab.page.keyboard.press('r');
  await expect(lab.pause).toHaveCount(0);
});

test('a table is dropped on the page; a picture or a letter gets a sentence', async ({ lab }) => {
  await lab.open('#seed=1');
  await drop(lab, 'photo.png', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
  await expect(lab.notices).toContainText('The picture “photo.png” holds no run');
  await drop(lab, 'letter.txt', 'Dear all,\nsee you at eight.\n');
  await expect(lab.notices).toContainText('“letter.txt” holds no run of this page and no table');
  await drop(lab, 'iris.csv', FLOWERS);
  await expect(dialog(lab)).toHaveAccessibleName('Points from a table: iris.csv');
  await button(lab, 'Use these points').click();
  await linkedOwn(lab).not.toBeNull();
});

test('every bad file gets a sentence, and nothing is lost', async ({ lab }) => {
  await openPoints(lab);
  const said = dialog(lab).locator('> .fault');
  const noted = dialog(lab).locator('.notes');
  const again = async (name: string, content: string | Buffer) => {
    if (await dialog(lab).isVisible()) await lab.page.keyboard.press('Escape');
    await choose(lab, name, content);
  };
  await again('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
  await expect(said).toContainText('“photo.jpg” is no text');
  await again('book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]));
  await expect(said).toContainText('“book.xlsx” is a workbook');
  const chinese = Buffer.from([0xba, 0xec, 10, 0x32, 0x2c, 0x32, 0x2c, 0xc2, 0xcc, 10]);
  await again('gbk.csv', Buffer.concat([Buffer.from('x,y,c\n1,2,'), chinese]));
  await expect(noted).toContainText('not in UTF-8 and was read as GBK');
  await expect(dialog(lab)).toContainText('红');
  await again('letter.txt', 'Dear all,\nsee you at eight.\n');
  await expect(said).toContainText('“letter.txt” holds no table');
  await again('one.csv', 'x,y,class\n1,2,a\n3,4,a\n');
  await expect(noted).toContainText('All rows are of one class, “a”.');
  await again('gaps.csv', 'x,y,class\n1,2,a\n,4,a\n3,4\n1,2,b\n1,1e999,b\n');
  await expect(noted).toContainText(
    'Left out: 3 rows (line 3 has nothing in “x”; line 4 has no column “class”; line 6 has “1e999” in “y”, which is too great a number).',
  );
  await again('far.csv', 'x,y,class\n1,2,a\n2000000,4,b\n2,4,b\n');
  await expect(lab.page.getByLabel('Scale to mean 0, deviation 1')).toBeChecked();
  await lab.page.getByLabel('Scale to mean 0, deviation 1').uncheck();
  await expect(noted).toContainText('Line 3 lies at 2000000, and a million is the farthest.');
  const many = [...'abcdefgh'].map((label, i) => `${i},1,${label}\n${i},2,${label}`);
  await again('many.csv', `x,y,class\n${many.join('\n')}\n3,4,h\n3,5,g\n`);
  await expect(noted).toContainText('There are 8 classes, and six at most fit.');
  await expect(noted).toContainText('Left out: 4 rows of the others.');
  const values = Array.from({ length: 20 }, (_, i) => `${i},1,${i / 10}`);
  await again('values.csv', `x,y,class\n${values.join('\n')}\n`);
  await expect(noted).toContainText('Column “class” holds 20 different numbers');
  await again('quote.csv', 'x,y,class\n1,2,a\n1,3,b\n2,2,"a\n3,3,b\n');
  await expect(noted).toContainText('the row from line 4 on takes in all that follows');
  await lab.page.keyboard.press('Escape');
  expect(lab.linked('own')).toBeNull();
  await expect(lab.notices).toBeEmpty();
});

test('two million lines do not hang: the first are read, and 6,000 points taken', async ({
  lab,
}) => {
  await openPoints(lab);
  // A browser may be given no more than fifty million bytes at once.
  await lab.page.evaluate(() => {
    const data = new DataTransfer();
    const half = '0.5,1,a\n1,0.25,b\n'.repeat(1_000_000);
    data.items.add(new File([half], 'long.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  const noted = dialog(lab).locator('.notes');
  await expect(noted).toContainText('of it the first 100,000 lines were read');
  await expect(noted).toContainText('Of 100,000 points 6,000 are taken, spread evenly');
  await expect(dialog(lab).locator('.counts strong')).toHaveText('6,000 points');
  await button(lab, 'Use these points').click();
  await expect(dialog(lab)).toBeHidden();
});

test('points are saved, downloaded and copied, and opened again they are the same', async ({
  lab,
}) => {
  await lab.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPoints(lab);
  await choose(lab, 'iris.csv', FLOWERS);
  await button(lab, 'Use these points').click();
  await linkedOwn(lab).not.toBeNull();
  await expect(lab.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
  const [own, code] = [lab.linked('own'), await lab.output('check').textContent()];
  await button(lab, 'Save points').click();
  const box = lab.page.getByRole('textbox', { name: 'The points as a table' });
  await expect(box).toHaveValue(/^x,y,class,number\n-?[\d.]+,-?[\d.]+,setosa,0\n/);
  const text = await box.inputValue();
  await button(lab, 'Copy').click();
  await expect(dialog(lab).getByRole('status')).toContainText('Copied.');
  expect(await lab.page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  // Where a page may copy in no way, the text is selected.
  await lab.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await button(lab, 'Copy').click();
  await expect(dialog(lab).getByRole('status')).toContainText('The text is selected');
  expect(await box.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBe(text.length);
  const download = lab.page.waitForEvent('download');
  await button(lab, 'Download').click();
  expect((await download).suggestedFilename()).toBe('points.csv');
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(text);
  await button(lab, 'Close').click();
  await lab.page.goto('about:blank');
  await openPoints(lab);
  await choose(lab, 'points.csv', text);
  await expect(lab.page.getByLabel('Scale to mean 0, deviation 1')).not.toBeChecked();
  await button(lab, 'Use these points').click();
  await linkedOwn(lab).toBe(own);
  await expect(lab.output('check')).toHaveText(code ?? '');
  await expect(lab.page.locator('#legend span').last()).toHaveText(' virginica');
});

test('all of it fits and speaks Chinese', async ({ lab }) => {
  await lab.open('#seed=1&lang=zh');
  await lab.page.locator('#open-points').click();
  await button(lab, '打开表格…').click();
  await expect(dialog(lab)).toContainText('或者把表格粘贴在这里');
  await paste(lab, 'dialog textarea >> nth=0', `${FLOWERS}n/a,1,setosa\n`);
  await expect(dialog(lab)).toHaveAccessibleName('表格里的数据点：粘贴的表格');
  await expect(dialog(lab).locator('.notes')).toContainText('行的“length”是“n/a”，不是数');
  const box = await dialog(lab).boundingBox();
  const size = lab.page.viewportSize();
  expect(box && size && box.x >= 0 && box.x + box.width <= size.width).toBe(true);
  expect(box && size && box.y >= 0 && box.y + box.height <= size.height).toBe(true);
  const wide = await dialog(lab).evaluate((place) => place.scrollWidth - place.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await button(lab, '使用这些点').click();
  await linkedOwn(lab).not.toBeNull();
});
