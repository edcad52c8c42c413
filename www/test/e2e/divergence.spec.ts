/** A run that diverges: why it does, and the ways on from there. */

import { expect, type LabPage, test } from './lab.js';

/** Presses by finger where there is one, else by mouse. */
async function press(lab: LabPage, name: string): Promise<void> {
  const button = lab.notices.getByRole('button', { name, exact: true });
  const { hasTouch } = test.info().project.use;
  await (hasTouch ? button.tap() : button.click());
}

/** Plays a run until it stands at its last finite step. */
async function diverge(lab: LabPage, hash = '#rate=100&reg=1'): Promise<void> {
  await lab.open(hash);
  await lab.play.click();
  await lab.standsAt(75);
  await expect(lab.notices).toContainText(
    /Training diverged after step\s75, in the neural network/,
  );
}

test('says which number overflows first and why, and leads back to before the loss left the ground', async ({
  lab,
}) => {
  await diverge(lab);
  await expect(lab.notices).toContainText(/The gap between two scores of point \d+ would pass/);
  await expect(lab.notices).toContainText('every weight by 1 − rate × reg = −99');
  await expect(lab.notices).toBeInViewport({ ratio: 1 });
  await press(lab, 'Back to step\u00a00');
  await lab.standsAt(0);
  await expect(lab.notices).toBeEmpty();
  await expect(lab.output('network-loss')).toHaveText(/^1\./);
  await lab.play.click();
  await lab.standsAt(75);
  await expect(lab.notices).toContainText('Training diverged');
});

test('half the rate is another way from there', async ({ lab }) => {
  await lab.open('#rate=2.5&reg=1&step=600');
  await lab.play.click();
  await lab.standsAt(667);
  await press(lab, 'Halve the rate');
  await lab.standsAt(4);
  await expect(lab.notices).toBeEmpty();
  await expect(lab.page.getByLabel('Learning rate: type a number')).toHaveValue('1.25');
  await expect.poll(() => lab.linked('changes')).toBe('4:rate=1.25');
  await lab.play.click();
  await expect.poll(() => lab.steps()).toBeGreaterThan(700);
  await lab.pause.click();
  await expect(lab.notices).toBeEmpty();
});

test('the other one goes on if asked to, by the keyboard alone', async ({ lab }) => {
  await diverge(lab);
  const stood = await lab.output('network-loss').textContent();
  const button = lab.notices.getByRole('button', { name: 'Let the other go on' });
  await button.focus();
  await lab.page.keyboard.press('Enter');
  await lab.standsAt(77);
  await expect(lab.notices).toContainText(/Training diverged after step\s77, in the linear class/);
  await expect(button).toHaveCount(0);
  await expect(lab.output('network-loss')).toHaveText(stood ?? '');
  // Its board shows an old state, and the other one does not.
  await expect(lab.board('Neural network')).toHaveCSS('filter', 'grayscale(0.8)');
  await expect(lab.board('Linear classifier')).toHaveCSS('filter', 'none');
  await expect(lab.page.locator('#play')).toBeFocused();
  // The address repeats it, and undo takes it back.
  expect(lab.linked('changes')).toBe('75:apart=1');
  await lab.open(new URL(lab.page.url()).hash);
  await lab.standsAt(77);
  await expect(lab.output('network-loss')).toHaveText(stood ?? '');
});

test('where it stopped is said again by whoever looks back and returns, and going alone can be taken back', async ({
  lab,
}) => {
  await diverge(lab);
  await lab.page.locator('#chart').press('ArrowLeft');
  await lab.standsAt(74);
  await expect(lab.notices).not.toContainText('Training diverged');
  await lab.page.locator('#chart').press('End');
  await lab.standsAt(75);
  await expect(lab.notices).toContainText('Training diverged');
  await press(lab, 'Let the other go on');
  await lab.standsAt(77);
  await lab.page.locator('#undo').click();
  await lab.standsAt(75);
  await expect(lab.notices).toContainText(/diverged after step\s75/);
  await expect.poll(() => lab.linked('changes')).toBeNull();
  await lab.step.click();
  await expect(lab.notices).toContainText(/diverged after step\s75/);
  await lab.standsAt(75);
});

test('one that stands still says since when while the other one trains, and another run forgets it', async ({
  lab,
}) => {
  await lab.open('#rate=100&reg=0&activation=none');
  await lab.play.click();
  await lab.standsAt(86);
  await expect(lab.notices).toContainText('ends where the gradient is steeper');
  await press(lab, 'Let the other go on');
  await expect.poll(() => lab.steps()).toBeGreaterThan(300);
  await lab.pause.click();
  await expect(lab.notices).toContainText(
    /The neural network has stood still since step\s86\. The score/,
  );
  await lab.notices.getByRole('button', { name: 'Dismiss this message' }).click();
  await expect(lab.notices).toBeEmpty();
  await lab.step.click();
  await expect(lab.notices).toBeEmpty();
  await lab.reset.click();
  await lab.standsAt(0);
  await expect(lab.board('Neural network')).toHaveCSS('filter', 'none');
  await lab.play.click();
  await lab.standsAt(86);
  await expect(lab.notices).toContainText('Training diverged');
});

test('all of it can be read in Chinese', async ({ lab }) => {
  await lab.open('#rate=100&reg=1&lang=zh');
  await lab.page.locator('#play').click();
  await lab.standsAt(75);
  await expect(lab.notices).toContainText(
    /神经网络的训练在第\s75\s步之后发散了。再走一步，第\s81\s个点的得分之差/,
  );
  await expect(lab.notices).toBeInViewport({ ratio: 1 });
  await press(lab, '回到第\u00a00\u00a0步');
  await lab.standsAt(0);
  await expect(lab.notices).toBeEmpty();
});

test('a network whose units are all dead is named as what it is', async ({ lab }) => {
  await lab.open('#hidden=10&rate=5&reg=0.01&step=300');
  await expect(lab.notices).toContainText(/All 10 hidden units are dead: .* loss ln 3/);
  await lab.page.goto('#hidden=10&rate=5&reg=0.01&step=300&lang=zh');
  await expect(lab.notices).toContainText(/全部 10\s个隐藏神经元都死掉了/);
  await lab.page.goto('#step=0');
  await lab.standsAt(0);
  await expect(lab.notices).toBeEmpty();
});
