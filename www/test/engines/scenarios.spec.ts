/** What has to be the same in every engine: the bits, a run that is played, a slider, the keys, the look inside, a chapter. */

import golden from '../../../crate/tests/golden/bits.json' with { type: 'json' };
import { dictionary } from '../../i18n/index.js';
import { formatNumber } from '../../views/inside/numbers.js';
import { layers, record } from '../in-page.js';
import { expect, test } from './fixtures.js';
import type { EnginePage } from './page.js';

const en = dictionary('en');
const engineOf = (lab: EnginePage) => new URL('engine/spiral_lab.js', lab.address).href;

async function standsAt(lab: EnginePage, step: number): Promise<void> {
  await expect.poll(() => lab.text('#step'), { timeout: 30_000 }).toBe(String(step));
}

async function open(lab: EnginePage, hash = ''): Promise<void> {
  await lab.open(hash);
  await standsAt(lab, Number(/\bstep=(\d+)/.exec(hash)?.[1] ?? 0));
}

const step = async (lab: EnginePage) => Number(await lab.text('#step'));

for (const [i, recorded] of golden.entries()) {
  test(`run ${i}: loss and weights after ${recorded.steps} steps are those of native Rust, bit for bit`, async ({
    lab,
  }) => {
    await open(lab);
    const { settings, steps } = recorded;
    expect(await lab.evaluate(record, { engine: engineOf(lab), settings, steps })).toEqual(
      recorded,
    );
  });
}

test('the readouts at step 1000 are the script’s', async ({ lab }) => {
  await open(lab, '#step=1000');
  const readouts = ['#linear-loss', '#linear-accuracy', '#network-loss', '#network-accuracy'];
  const shown = await Promise.all(readouts.map((output) => lab.text(output)));
  expect(shown).toEqual(['0.786230', '49.3 %', '0.294416', '95.3 %']);
});

test('Play, Pause and Step move a run, and Reset starts it over', async ({ lab }) => {
  await open(lab);
  await lab.click('#play');
  await expect.poll(() => lab.text('#play')).toContain(en.pause);
  await expect.poll(() => step(lab)).toBeGreaterThan(20);
  await lab.click('#play');
  await expect.poll(() => lab.text('#play')).toContain(en.play);
  // The address is written in the frame that draws the run as it stands.
  await expect
    .poll(async () => (await lab.linked('step')) === (await lab.text('#step')))
    .toBe(true);
  const paused = await step(lab);
  await lab.click('#step-button');
  await standsAt(lab, paused + 1);
  await lab.click('#reset');
  await standsAt(lab, 0);
  expect(await lab.text('#network-loss')).toBe('1.098637');
});

test('a slider is dragged and moved by keys, and the run follows', async ({ lab }) => {
  await open(lab, '#step=40');
  await lab.drag('#points', 1);
  await expect.poll(() => lab.linked('points')).toBe('500');
  await standsAt(lab, 0);
  await lab.focus('#points');
  await lab.press('Home');
  await expect.poll(() => lab.linked('points')).toBe('2');
  await lab.press('ArrowRight', 2);
  await expect.poll(() => lab.linked('points')).toBe('4');
  expect(
    await lab.evaluate(
      () => document.querySelector<HTMLInputElement>('#points-number')?.value,
      null,
    ),
  ).toBe('4');
});
