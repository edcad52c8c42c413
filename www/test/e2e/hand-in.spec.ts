/** A student hands a run in, and a teacher sees it among those of the class. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type LabPage, test } from './lab.js';
import { scanned } from './scanned.js';

const ASKED = `stop=60&hide=noise&lock=seed&ask=${encodeURIComponent('What accuracy at step 60?')}`;
const INJECTION = '<img src=x onerror="document.title=1">';

const dialog = (lab: LabPage) => lab.page.locator('dialog.share');
const rows = (lab: LabPage) => dialog(lab).locator('tbody tr');
const cells = (lab: LabPage, place: number) =>
  rows(lab).locator(`:scope > :nth-child(${place})`).allInnerTexts();

async function collect(lab: LabPage, text: string): Promise<void> {
  await lab.page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(lab).getByRole('tab', { name: 'Collect' }).click();
  await dialog(lab).getByRole('textbox', { name: 'What was handed in' }).fill(text);
  await dialog(lab).getByRole('button', { name: 'Add' }).click();
}

/** A line as the page writes it. */
function lineOf(name: string, answer: string, step: number, check: string): string {
  const said = `handin=${encodeURIComponent(name)}&answer=${encodeURIComponent(answer)}`;
  return `${name} · https://lab.example/#seed=3&step=${step}&ask=Why&${said}&check=${check}`;
}

test('a student answers, runs and hands in', async ({ lab, isMobile }) => {
  const { page } = lab;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open(`#${ASKED}`);
  await page.getByRole('textbox', { name: 'Your answer' }).fill('49 %, & more');
  await page.keyboard.press('Enter');
  await lab.play.click();
  await lab.standsAt(60);
  // The first time the dialog opens with it by itself.
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = dialog(lab);
  await expect(sheet.getByRole('tab', { name: 'Hand in' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(sheet).toContainText('Write your name');
  await expect(sheet.getByRole('button', { name: 'Copy line' })).toBeHidden();
  await sheet.getByRole('textbox', { name: 'Your name' }).fill(INJECTION);
  await expect(sheet).not.toContainText('Write your name');
  // Beside the guess stands what came out of it.
  await sheet.getByRole('textbox', { name: 'What did you find?' }).fill('It sticks.');
  await sheet.getByRole('button', { name: 'Copy line' }).click();
  await expect(sheet.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  const check = await lab.output('check').textContent();
  expect(line).toContain(
    `${INJECTION} · answer: 49 %, & more · It sticks. · step 60 · check code ${check} · `,
  );
  const link = line.slice(line.lastIndexOf(' ') + 1);
  expect(await sheet.getByRole('textbox', { name: 'As a link' }).inputValue()).toBe(link);
  if (!isMobile)
    expect(await scanned(page, await sheet.locator('.hand-in svg').screenshot())).toBe(link);
  expect(link).toMatch(/&step=60&ask=What[^&]*&handin=[^&]*&answer=[^&]*&check=\w{4}$/);
  // Another tab is chosen, and the button of the task leads here again; the name is kept.
  await sheet.getByRole('tab', { name: 'Link' }).click();
  await page.keyboard.press('Escape');
  await page.locator('#task').getByRole('button', { name: 'Hand in' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Your name' })).toHaveValue(INJECTION);
  // What the teacher opens.
  await page.goto('about:blank');
  await page.goto(link);
  await lab.standsAt(60);
  await expect(page.locator('#task')).toContainText(`Handed in by ${INJECTION}.`);
  await expect(page.locator('#task')).toContainText(`The check code ${check} is right`);
  await expect(lab.notices).toBeEmpty();
  expect(await page.locator('.task-hidden, .task-locked').count()).toBe(0);
  // The line as a file, dropped on the page.
  await lab.open('#seed=8&step=5');
  await page.evaluate((line) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([line], 'hand-in.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  }, line);
  await lab.standsAt(60);
  await expect(page.locator('#task')).toContainText(`The check code ${check} is right`);
  await expect(lab.notices).toBeEmpty();
});

test('a teacher sees who is right, sorts, opens one, comes back, and saves', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#seed=3&step=20');
  const { host } = new URL(page.url());
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'blob:' && url.host !== host) elsewhere.push(url.href);
  });
  const check = (await lab.output('check').textContent()) ?? '';
  await lab.open('#seed=8&step=5');
  const lines = [
    lineOf('Zoe', '10 %', 20, check),
    'With kind regards',
    lineOf(INJECTION, INJECTION, 20, 'AAAA'),
    lineOf('Ada', '9 %', 40, ''),
  ];
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await collect(lab, 'See you');
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'));
  // Whatever has the focus in the dialog; what stands in the box stays.
  await page.keyboard.press('ControlOrMeta+V');
  await expect(dialog(lab)).toContainText(
    '3 runs repeated: 1 check code is right, 1 does not match, 1 was not given.',
  );
  await expect(dialog(lab)).toContainText('2 lines have no link of this page');
  expect(await cells(lab, 1)).toEqual(['Zoe', INJECTION, 'Ada']);
  expect(await cells(lab, 2)).toEqual(['✓right', '✗not that of this run', '–none given']);
  // Below the answer stands what is not as usual.
  const said = (answer: string) => `${answer}\nseed=3`;
  expect(await cells(lab, 4)).toEqual(['10 %', INJECTION, '9 %'].map(said));
  await dialog(lab).getByRole('button', { name: 'Answer' }).click();
  const head = dialog(lab).getByRole('columnheader', { name: 'Answer' });
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect((await cells(lab, 4)).slice(1)).toEqual(['9 %', '10 %'].map(said));
  const saved = page.waitForEvent('download');
  await dialog(lab).getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('hand-ins.csv');
  // The page goes to the run; Back leads to the one before, and the sheet stays.
  await dialog(lab).getByRole('button', { name: 'Open the run of Zoe' }).click();
  await expect(dialog(lab)).toBeHidden();
  await lab.standsAt(20);
  await expect(page.locator('#task')).toContainText('Handed in by Zoe. Answer: 10 %.');
  await page.goBack();
  await lab.standsAt(5);
  expect(lab.linked('seed')).toBe('8');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(rows(lab)).toHaveCount(3);
  await dialog(lab).getByRole('button', { name: 'Remove Ada' }).click();
  await expect(rows(lab)).toHaveCount(2);
  // The page is loaded anew, and the sheet has what it had.
  await page.reload();
  await lab.standsAt(5);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(lab).getByRole('tab', { name: 'Collect' }).click();
  await expect(dialog(lab)).toContainText('2 runs repeated: 1 check code is right, 1 does not');
  expect(await cells(lab, 1)).toEqual(['Zoe', INJECTION]);
  expect(await page.title()).not.toBe('1');
  expect(elsewhere).toEqual([]);
});

test('a long run is skipped, files are read, and nothing is lost', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#seed=8&step=5');
  await collect(lab, lineOf('Long', '', 1_000_000, 'AAAA'));
  await expect(dialog(lab)).toContainText(/Long: step\s[\d,]+ of 1,000,000/);
  await dialog(lab).getByRole('button', { name: 'Skip this one' }).click();
  await expect(dialog(lab)).toContainText('1 run not repeated yet.');
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
  await dialog(lab)
    .locator('input[type=file]')
    .setInputFiles([
      file('Ada.json', JSON.stringify({ link: '#seed=3&step=7' })),
      file('cat.txt', 'miaow'),
      file('all.csv', 'student,answer\nBob,"https://lab/#seed=4&step=6"\nZoe,later\n'),
    ]);
  await expect(dialog(lab)).toContainText('There is no run in “cat.txt”.');
  await expect(rows(lab)).toHaveCount(3);
  expect(await cells(lab, 1)).toEqual(['Long', 'Ada', 'Bob']);
  await expect(rows(lab).nth(2)).toContainText('none given');
  const text = dialog(lab).getByRole('textbox', { name: 'What was handed in' });
  await expect(text).toHaveValue('Zoe, later');
  // What is dropped here is not opened by the page behind.
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['#seed=5&step=7&handin=Eve'], 'run.txt'));
    return transfer;
  });
  await text.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(rows(lab)).toHaveCount(4);
  expect(lab.linked('seed')).toBe('8');
  await text.fill('nothing of ours');
  await dialog(lab).getByRole('button', { name: 'Add' }).click();
  await expect(dialog(lab)).toContainText('There is no link of this page in it.');
  await expect(text).toHaveValue('nothing of ours');
});

for (const [lang, share] of [
  ['en', 'Share'],
  ['zh', '分享'],
] as const)
  test(`both parts fit, and axe finds nothing in them (${lang})`, async ({ lab, isMobile }) => {
    const { page } = lab;
    const clean = async () => {
      const over = await dialog(lab).evaluate((each) => each.scrollWidth - each.clientWidth);
      expect(over).toBe(0);
      const { violations } = await new AxeBuilder({ page }).include('dialog.share').analyze();
      expect(violations).toEqual([]);
    };
    await lab.open(`#lang=${lang}&step=5&display=${lang === 'zh' ? 'projector' : 'dark'}`);
    await page.getByRole('button', { name: share, exact: true }).click();
    await page.locator('#share-handInPart').click();
    await dialog(lab).locator('.hand-in input').first().fill('王小明');
    await clean();
    // The ring of a field, which reaches 5 pixels beyond it, does not cover its name.
    const room = () =>
      dialog(lab).evaluate((each) =>
        [...each.querySelectorAll('label:has(> span + :is(textarea, input))')]
          .filter((label) => label.checkVisibility())
          .map((label) => {
            const words = document.createRange();
            words.selectNodeContents(label.firstElementChild as Element);
            const field = label.lastElementChild as Element;
            return field.getBoundingClientRect().top - words.getBoundingClientRect().bottom;
          }),
      );
    for (const gap of await room()) expect(gap).toBeGreaterThanOrEqual(5);
    await page.locator('#share-sheetPart').click();
    await dialog(lab)
      .locator('.intake textarea')
      .fill(['A', 'B'].map((name) => lineOf(name, 'x', 9, 'AAAA')).join('\n'));
    await dialog(lab).locator('.intake .use').click();
    await expect(dialog(lab).locator('[data-verdict="wrong"]')).toHaveCount(2);
    await clean();
    expect((await room()).length).toBe(1);
    expect((await room())[0]).toBeGreaterThanOrEqual(5);
    // What a teacher looks for is in sight without scrolling sideways, on a phone at least whose code is right.
    const parts = ['tbody th', '.verdict', 'td.boards', 'td.answer', 'td.ways'];
    for (const display of isMobile ? [] : ['light', 'projector'])
      for (const width of [500, 768, 1024, 1280]) {
        await page.evaluate((name) => {
          document.documentElement.dataset.display = name;
        }, display);
        await page.setViewportSize({ width, height: 700 });
        expect(await hiddenOf(lab, parts), `${display} at ${width}`).toEqual([]);
      }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await hiddenOf(lab, parts.slice(0, 2))).toEqual([]);
  });

/** Which parts of the first row are cut off, or lie under one another, as the sheet stands. */
function hiddenOf(lab: LabPage, parts: string[]): Promise<string[]> {
  return dialog(lab)
    .locator('.rows')
    .evaluate((box, parts) => {
      const { left, right } = box.getBoundingClientRect();
      let free = left - 1;
      return parts.filter((part) => {
        const place = (box.querySelector(part) as Element).getBoundingClientRect();
        const seen = place.left >= free && place.right <= right + 1;
        free = place.right - 1;
        return !seen;
      });
    }, parts);
}
