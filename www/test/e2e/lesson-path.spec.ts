/** The guided path: walked from end to end in both languages, linked, left, and taken back. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SOURCES } from '../../formulas/source.js';
import { dictionary } from '../../i18n/index.js';
import { LESSONS } from '../../i18n/lesson.js';
import { CHAPTERS } from '../../lesson/chapters.js';
import { plain } from '../../lesson/prose.js';
import { expect, type LabPage, test } from './lab.js';

const NORMAL = { seed: '0', points: '100', classes: '3', noise: '0.2', hidden: '100', rate: '1' };

/** The page stands in the state that the data of a chapter asks for. */
async function expectChapter(lab: LabPage, number: number): Promise<void> {
  const chapter = CHAPTERS[number - 1];
  if (!chapter) throw new Error(`there is no chapter ${number}`);
  await expect.poll(() => lab.linked('lesson')).toBe(String(number));
  await lab.standsAt(chapter.step);
  await expect.poll(() => lab.linked('step')).toBe(String(chapter.step));
  for (const [name, value] of Object.entries({ ...NORMAL, reg: '0.001', ...chapter.settings }))
    expect(lab.linked(name), name).toBe(String(value));
  expect(await lab.page.locator('#soft').isChecked()).toBe(chapter.view.soft ?? false);
  expect(await lab.page.locator('#speed').inputValue()).toBe(String(chapter.view.speed ?? 1000));
}

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('#lesson').analyze();
  expect(violations.map((v) => [v.id, v.nodes.map(({ html }) => html)])).toEqual([]);
}

for (const lang of ['en', 'zh'] as const) {
  const texts = dictionary(lang);
  const lesson = LESSONS[lang];

  test(`Next leads through all chapters, each in its state, and axe finds nothing (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    test.slow();
    const { page } = lab;
    await lab.open(`#lang=${lang}`);
    const panel = page.locator('#lesson');
    await page.getByRole('button', { name: texts.lessonButton, exact: true }).click();
    for (const [i, { id, formulas, more, asks }] of CHAPTERS.entries()) {
      await expectChapter(lab, i + 1);
      const { title } = lesson.chapters[id];
      const question = plain(lesson.chapters[id].question);
      const answer = plain(lesson.chapters[id].answer);
      const heading = panel.getByRole('heading', { level: 2 });
      await expect(heading).toContainText(`${i + 1}. ${title}`);
      await expect(heading).toBeFocused();
      await expect(panel.getByText(question)).toBeAttached();
      await expect(panel.getByText(answer)).toBeHidden();
      await panel.getByText(lesson.show).click();
      await expect(panel.getByText(answer)).toBeVisible();
      if (more) await panel.getByText(lesson.more).click();
      const all = [...formulas, ...(more ?? [])];
      const inTex = all.filter((formula) => SOURCES[formula].tex !== '');
      await expect(panel.locator('.formula-row')).toHaveCount(all.length);
      await expect(panel.locator('math')).toHaveCount(inTex.length);
      await expect(panel.getByRole('heading', { level: 3 })).toHaveText(lesson.asks[asks]);
      // It takes its time, so each language is searched in one of the two windows, and every other chapter in it.
      if (isMobile === (lang === 'zh') && (i % 2 === 0) === isMobile) await expectNoBarrier(page);
      const next = panel.getByRole('button', { name: lesson.next, exact: true });
      if (i + 1 < CHAPTERS.length) await next.click();
      else await expect(next).toBeDisabled();
    }
    await panel.getByRole('button', { name: lesson.back, exact: true }).click();
    await expectChapter(lab, CHAPTERS.length - 1);
  });
}

test('a chapter is one entry of the history, and Back gives back what was set before', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open('#seed=7&noise=0.35&hidden=20&step=30');
  const readings = await lab.readings();
  const before = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: 'Lesson', exact: true }).click();
  await expectChapter(lab, 1);
  await page.getByLabel('All chapters').selectOption('4');
  await expectChapter(lab, 4);
  expect((await page.evaluate(() => history.length)) - before).toBe(2);
  await page.goBack();
  await expectChapter(lab, 1);
  await page.goBack();
  await expect(page.locator('#lesson')).toBeHidden();
  await lab.standsAt(30);
  expect(await lab.readings()).toEqual(readings);
  expect([lab.linked('seed'), lab.linked('hidden'), lab.linked('lesson')]).toEqual([
    '7',
    '20',
    null,
  ]);
  await page.goForward();
  await expectChapter(lab, 1);
});

test('it can be skipped, closed, and taken up again where it was', async ({ lab }) => {
  const { page } = lab;
  const open = page.getByRole('button', { name: 'Lesson', exact: true });
  await page.goto('#lesson=8');
  await expectChapter(lab, 8);
  await page.getByLabel('All chapters').selectOption('11');
  await expectChapter(lab, 11);
  await page.getByRole('button', { name: 'Close the lesson' }).click();
  await expect(page.locator('#lesson')).toBeHidden();
  await expect(open).toBeFocused();
  await expect(open).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(() => lab.linked('lesson')).toBeNull();
  await expect(lab.slider('Noise')).toBeVisible();
  await open.click();
  await expectChapter(lab, 11);
});

test('it is walked by keyboard alone, and its keys still play the page', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await page.getByRole('button', { name: 'Lesson', exact: true }).press('Enter');
  await expectChapter(lab, 1);
  await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
  await expectChapter(lab, 2);
  await expect(page.getByRole('heading', { level: 2, name: 'One neuron' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await lab.standsAt(1);
  await page.getByText('Show the answer').press('Space');
  await expect(page.getByText('2·0.5')).toBeVisible();
  await lab.standsAt(1);
});

test('the language switches in the middle of a chapter and changes nothing else', async ({
  lab,
}) => {
  await lab.open('#lesson=8&step=40&lang=en');
  await lab.page.getByRole('button', { name: '中文' }).click();
  await expect(lab.page.locator('#lesson h2')).toContainText('ReLU：折一下');
  await lab.standsAt(40);
  expect(lab.linked('lesson')).toBe('8');
});

test('an answer stays open in another language', async ({ lab }) => {
  await lab.open('#lesson=4&lang=en');
  await lab.page.getByText(LESSONS.en.show).click();
  await lab.page.getByRole('button', { name: '中文' }).click();
  await expect(lab.page.getByText(plain(LESSONS.zh.chapters.softmax.answer))).toBeVisible();
  await lab.page.getByRole('button', { name: 'English' }).click();
  await expect(lab.page.getByText(plain(LESSONS.en.chapters.softmax.answer))).toBeVisible();
});

test('the chart is there for the answer that speaks of a line in it', async ({ lab }) => {
  const { page } = lab;
  const number = CHAPTERS.findIndex(({ id }) => id === 'crossEntropy') + 1;
  await lab.open(`#lesson=${number}`);
  await expect(page.locator('#inside')).toBeVisible();
  await page.getByText(LESSONS.en.show).click();
  await expect(page.locator('#chart')).toBeVisible();
  await expect(page.locator('#inside')).toBeHidden();
  await page.getByText(LESSONS.en.show).click();
  await expect(page.locator('#inside')).toBeVisible();
});

test('the folds that a chapter speaks of are on the board', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#lesson=8&step=1000');
  const all = page.getByLabel('All folds on the board');
  await expect(all).toBeChecked();
  const board = lab.board('Neural network');
  const folded = await lab.picture(board);
  await all.uncheck();
  await expect.poll(() => lab.picture(board)).not.toBe(folded);
});

test('lesson=99 in a link becomes the last chapter, and the page says so', async ({ lab }) => {
  await lab.page.goto('#lesson=99');
  await expect(lab.notices).toContainText('lesson=99 became 16');
  await expectChapter(lab, 16);
});

test('with a chapter open, Play and the main sliders stay in sight, and nothing runs over', async ({
  lab,
  isMobile,
}) => {
  await lab.open('#lesson=6');
  await expect(lab.play).toBeInViewport({ ratio: 1 });
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = await lab.page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { scrollWidth, clientWidth, scrollHeight, clientHeight };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  if (isMobile) return;
  expect(scrollHeight).toBeLessThanOrEqual(clientHeight);
  for (const name of ['Learning rate', 'Hidden units'])
    await expect(lab.slider(name)).toBeInViewport({ ratio: 1 });
  await expect(lab.page.getByRole('button', { name: 'Next', exact: true })).toBeInViewport({
    ratio: 1,
  });
});

test('the formulas come in their own font, from the page itself', async ({ lab }) => {
  await lab.open();
  const fonts = () =>
    lab.page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
  expect(await fonts()).toEqual([]);
  await lab.page.getByRole('button', { name: 'Lesson', exact: true }).click();
  await expect.poll(async () => (await fonts()).join()).toContain('Lab Maths');
});
