/** The key to earlier runs: what tells them apart, in short words; and how they did on points that are held out. */

import { describe, expect, it } from 'vitest';
import { keyOf } from '../chart-tools/difference.js';
import type { Experiment, Frame, Ghost } from '../engine/frame.js';
import type { Settings } from '../engine/settings.js';
import { TestEnds } from '../held-out/test-ends.js';
import { TOOLS } from '../i18n/chart-tools.js';
import { dictionary, type Language } from '../i18n/index.js';

const run = (beginning: Partial<Settings>, changes = '') =>
  ({ beginning, own: '', changes, end: 1000 }) as Ghost;
const now = (beginning: Partial<Settings>) =>
  ({ beginning, own: '', changes: '' }) as unknown as Experiment;

function key(ghosts: Ghost[], experiment: Experiment, lang: Language = 'en', names: string[] = []) {
  const told = {
    letterOf: (ghost: Ghost) => 'ABC'[ghosts.indexOf(ghost)] ?? '',
    givenName: (ghost: Ghost) => names[ghosts.indexOf(ghost)] ?? null,
  };
  return keyOf(ghosts, experiment, told, dictionary(lang), TOOLS[lang]).map(({ letter, words }) =>
    `${letter} ${words}`.trim(),
  );
}

describe('the key to earlier runs', () => {
  const rates = [run({ rate: 0.1, reg: 0 }), run({ rate: 1, reg: 0 })];

  it('has for each what any two of them differ in, and for the run that goes on', () => {
    expect(key(rates, now({ rate: 10, reg: 0 }))).toEqual([
      'A rate 0.1',
      'B rate 1',
      'now rate 10',
    ]);
    // One that is like the run that goes on is still told by what the others are not.
    expect(key(rates, now({ rate: 1, reg: 0 }))).toEqual(['A rate 0.1', 'B rate 1', 'now rate 1']);
    const zh = key([run({ reg: 0 })], now({ reg: 0.1 }), 'zh');
    expect(zh).toEqual(['A 正则化 0', '现在正则化 0.1']);
  });

  it('has nothing where all are alike, so that a run begun once more moves nothing on the page', () => {
    expect(key([run({ rate: 1 })], now({ rate: 1 }))).toEqual([]);
    expect(key([], now({ rate: 1 }))).toEqual([]);
  });

  it('has the name that somebody has given, and cuts what is long', () => {
    const [first, second] = key(rates, now({ rate: 10, reg: 0 }), 'en', ['as in the book']);
    expect([first, second]).toEqual(['A as in the book', 'B rate 1']);
    const [long] = key(rates, now({ rate: 10, reg: 0 }), 'en', ['long'.repeat(20)]);
    expect(long).toHaveLength(42);
  });
});

describe('the losses on points that are held out', () => {
  const frame = (rate: number, end: number, last: number | null) => {
    const reading = { test: last === null ? null : { loss: last, accuracy: 0.5, last } };
    return { experiment: now({ rate }), end, linear: reading, network: reading } as Frame;
  };

  it('are known of a run that was left, at its end', () => {
    const ends = new TestEnds();
    for (const [end, last] of [
      [0, 1.1],
      [500, 0.9],
      [1000, 0.8],
    ] as const)
      ends.note(frame(1, end, last));
    // It is begun again before it gets another rate.
    ends.note(frame(1, 0, 1.1));
    ends.note(frame(10, 0, 1.1));
    expect(ends.of(run({ rate: 1 }))).toEqual({ step: 1000, linear: 0.8, network: 0.8 });
    expect(ends.of(run({ rate: 1 }, '50:rate=2'))).toBeNull();
  });

  it('are not known where none is held out, nor of runs that are long past', () => {
    const ends = new TestEnds();
    ends.note(frame(1, 1000, null));
    expect(ends.of(run({ rate: 1 }))).toBeNull();
    for (let rate = 1; rate <= 40; rate++) ends.note(frame(rate, 10, 0.5));
    expect(ends.of(run({ rate: 1 }))).toBeNull();
    expect(ends.of(run({ rate: 40 }))?.step).toBe(10);
  });
});
