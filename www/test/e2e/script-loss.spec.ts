/** Where the tutorial's script would print inf or nan, the page goes on and says so. */

import { expect, test } from './lab.js';

const NAN = 'In the tutorial’s script the loss of the neural network is nan from step 3 on:';

test('is told once it is so, put away for good, and forgotten by a new run', async ({ lab }) => {
  await lab.open('#rate=100&step=2');
  await expect(lab.notices).toBeEmpty();
  await lab.step.click();
  await lab.standsAt(3);
  await expect(lab.notices).toContainText(NAN);
  await expect(lab.notices).toBeInViewport({ ratio: 1 });
  await lab.notices.getByRole('button', { name: 'Dismiss this message' }).click();
  await expect(lab.notices).toBeEmpty();
  await lab.step.click();
  await lab.standsAt(4);
  await expect(lab.notices).toBeEmpty();
  await lab.reset.click();
  await lab.standsAt(0);
  await lab.page.getByRole('slider', { name: 'Learning rate' }).press('Home');
  await lab.step.click();
  await lab.standsAt(1);
  await expect(lab.notices).not.toContainText('script');
});

test('names a single inf apart from the nan that stays, and the classifier, in both languages', async ({
  lab,
}) => {
  await lab.open('#seed=559787925&points=35&noise=0.9&hidden=10&rate=70&reg=0&step=9');
  await expect(lab.notices).toContainText('the loss of the neural network is inf at step 4: a');
  await lab.open('#seed=2&rate=50&step=4');
  await expect(lab.notices).toContainText('is inf at step 4 and nan from step 5 on: a');
  await lab.open(
    '#seed=81011138&points=9&classes=6&noise=0&hidden=1&rate=100&reg=0.02&step=80&lang=zh',
  );
  await expect(lab.notices).toContainText('线性分类器的损失第 46 步是 inf，从第 77 步起是 nan：');
});
