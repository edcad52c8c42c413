/** The chart read by keyboard, and what explains chart and boards on request. */

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './lab.js';

test('the chart’s values are there by keyboard, where the run stands', async ({ lab }) => {
  await lab.open('#step=300');
  const chart = lab.slider('Loss, step by step');
  await chart.focus();
  await expect(lab.page.locator('#tooltip')).toContainText('step 300');
  await expect(chart).toHaveAttribute(
    'aria-valuetext',
    'step\u00a0300: linear classifier 0.786231, neural network 0.599287',
  );
  await chart.press('Home');
  await expect(chart).toHaveAttribute(
    'aria-valuetext',
    'step\u00a00: linear classifier 1.096919, neural network 1.098637',
  );
  await chart.blur();
  await expect(lab.page.locator('#tooltip')).toBeHidden();
});

test('who presses the chart with a mouse goes on to take steps with →', async ({
  lab,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no mouse');
  await lab.open();
  await lab.page.locator('#chart').click();
  await lab.page.keyboard.press('ArrowRight');
  await lab.standsAt(1);
});

test('a board says in words what it shows', async ({ lab }) => {
  await lab.open('#step=300');
  const board = lab.board('Neural network');
  await expect(board).toHaveAttribute(
    'aria-description',
    'Step\u00a0300: loss 0.599287, 74.0\u00a0% of the points lie in their own class’s region.',
  );
  await lab.page.getByRole('button', { name: 'Look inside' }).click();
  await expect(board).toHaveAttribute(
    'aria-description',
    / Ringed: point\s150, class\s1, x = -?\d/,
  );
});

test('what the boards show is explained beside them, as far as it is there', async ({ lab }) => {
  await lab.open('#step=10&hidden=3');
  const ask = lab.page.getByRole('button', { name: 'What do the boards show?' });
  const guide = lab.page.getByRole('region', { name: 'What the boards show' });
  await ask.click();
  await expect(guide).toContainText('Between two regions both classes have the same score.');
  await expect(guide).not.toContainText('A fold');
  await expect(guide.locator('.class-mark')).toHaveCount(3);
  const boxes = await Promise.all([
    guide.boundingBox(),
    lab.board('Linear classifier').boundingBox(),
    lab.board('Neural network').boundingBox(),
  ]);
  const [own, ...boards] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
  for (const board of boards) {
    const apart = board.x + board.width <= (own?.x ?? 0) || board.y + board.height <= (own?.y ?? 0);
    expect(apart).toBe(true);
  }
  await lab.page
    .getByLabel('Shade by probability')
    .evaluate((box: HTMLInputElement) => box.click());
  await expect(guide).toContainText('mixes the colours of the classes');
  await lab.page.keyboard.press('Space');
  await expect(lab.pause).toBeVisible();
  await ask.press('Escape');
  await expect(guide).toBeHidden();
  await expect(ask).toBeFocused();
  await expect(ask).toHaveAttribute('aria-expanded', 'false');
});

test('what the look inside marks on the boards is explained, too', async ({ lab, isMobile }) => {
  test.skip(isMobile, 'the look inside lies under the boards there');
  await lab.open('#step=10&hidden=3');
  await lab.page.getByRole('button', { name: 'Look inside' }).click();
  await lab.page.getByRole('button', { name: 'What do the boards show?' }).click();
  const guide = lab.page.getByRole('region', { name: 'What the boards show' });
  await expect(guide).toContainText('The ring');
  await expect(guide).not.toContainText('A fold');
  // The explanation lies over a part of the look inside.
  await lab.page.locator('#all-lines').evaluate((box: HTMLInputElement) => box.click());
  await expect(guide).toContainText('A fold: here the input of a hidden unit is 0.');
  await lab.page
    .locator('input[value=linear]')
    .evaluate((radio: HTMLInputElement) => radio.click());
  await expect(guide).toContainText('Here the score of the class with this colour is 0.');
  await expect(guide).not.toContainText('A fold');
});

test('the chart is explained, and has its values as a table', async ({ lab }) => {
  await lab.open('#step=300');
  await lab.page.getByRole('button', { name: 'What does the chart show?' }).click();
  const guide = lab.page.getByRole('region', { name: 'What the chart shows' });
  await expect(guide).toContainText('has the loss ln 3');
  await guide.getByText('The values as a table').click();
  const rows = guide.getByRole('row');
  await expect(rows.first()).toHaveText(/step\s*Linear classifier\s*Neural network/);
  await expect(rows.last()).toHaveText(/300\s*0\.786231\s*0\.599287/);
  await lab.page.keyboard.press('ArrowRight');
  await expect(rows.last()).toHaveText(/301/);
  await guide.getByRole('button', { name: 'Close the explanation' }).click();
  await expect(guide).toBeHidden();
});

for (const display of ['light', 'dark', 'projector'])
  test(`no accessibility rule is broken by what is explained (${display})`, async ({ lab }) => {
    await lab.open('#step=300');
    await lab.page.evaluate((display) => {
      document.documentElement.dataset.display = display;
    }, display);
    for (const [question, name] of [
      ['What do the boards show?', 'What the boards show'],
      ['What does the chart show?', 'What the chart shows'],
    ] as const) {
      await lab.page.getByRole('button', { name: question }).press('Enter');
      const guide = lab.page.getByRole('region', { name });
      await expect(guide).toBeVisible();
      const { violations } = await new AxeBuilder({ page: lab.page }).include('#guide').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await lab.page.keyboard.press('Tab');
      await expect(guide.getByRole('button')).toBeFocused();
      await lab.page.keyboard.press('Enter');
      await expect(guide).toBeHidden();
    }
  });

test('the explanation speaks the page’s language', async ({ lab }) => {
  await lab.open('#lang=zh');
  await lab.page.getByRole('button', { name: '画板上有什么？' }).click();
  await expect(lab.page.getByRole('region', { name: '画板上有什么' })).toContainText('得分相等');
});

for (const hash of ['#rate=100&reg=0.1&step=131', '#step=12345&classes=6'])
  test(`nothing is cut or overrun on a small phone (${hash})`, async ({ lab, isMobile }) => {
    test.skip(!isMobile);
    await lab.page.setViewportSize({ width: 320, height: 640 });
    await lab.open(hash);
    for (const id of ['linear-loss', 'network-loss']) {
      const { row, loss } = await lab.output(id).evaluate((output) => {
        const range = document.createRange();
        range.selectNodeContents(output);
        const label = output.closest('label')?.getBoundingClientRect();
        return { row: label?.right ?? 0, loss: range.getBoundingClientRect().right };
      });
      expect(loss).toBeLessThanOrEqual(row + 1);
    }
    const [legend, ask] = await Promise.all([
      lab.page.locator('#legend span').last().boundingBox(),
      lab.page.getByRole('button', { name: 'What do the boards show?' }).boundingBox(),
    ]);
    expect((legend?.x ?? 0) + (legend?.width ?? 0)).toBeLessThan(ask?.x ?? 0);
    expect((ask?.x ?? 0) + (ask?.width ?? 0)).toBeLessThanOrEqual(320);
  });

for (const lang of ['en', 'zh'] as const) {
  test(`what explains the chart stands at the end of its caption’s first line (${lang})`, async ({
    lab,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone’s caption has two lines');
    const { page } = lab;
    await lab.open(`#step=20&lang=${lang}`);
    const expectBeside = async (place: string) => {
      for (const [width, height] of [
        [900, 700],
        [1024, 768],
        [1280, 720],
      ] as const) {
        await page.setViewportSize({ width, height });
        const [ask, title, caption] = await page
          .locator('#loss figcaption')
          .evaluate((all) =>
            [all.querySelector('.ask'), all.querySelector('strong'), all].map(
              (each) => each?.getBoundingClientRect().toJSON() as DOMRect,
            ),
          );
        if (!ask || !title || !caption) throw new Error('the chart has no caption');
        const middle = (ask.top + ask.bottom) / 2;
        expect(middle, `${place} at ${width}`).toBeGreaterThan(title.top);
        expect(middle, `${place} at ${width}`).toBeLessThan(title.bottom);
        expect(caption.right - ask.right, `${place} at ${width}`).toBeLessThan(1);
      }
    };
    await expectBeside('alone');
    await page.locator('#open-inside').click();
    await expect(page.locator('#inside')).toBeVisible();
    await expectBeside('beside the look inside');
  });
}
