/** What has to be the same in every engine: the bits, a run that is played, a slider, the keys, the look inside, a chapter. */

import golden from '../../../crate/tests/golden/bits.json' with { type: 'json' };
import { insideTexts } from '../../i18n/inside.js';
import { formatNumber } from '../../inside/numbers.js';
import { layers, record } from '../in-page.js';
import { expect, test } from './fixtures.js';
import type { EnginePage } from './page.js';

const en = insideTexts('en');
const engineOf = (lab: EnginePage) => new URL('engine/session.js', lab.address).href;

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

test('the readouts at steps 0 and 1000 are the script’s', async ({ lab }) => {
  const readouts = ['#linear-loss', '#network-loss', '#linear-accuracy'];
  const shown = () => Promise.all(readouts.map((output) => lab.text(output)));
  await open(lab);
  expect(await shown()).toEqual(['1.096919', '1.098637', '31.3 %']);
  await open(lab, '#step=1000');
  expect(await shown()).toEqual(['0.786230', '0.294416', '49.3 %']);
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
  await expect.poll(() => lab.linked('points')).toBe('1000');
  await standsAt(lab, 0);
  // Reached by keyboard, the slider has the keys.
  await lab.focus('#points-number');
  await lab.press('Tab');
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

test('the keys play and pause, take a step, and start over', async ({ lab }) => {
  await open(lab);
  await lab.press('Space');
  await expect.poll(() => step(lab)).toBeGreaterThan(5);
  await lab.press('Space');
  await expect.poll(() => lab.text('#play')).toContain(en.play);
  const paused = await step(lab);
  await lab.press('ArrowRight');
  await standsAt(lab, paused + 1);
  await lab.press('ArrowRight', 3);
  await standsAt(lab, paused + 4);
  await lab.press('r');
  await standsAt(lab, 0);
});

test('the look inside shows the engine’s weights and works a point out', async ({ lab }) => {
  await open(lab, '#step=70&hidden=8&points=20');
  await lab.click('#open-inside');
  await expect.poll(() => lab.texts('#inside tbody tr th')).toHaveLength(7);
  const settings = { seed: 0, points: 20, classes: 3, noise: 0.2, hidden: 8, rate: 1, reg: 0.001 };
  const { network } = await lab.evaluate(layers, { engine: engineOf(lab), settings, steps: 70 });
  const [first, second] = network;
  // The rows follow at the next frame, in the order of how much a unit weighs; the last one is of the biases.
  const units = async () => (await lab.texts('#inside tbody tr th')).slice(0, 6).map(Number);
  const shown = () => lab.texts('#inside tbody tr:nth-child(-n + 6) button:not([hidden]) .value');
  const expected = (unit: number) =>
    [
      ...[first?.weights[unit], first?.weights[8 + unit], first?.biases[unit]],
      ...[0, 1, 2].map((k) => second?.weights[3 * unit + k]),
    ].map((value) => formatNumber(value ?? Number.NaN));
  await expect.poll(shown).toEqual((await units()).flatMap(expected));

  await lab.click('#tab-point');
  await lab.click('#network-board');
  await expect.poll(() => lab.text('#inside-point .facts')).toContain('of 60, class');
  await expect
    .poll(async () => (await lab.texts('#inside-point .workings > li')).length)
    .toBeGreaterThan(4);
  await lab.click('#close-inside');
  await expect.poll(() => lab.isVisible('#inside')).toBe(false);
});

test('a chapter is opened, turned to, answered and closed', async ({ lab }) => {
  await open(lab);
  await lab.click('#lesson-button');
  await expect.poll(() => lab.text('#lesson h2 .title')).toMatch(/^1\. /);
  await lab.click('#lesson .next');
  await expect.poll(() => lab.text('#lesson h2 .title')).toMatch(/^2\. /);
  expect((await lab.texts('#lesson math')).length).toBeGreaterThan(0);
  await lab.click('#lesson .answer summary');
  await expect.poll(() => lab.isVisible('#lesson .answer p')).toBe(true);
  await lab.click('#lesson .close');
  await expect.poll(() => lab.isVisible('#lesson')).toBe(false);
});
