/** The ReLU taken away: by mouse, keyboard, finger, link and chapter, and what every view then shows. */

import { expect, test } from './lab.js';

const relu = 'ReLU';

test('without the ReLU the network is a linear classifier, and with it again it is not', async ({
  lab,
}) => {
  await lab.open('#step=1000');
  const box = lab.page.getByRole('checkbox', { name: relu });
  const formula = lab.page.locator('#network-formula');
  await expect(box).toBeChecked();
  await expect(formula).toHaveText('max(0, X·W1 + b1)·W2 + b2');
  await box.click();
  await lab.standsAt(0);
  await expect(formula).toHaveText('(X·W1 + b1)·W2 + b2');
  await expect.poll(() => lab.linked('activation')).toBe('none');
  await lab.open('#activation=none&step=1000');
  await expect(box).not.toBeChecked();
  await expect(lab.output('network-accuracy')).toHaveText(/49\.3/);
  await expect(lab.output('network-loss')).toHaveText('0.781968');
  await expect(formula).toHaveText('(X·W1 + b1)·W2 + b2');
  await box.click();
  await lab.standsAt(0);
  await expect(formula).toHaveText('max(0, X·W1 + b1)·W2 + b2');
  await expect.poll(() => lab.linked('activation')).toBeNull();
});

test('the box is worked by keyboard, and the browser’s Back takes it back', async ({ lab }) => {
  await lab.open();
  await lab.slider('Hidden units').focus();
  await lab.page.keyboard.press('Tab');
  const box = lab.page.getByRole('checkbox', { name: relu });
  await expect(box).toBeFocused();
  await lab.page.keyboard.press('Space');
  await expect(box).not.toBeChecked();
  await expect.poll(() => lab.linked('activation')).toBe('none');
  await lab.page.goBack();
  await expect(box).toBeChecked();
});

test('the formula is in the other language what it was', async ({ lab }) => {
  await lab.open('#activation=none&lang=zh');
  await expect(lab.page.locator('#network-formula')).toHaveText('(X·W1 + b1)·W2 + b2');
  await lab.page.locator('#language').click();
  await expect(lab.page.getByRole('checkbox', { name: relu })).not.toBeChecked();
  await expect(lab.page.locator('#network-formula')).toHaveText('(X·W1 + b1)·W2 + b2');
});

test('one point has no gate on its way', async ({ lab }) => {
  await lab.open('#activation=none&hidden=5&step=300');
  await lab.page.getByRole('button', { name: 'Look inside' }).click();
  await lab.page.getByRole('tab', { name: 'One point' }).click();
  const rows = lab.page.locator('.workings');
  await expect(rows.locator('.of-hiddenWithoutRelu')).toContainText(
    'hidden_layer = np.dot(X, W) + b',
  );
  await expect(rows.locator('.of-gradientWithoutRelu')).toBeVisible();
  for (const gone of ['hiddenLayer', 'hiddenGradient', 'reluGradient'])
    await expect(rows.locator(`.of-${gone}`)).toHaveCount(0);
  await expect(rows).not.toContainText('max(0');
});

test('nothing folds: no line is drawn, and none can be asked for', async ({ lab }) => {
  await lab.open('#activation=none&hidden=5&step=300');
  await lab.page.getByRole('button', { name: 'Look inside' }).click();
  const folds = lab.page.locator('#all-lines');
  await expect(folds).toBeDisabled();
  await expect(lab.page.locator('#inside-network .count')).toContainText('0 dead');
  await lab.page.getByRole('checkbox', { name: relu }).click();
  await expect(folds).toBeEnabled();
});

test('chapter 8 takes it away and puts it back', async ({ lab }) => {
  await lab.page.goto('#lesson=8');
  await lab.standsAt(1000);
  const panel = lab.page.locator('#lesson');
  await panel.getByText('Show the answer').click();
  await panel.getByText('Take it away').click();
  await lab.standsAt(1000);
  await expect(lab.output('network-accuracy')).toHaveText(/49\.3/);
  await expect(lab.page.locator('#relu')).not.toBeChecked();
  await panel.getByText('Put it back').click();
  await expect(lab.output('network-accuracy')).toHaveText(/69\.7/);
  await expect(lab.page.locator('#relu')).toBeChecked();
});
