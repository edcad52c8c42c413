/** A teacher's link: made by using the page, and found by the class as it was set. */

import AxeBuilder from '@axe-core/playwright';
import { faultsOfLayout } from './geometry.js';
import { expect, LabPage, test } from './lab.js';

const strip = (lab: LabPage) => lab.page.locator('#task');
const ask = encodeURIComponent('What accuracy will the network reach at step 60?');

test('is made by ticking, and the class finds the page as it was set', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#seed=3&step=20');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('tab', { name: 'Task' }).click();
  const part = page.getByRole('tabpanel', { name: 'Task' });
  await part.getByRole('textbox', { name: /^A question/ }).fill('Will it learn? 100 %');
  const halt = part.getByRole('textbox', { name: /^Play halts/ });
  await halt.fill('0');
  await expect(part.getByRole('status')).toContainText('from 1 to 1000000');
  await halt.fill('60');
  await expect(part.getByRole('status')).toBeEmpty();
  await part.getByText('Hidden settings').click();
  await part.locator('[name=hide][value=noise]').check();
  await part.getByText('Locked settings').click();
  const locks = part.locator('details', { hasText: 'Locked settings' });
  await locks.getByRole('checkbox', { name: 'All of these' }).check();
  await expect(locks.locator('summary')).toHaveText('Locked settings (14)');
  await locks.locator('[value=rate]').uncheck();
  await expect(locks.locator('summary')).toHaveText('Locked settings (13)');
  await expect(part.getByRole('status')).toContainText('hide the lesson, or choose its chapters');
  await part.getByText('Hidden parts of the page').click();
  await part.getByRole('checkbox', { name: 'Look inside' }).check();
  await part.getByText('Only these chapters').click();
  await part.locator('[name=chapters][value="3"]').check();
  await part.locator('[name=chapters][value="7"]').check();
  await expect(part.getByRole('status')).toBeEmpty();
  const code = await part.getByRole('textbox', { name: 'To put it' }).inputValue();
  expect(code).toContain('&amp;embed=1"');
  await page.getByRole('button', { name: 'Try it' }).click();

  await expect(strip(lab)).toContainText('Will it learn? 100 %');
  await expect(page.getByRole('slider', { name: 'Noise' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Look inside' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'New data' })).toBeDisabled();
  for (const id of ['seed', 'hidden-number']) await expect(page.locator(`#${id}`)).toBeDisabled();
  await expect(page.locator('#rate-number')).toBeEnabled();
  await expect(page.locator('#stop-at')).toHaveValue('60');
  await page.getByRole('button', { name: 'Lesson', exact: true }).click();
  await expect(page.locator('#lesson h2')).toContainText('3.');
  await expect(page.locator('#lesson select option')).toHaveCount(2);
  await page.locator('#lesson .next').click();
  await expect(page.locator('#lesson h2')).toContainText('7.');
  await expect(page.locator('#lesson .next')).toBeDisabled();
  await page.locator('#lesson .close').click();

  await page.getByRole('button', { name: 'Show the whole page' }).click();
  await expect(strip(lab)).toBeHidden();
  await expect(page.getByRole('slider', { name: 'Noise' })).toBeVisible();
  await expect(page.locator('#seed')).toBeEnabled();
  await expect.poll(() => page.url()).not.toContain('ask=');
  await page.goBack();
  await expect(strip(lab)).toContainText('Will it learn? 100 %');
});

test('what was set stays in its tab, and a task that was opened can be set anew', async ({
  lab,
}) => {
  const { page } = lab;
  const part = page.getByRole('tabpanel', { name: 'Task' });
  const question = part.getByRole('textbox', { name: /^A question/ });
  const openTask = async () => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('tab', { name: 'Task' }).click();
  };
  await lab.open('#seed=3&step=20');
  await openTask();
  await question.fill('Why?');
  await part.getByText('Locked settings').click();
  await part.locator('[name=lock][value=rate]').check();
  const kept = async () => {
    await expect(question).toHaveValue('Why?');
    await expect(part.locator('[name=lock][value=rate]')).toBeChecked();
  };
  await page.getByRole('tab', { name: 'Link' }).click();
  await page.getByRole('tab', { name: 'Task' }).click();
  await kept();
  const link = await part.getByRole('textbox', { name: 'Link for the class' }).inputValue();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(strip(lab)).toContainText('Why?');
  await page.goBack();
  await expect(strip(lab)).toBeHidden();
  await openTask();
  await kept();

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Show the whole page' }).click();
  await openTask();
  await kept();
});

test('nothing moves before its question is answered, whatever is pressed', async ({ lab }) => {
  const { page } = lab;
  await lab.open(`#step=20&stop=60&ask=${ask}`);
  const box = page.getByRole('textbox', { name: 'Your answer' });
  await expect(box).toBeVisible();
  const ways = [
    () => lab.play.click(),
    () => lab.step.click(),
    () => page.locator('body').press('ArrowRight'),
    async () => {
      await lab.output('step').click();
      await page.keyboard.type('40');
      await page.keyboard.press('Enter');
    },
  ];
  for (const way of ways) {
    await way();
    await expect(strip(lab).getByRole('status')).toContainText('Answer first');
    await expect(box).toBeFocused();
    await box.blur();
    await lab.standsAt(20);
  }
  await box.fill('90 %, or more');
  await box.press('Enter');
  await expect(strip(lab)).toContainText('Your answer: 90 %, or more.');
  await lab.play.click();
  await lab.standsAt(60);
  const [linear, network] = await Promise.all(
    ['linear', 'network'].map((board) => lab.output(`${board}-accuracy`).textContent()),
  );
  await expect(strip(lab)).toContainText(
    `At step 60 the linear classifier is right on ${linear}, the neural network on ${network}.`,
  );
  // It is kept by the address, which is all that a reload has.
  await expect.poll(() => lab.linked('step')).toBe('60');
  await page.reload();
  await expect(strip(lab)).toContainText('Your answer: 90 %, or more.');
  await lab.standsAt(60);
  await expect(lab.notices).toBeEmpty();
});

test('its words leave room for what they ask for', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'the sizes are set by the test');
  const { page } = lab;
  const more = encodeURIComponent(' Say first what you expect, and why you expect it.');
  const boxOf = async (place: string) => {
    const box = await page.locator(place).boundingBox();
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
    return { width, height, top: y, bottom: y + height, left: x };
  };
  const openAt = async (width: number, height: number, link: string) => {
    await page.setViewportSize({ width, height });
    await page.goto('about:blank');
    await lab.open(`#stop=60&ask=${ask}${more}${link}`);
    await lab.play.click();
    await expect(strip(lab).getByRole('status')).toContainText('Answer first');
  };
  const answer = async () => {
    await page.getByRole('textbox', { name: 'Your answer' }).fill('The network, it can bend');
    await page.keyboard.press('Enter');
    await lab.play.click();
    await lab.standsAt(60);
    await expect(page.locator('#task .happened')).toContainText('the neural network on');
  };
  const expectTogether = async () => {
    const [field, button] = await Promise.all(['#task input', '#task .use'].map(boxOf));
    expect(button?.top).toBeCloseTo(field?.top ?? 0, 0);
  };
  // On a phone that lies on its side nothing of it is cut off, or under the bar.
  const expectSeen = async (place: string) => {
    const [part, task, bar] = await Promise.all([place, '#task', '#transport'].map(boxOf));
    expect(part?.top).toBeGreaterThan(0);
    expect(part?.bottom).toBeLessThanOrEqual(Math.min(task?.bottom ?? 0, bar?.top ?? 0));
  };
  for (const [width, height] of [
    [844, 390],
    [640, 360],
  ] as const) {
    await openAt(width, height, '');
    await expectTogether();
    await expectSeen('#task .use');
    await answer();
    await expectSeen('#task .happened');
  }
  await openAt(600, 640, '&embed=1');
  await expectTogether();
  // On a wall boards are seen, not words.
  await openAt(1280, 720, '&display=projector');
  await answer();
  expect((await boxOf('#linear-board')).width).toBeGreaterThan(235);
  await page.goto('about:blank');
  await page.goto('#display=projector&hide=rate&lesson=2');
  await expect(page.locator('#lesson h2')).toContainText('2.');
  expect((await boxOf('#task')).height).toBeLessThan(45);
  // Nor is the page higher than the wall, with the bar of the points between.
  for (const lang of ['en', 'zh']) {
    await page.goto('about:blank');
    await page.goto(`#display=projector&lock=rate&lesson=16&lang=${lang}`);
    await page.locator('#open-points').click();
    await page.locator('#points-test').fill('0.3');
    await page.locator('#points-test').press('Enter');
    await expect(lab.output('linear-test-loss')).toBeVisible();
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await faultsOfLayout(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(
        0,
      );
    }
  }
});

test('what it asks for holds from the first moment on: nothing is seen or can be pressed before', async ({
  page,
}) => {
  // What does not come stands in the console.
  const lab = new LabPage(page);
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/classroom-*.js', (route) => held.then(() => route.abort()));
  const asked = page.waitForRequest('**/classroom-*.js');
  await page.goto('#hide=noise&ask=Why%3F');
  await asked;
  await expect(lab.slider('Noise')).toBeHidden();
  await expect(page.locator('#play')).toBeDisabled();
  come();
  await expect(page.locator('#sorry')).toContainText('could not start');
  await expect(page.locator('#sorry')).toBeVisible();
});

test('a chapter begins at step 0 while its question is unanswered, and an answer belongs to its question', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open(`#ask=${ask}`);
  await page.getByRole('textbox', { name: 'Your answer' }).fill('half an answer');
  await page.getByRole('button', { name: 'Lesson', exact: true }).click();
  await page.locator('#lesson select').selectOption('12');
  await expect(page.locator('#lesson h2')).toContainText('12.');
  await expect(strip(lab).getByRole('status')).toContainText('Answer first');
  await lab.standsAt(0);
  await page.locator('#lesson .close').click();
  await page.evaluate(() => {
    location.hash = '#step=3&ask=Another%3F';
  });
  await lab.standsAt(3);
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('');
  // The run before it is not kept where it would tell what is asked.
  await expect(page.locator('#undo')).toBeHidden();
});

test('a setting that is locked stays, by whatever way it would be changed', async ({ lab }) => {
  const { page } = lab;
  await page.goto('#rate=100&reg=1&lock=rate,data&step=100');
  await lab.notices.getByRole('button', { name: /^Halve the rate/ }).click();
  await expect(page.locator('#rate-number')).toHaveValue('100');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x,y,label\n0,1,0\n1,0,1\n'], 'points.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  await page.getByRole('button', { name: 'Use these points' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(lab.linked('own')).toBeNull();
});

test('what opens on request is hidden and locked, too', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#hide=gap,curves&lock=wrong,rate&step=5');
  await expect(page.locator('#chart-more')).toBeHidden();
  await lab.play.click();
  await lab.pause.click();
  await page.locator('#open-points').click();
  await expect(page.locator('#points-wrong')).toBeVisible();
  await expect(page.locator('#points-wrong')).toBeDisabled();
  await expect(page.locator('#points-gap')).toBeHidden();
  // It stays so when something else is chosen.
  await page.locator('#points-panel .set select').selectOption('moons');
  await page.locator('#points-panel .set select').selectOption('spiral');
  await expect(page.locator('#points-wrong')).toBeDisabled();
  await expect(page.locator('#points-gap')).toBeHidden();
  await expect(page.locator('#rate-number')).toBeDisabled();
});

test('within a task the dialog has what a class needs, and its tabs are reached by arrows', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open('#step=5&lock=rate');
  await page.locator('#share').click();
  await expect(page.getByRole('tab')).toHaveText(['Link', 'Files', 'Hand in']);
  await page.getByRole('tab', { name: 'Link' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Hand in' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Link' })).toHaveAttribute('aria-selected', 'true');
});

test('one that hides everything leaves one way back', async ({ lab }) => {
  const { page } = lab;
  const settings =
    'seed,data,points,classes,noise,turn,gap,wrong,test,shift,hidden,rate,reg,activation';
  const parts =
    'lesson,inside,editor,share,linear,network,numbers,chart,curves,newdata,speed,going,reset,soft,check,display,lang,help';
  await lab.open(`#hide=${settings},${parts}`);
  await expect(strip(lab)).toContainText('For a task');
  const controls = page.locator('#controls :is(input, select, button)');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('header button').filter({ visible: true })).toHaveCount(2);
  // Nor do the keys of what is hidden.
  await page.locator('body').press('ArrowRight');
  await lab.standsAt(1);
  for (const key of ['r', 'd', 'ArrowRight']) await page.locator('body').press(key);
  await lab.standsAt(2);
  expect(await page.locator('html').getAttribute('data-display')).toBe('light');
  await page.getByRole('button', { name: 'Show the whole page' }).click();
  await expect(page.getByRole('slider', { name: 'Learning rate' })).toBeVisible();
  await expect(lab.board('Neural network')).toBeVisible();
});

test('what is wrong in it is told, and the rest is followed', async ({ lab }) => {
  await lab.open('#hide=noise,colour&lock=9&stop=x');
  await expect(lab.notices).toContainText('hide=colour is not known; lock=9 is not known');
  await expect(lab.slider('Noise')).toBeHidden();
});

test('a check code that was handed in is proved at its step', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#step=30');
  const code = await lab.output('check').textContent();
  await page.goto('about:blank');
  await lab.open(`#step=30&ask=Why%3F&handin=Ada&answer=Because&check=${code}`);
  await expect(strip(lab)).toContainText(`Handed in by Ada. Answer: Because.`);
  await expect(strip(lab)).toContainText(`The check code ${code} is right`);
  await page.goto('about:blank');
  await lab.open(`#step=31&handin=Ada&check=${code}`);
  await expect(strip(lab)).toContainText(
    `The check code ${code} is not that of this run at step 31`,
  );
});

for (const lang of ['en', 'zh'] as const)
  test(`fits its windows, and axe finds nothing in it (${lang})`, async ({ lab, isMobile }) => {
    const { page } = lab;
    const sizes = isMobile ? [[390, 844]] : DESKS;
    const states = [`ask=${ask}&lock=rate,seed,noise`, `ask=${ask}&answer=80&stop=60`, 'hide=rate'];
    for (const state of states) {
      await page.goto('about:blank');
      await lab.open(`#lang=${lang}&step=20&display=${lang === 'zh' ? 'dark' : 'light'}&${state}`);
      await expect(strip(lab)).toBeVisible();
      for (const [width = 0, height = 0] of sizes) {
        await page.setViewportSize({ width, height });
        expect(await faultsOfLayout(page), `${state} at ${width}×${height}`).toEqual([]);
        const over = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        if (!isMobile) expect(await over(), `${state} at ${width}×${height}`).toBe(0);
      }
      if (state.startsWith('ask'))
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    // Within a task nobody sets another one.
    await page.locator('#task .quiet').click();
    await page.locator('#share').click();
    await page.locator('#share-taskPart').click();
    for (const list of await page.locator('.task-part summary').all()) await list.click();
    for (const [width = 0, height = 0] of sizes) {
      await page.setViewportSize({ width, height });
      expect(await faultsOfLayout(page, '#page, header')).toEqual([]);
    }
    const { violations } = await new AxeBuilder({ page }).include('dialog.share').analyze();
    expect(violations).toEqual([]);
  });

/** The last of them has room for the title, which axe asks for. */
const DESKS = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
];
