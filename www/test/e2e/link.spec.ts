/** The link: what it opens, what it corrects, and that the address bar always holds it. */

import checks from '../checks.json' with { type: 'json' };
import { expect, test } from './lab.js';

test('a link opens the run that it describes', async ({ lab }) => {
  await lab.open(
    '#seed=7&points=50&classes=4&noise=0.1&hidden=20&rate=0.5&reg=0.01&step=25&lang=en',
  );
  for (const [name, value] of [
    ['Points per class', '50'],
    ['Classes', '4'],
    ['Noise', '0.1'],
    ['Hidden units', '20'],
  ]) {
    await expect(lab.slider(name as string)).toHaveAttribute('aria-valuetext', value as string);
  }
  await expect(lab.page.getByLabel('Seed')).toHaveValue('7');
  expect(lab.linked('step')).toBe('25');
});

for (const [pair, used] of [
  ['seed=-1', '0'],
  ['seed=word', '0'],
  ['points=1', '2'],
  ['points=5000', '1000'],
  ['classes=99', '6'],
  ['noise=-0.5', '0'],
  ['hidden=0', '1'],
  ['hidden=1e9', '512'],
  ['rate=0', '0.000001'],
  ['rate=NaN', '1'],
  ['reg=7', '1'],
  ['step=-5', '0'],
  ['step=soon', '0'],
] as const) {
  test(`${pair} in a link becomes ${used}, and the page says so`, async ({ lab }) => {
    const name = pair.split('=')[0] ?? '';
    await lab.page.goto(`#${pair}`);
    await lab.standsAt(0);
    await expect(lab.notices).toContainText(`${pair} became ${used}`);
    await expect.poll(() => lab.linked(name)).toBe(used);
    for (const reading of await lab.readings()) expect(reading).toMatch(/^\d+(\.\d+)?( %)?$/);
  });
}

test('lang=klingon is told, and the page speaks what the browser prefers', async ({ lab }) => {
  await lab.open('#lang=klingon');
  await expect(lab.notices).toContainText('lang=klingon is not known');
  await expect(lab.play).toBeVisible();
});

test('an impossible step is cut to a million, runs with progress, and can be stopped', async ({
  lab,
}) => {
  // So many hidden units that on no machine a million steps are over before Stop is pressed.
  await lab.page.goto('#hidden=512&step=99999999');
  await expect(lab.notices).toContainText('step=99999999 became 1000000');
  await expect(lab.page.getByText('Running to step 1000000')).toBeVisible();
  await expect.poll(() => lab.steps()).toBeGreaterThan(100);
  await lab.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(lab.page.locator('#catching-up')).toBeHidden();
  await expect.poll(() => lab.linked('step')).toBe(String(await lab.steps()));
});

test('the address follows the run when it pauses', async ({ lab }) => {
  await lab.open();
  await lab.step.click();
  await expect.poll(() => lab.linked('step')).toBe('1');
  await lab.reset.click();
  await expect.poll(() => lab.linked('step')).toBe('0');
});

test('a run whose rate changed on the way is linked with the change, and opens at the same numbers', async ({
  lab,
}) => {
  await lab.open('#step=30');
  await lab.drag('Learning rate', 0.3);
  await expect.poll(() => lab.linked('changes')).toMatch(/^30:rate=[\d.]+$/);
  await expect.poll(() => lab.linked('rate')).toBe('1');
  for (let i = 0; i < 3; i++) await lab.step.click();
  await lab.standsAt(33);
  await expect.poll(() => lab.linked('step')).toBe('33');
  const readings = await lab.readings();
  const rate = await lab.slider('Learning rate').getAttribute('aria-valuetext');
  await lab.page.reload();
  await lab.standsAt(33);
  expect(await lab.readings()).toEqual(readings);
  await expect(lab.slider('Learning rate')).toHaveAttribute('aria-valuetext', rate ?? '');
  await expect(lab.notices).toBeEmpty();
});

test('changes in a link that cannot be made are told, and the others are made', async ({ lab }) => {
  await lab.open('#changes=20:rate=0.5;5:reg=0.01;30:W9[0]=1;x;40:rate=1e9&step=25');
  await lab.standsAt(25);
  await expect.poll(() => lab.linked('changes')).toBe('5:reg=0.01;20:rate=0.5');
  for (const piece of ['5:reg=0.01', '30:W9[0]=1', 'x', '40:rate=1e9'])
    await expect(lab.notices).toContainText(`“${piece}”`);
});

test('a change that would leave no finite loss is left out, and said', async ({ lab }) => {
  await lab.open('#changes=10:W1[0,0]=1e300;20:rate=0.5&step=25');
  await lab.standsAt(25);
  await expect(lab.notices).toContainText('“10:W1[0,0]=1e300” was left out');
  // What came after it is made all the same.
  await expect.poll(() => lab.linked('changes')).toBe('20:rate=0.5');
});

test('Back takes a change back, and a drag along a slider is one change', async ({ lab }) => {
  await lab.open('#step=10');
  const before = await lab.page.evaluate(() => history.length);
  await lab.drag('Hidden units', 0.1);
  const dragged = (await lab.slider('Hidden units').getAttribute('aria-valuetext')) ?? '';
  expect(dragged).not.toBe('100');
  await expect.poll(() => lab.linked('hidden')).toBe(dragged);
  await lab.drag('Noise', 0.8);
  await expect.poll(() => lab.linked('noise')).not.toBe('0.2');
  expect((await lab.page.evaluate(() => history.length)) - before).toBe(2);
  await lab.page.goBack();
  await expect(lab.slider('Noise')).toHaveAttribute('aria-valuetext', '0.2');
  await expect(lab.slider('Hidden units')).toHaveAttribute('aria-valuetext', dragged);
  await lab.page.goBack();
  await expect(lab.slider('Hidden units')).toHaveAttribute('aria-valuetext', '100');
  await lab.standsAt(10);
  await lab.page.goForward();
  await expect(lab.slider('Hidden units')).toHaveAttribute('aria-valuetext', dragged);
});

test('playing makes no entries', async ({ lab }) => {
  await lab.open();
  const before = await lab.page.evaluate(() => history.length);
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(500);
  await lab.pause.click();
  await expect.poll(() => lab.linked('step')).toBe(String(await lab.steps()));
  expect(await lab.page.evaluate(() => history.length)).toBe(before);
});

for (const link of [
  '?seed=3&step=20',
  '?seed=3&utm_source=mail#step=20',
  '#SEED=3&step=20',
  '#seed%3D3%26step%3D20',
  '#seed＝３&amp;step=2e+1',
]) {
  test(`${link} is followed, and the address says so in the usual way`, async ({ lab }) => {
    await lab.page.goto(link);
    await lab.standsAt(20);
    await expect(lab.notices).toBeEmpty();
    await expect.poll(() => lab.linked('step')).toBe('20');
    expect(lab.linked('seed')).toBe('3');
    const { search } = new URL(lab.page.url());
    expect(search).toBe(link.includes('utm') ? '?utm_source=mail' : '');
    await lab.newData.click();
    await expect.poll(() => lab.linked('seed')).not.toBe('3');
    await lab.page.goBack();
    await lab.standsAt(20);
    expect(lab.linked('seed')).toBe('3');
  });
}

test('a slip in a link is named with what was meant, in both languages', async ({ lab }) => {
  await lab.open('#steps=20&rate=1,000');
  await expect(lab.notices).toContainText('steps=20 is not known (did you mean step?)');
  await expect(lab.notices).toContainText('rate=1,000 may mean 1 or 1000, so rate is 1 here');
  await lab.page.getByRole('button', { name: '中文' }).click();
  await expect(lab.notices).toContainText('steps=20 无法识别（是不是想写 step？）；');
});

test('what a newer version has written is told, and stays in the address until another run begins', async ({
  lab,
}) => {
  await lab.open('#seed=3&batch=20&steps=20&step=5');
  await expect(lab.notices).toContainText('batch=20 was made by a newer version of this page');
  await lab.standsAt(5);
  await expect.poll(() => lab.linked('batch')).toBe('20');
  expect(lab.linked('steps')).toBeNull();
  await lab.step.click();
  await expect.poll(() => lab.linked('step')).toBe('6');
  expect(lab.linked('batch')).toBe('20');
  await lab.newData.click();
  await expect.poll(() => lab.linked('seed')).not.toBe('3');
  expect(lab.linked('batch')).toBeNull();
});

test('all that a link has wrong is told in one sentence, its changes among it', async ({ lab }) => {
  await lab.open('#points=1&changes=5:reg=0.01;5:reg=0.1;7:W1[0,0]=1e300&step=10');
  await lab.standsAt(10);
  for (const piece of ['points=1 became 2', '“5:reg=0.1” holds', '“7:W1[0,0]=1e300” was left out'])
    await expect(lab.notices).toContainText(piece);
  await expect.poll(() => lab.linked('changes')).toBe('5:reg=0.1');
});

/** Makes the browser refuse to change the address more than a hundred times in ten seconds, as WebKit does. */
const refuseLikeWebKit = () => {
  const calls: number[] = [];
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name].bind(history);
    history[name] = (...args) => {
      const now = performance.now();
      while (calls.length > 0 && now - (calls[0] as number) > 10_000) calls.shift();
      if (calls.length >= 100) throw new DOMException('100 times in 10 seconds', 'SecurityError');
      calls.push(now);
      change(...args);
    };
  }
};

test('where the browser allows few changes of the address, → held leaves the right link', async ({
  lab,
}) => {
  await lab.page.addInitScript(refuseLikeWebKit);
  await lab.open();
  for (let i = 0; i < 300; i++) await lab.page.keyboard.down('ArrowRight');
  await lab.page.keyboard.up('ArrowRight');
  await lab.standsAt(300);
  await expect.poll(() => lab.linked('step')).toBe('300');
});

test('where the browser allows few changes of the address, New data pressed 120 times leaves the last run', async ({
  lab,
}) => {
  await lab.page.addInitScript(refuseLikeWebKit);
  await lab.open();
  await lab.newData.evaluate(async (button: HTMLButtonElement) => {
    for (let i = 0; i < 120; i++) {
      button.click();
      await new Promise(requestAnimationFrame);
    }
  });
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(10);
  await lab.pause.click();
  const seed = await lab.page.getByLabel('Seed').inputValue();
  await expect.poll(() => lab.linked('seed')).toBe(seed);
  await expect.poll(() => lab.linked('step')).toBe(String(await lab.steps()));
});

for (const { link, check } of checks) {
  test(`${link} has the check code that the command line prints`, async ({ lab }) => {
    await lab.open(link);
    await expect(lab.output('check')).toHaveText(check);
  });
}
