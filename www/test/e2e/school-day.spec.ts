/** What a class does with the page, from the task to the collected sheet, in each language by the words that the page has for it. */

import { readFileSync } from 'node:fs';
import { CLASS } from '../../i18n/class.js';
import { EXPORT } from '../../i18n/export.js';
import { HAND_IN } from '../../i18n/hand-in.js';
import { dictionary, LANGUAGES, type Language } from '../../i18n/index.js';
import { PRINT } from '../../i18n/print.js';
import { SHARE } from '../../i18n/share.js';
import { SHEET } from '../../i18n/sheet.js';
import { TEACH } from '../../i18n/teach.js';
import { expect, type LabPage, test } from './lab.js';
import { scanned } from './scanned.js';

const dialog = (lab: LabPage) => lab.page.locator('dialog.share');
const press = (lab: LabPage, name: string) =>
  dialog(lab).getByRole('button', { name, exact: true }).click();
const copied = (lab: LabPage) => lab.page.evaluate(() => navigator.clipboard.readText());
const said = (lab: LabPage, text: string) =>
  expect(dialog(lab).getByRole('status').filter({ hasText: text })).toBeVisible();

/** Opens one of the ways to hand a run on. */
async function share(lab: LabPage, lang: Language, part: keyof typeof SHARE.en): Promise<void> {
  const { share } = dictionary(lang);
  await lab.page.getByRole('button', { name: share, exact: true }).click();
  await dialog(lab)
    .getByRole('tab', { name: String(SHARE[lang][part]), exact: true })
    .click();
}

/** Opens a link as somebody else does, who has nothing open. */
async function openAnew(lab: LabPage, link: string): Promise<void> {
  await lab.page.goto('about:blank');
  await lab.page.goto(link);
}

test.beforeEach(({ lab }) =>
  lab.page.context().grantPermissions(['clipboard-read', 'clipboard-write']),
);

for (const lang of LANGUAGES) {
  test(`a task is set, answered, handed in and collected (${lang})`, async ({ lab }) => {
    const { page } = lab;
    const [words, task, handIn, sheet] = [
      dictionary(lang),
      CLASS[lang],
      HAND_IN[lang],
      SHEET[lang],
    ];
    const question = task.taskExample;
    await lab.open(`#lang=${lang}&seed=3&step=20`);
    await share(lab, lang, 'taskPart');
    await dialog(lab).getByRole('textbox', { name: task.taskQuestion }).fill(question);
    await dialog(lab).getByRole('textbox', { name: task.taskStop }).fill('60');
    await dialog(lab).getByText(task.taskLock).click();
    await dialog(lab).locator('[name=lock][value=rate]').check();
    await press(lab, task.copyLink);
    await said(lab, task.copied);
    const link = await copied(lab);

    await openAnew(lab, link);
    const strip = page.getByRole('region', { name: task.task });
    await expect(strip).toContainText(question);
    await expect(page.locator('#rate-number')).toBeDisabled();
    await page.getByRole('button', { name: words.play, exact: true }).click();
    await expect(strip).toContainText(task.answerFirst);
    await page.keyboard.type('80 %');
    await strip.getByRole('button', { name: task.answer, exact: true }).click();
    await expect(strip).toContainText(task.answered('80 %'));
    await page.getByRole('button', { name: words.play, exact: true }).click();
    await lab.standsAt(60);
    const [linear, network] = [lab.output('linear-accuracy'), lab.output('network-accuracy')];
    await expect(strip).toContainText(
      task.found(60, await linear.textContent(), await network.textContent()),
    );
    await strip.getByRole('button', { name: task.handIn, exact: true }).click();
    await dialog(lab).getByRole('textbox', { name: handIn.name }).fill('王小明');
    await press(lab, handIn.copyLine);
    await said(lab, handIn.copied);
    const line = await copied(lab);
    const check = (await lab.output('check').textContent()) ?? '';
    const parts = ['王小明', ...handIn.inLine('', '80 %', 60, check).slice(1)];
    expect(line).toContain(parts.join(' · ').replaceAll(/\s/g, ' '));

    await openAnew(lab, `#lang=${lang}&step=5`);
    await share(lab, lang, 'sheetPart');
    await dialog(lab).getByRole('textbox', { name: sheet.box }).fill(line);
    await press(lab, sheet.add);
    await expect(dialog(lab)).toContainText(sheet.sum(1, 1, 0, 0, 0));
    await expect(dialog(lab).locator('tbody tr')).toContainText(sheet.verdicts.right);
    const download = page.waitForEvent('download');
    await press(lab, sheet.save);
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain(`${sheet.columns.name},${sheet.columns.answer}`);
    expect(csv).toContain(`王小明,80 %`);
    await press(lab, sheet.openOf('王小明'));
    await lab.standsAt(60);
    await expect(strip).toContainText(task.handedIn('王小明'));
    await expect(strip).toContainText(task.proof(check, 60, true));
  });

  test(`a run is passed on, saved and printed, and a lesson is ready (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    const { page } = lab;
    const [texts, files, teach] = [SHARE[lang], EXPORT[lang], TEACH[lang]];
    await page.addInitScript(() => {
      window.print = () => dispatchEvent(new Event('beforeprint'));
    });
    await lab.open(`#lang=${lang}&seed=3&step=20`);
    const check = (await lab.output('check').textContent()) ?? '';
    await share(lab, lang, 'linkPart');
    await press(lab, texts.copy);
    await said(lab, texts.copied);
    expect(await copied(lab)).toBe(page.url());
    const code = dialog(lab).getByRole('img', { name: texts.code });
    // What a phone is emulated to show of a part of the page is not that part.
    if (!isMobile) expect(await scanned(page, await code.screenshot())).toBe(page.url());
    await press(lab, texts.print);
    await expect(page.locator('#printed')).toContainText(`${PRINT[lang].check} ${check}`);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));

    await dialog(lab).getByRole('tab', { name: texts.filesPart, exact: true }).click();
    for (const kind of Object.values(files.kinds)) {
      await dialog(lab).getByRole('radio', { name: kind, exact: true }).check();
      // What is saved is seen, and can be copied.
      const shown = dialog(lab).locator('.files-part').locator('img, textarea');
      await expect(shown.filter({ visible: true })).toHaveCount(1);
      const download = page.waitForEvent('download');
      await press(lab, files.save);
      expect((await download).suggestedFilename()).toMatch(/^spiral[-_]lab/);
    }

    await dialog(lab).getByRole('tab', { name: texts.teachPart, exact: true }).click();
    const { title, runs } = teach.lessons.fifteen;
    await dialog(lab).getByText(title).click();
    const { name = '', ask = '' } = Object.values(runs)[0] ?? {};
    await dialog(lab).getByRole('link', { name, exact: true }).click();
    await expect(page.locator('#task')).toContainText(ask);
  });
}
