/** The exported script prints what the page shows: with real NumPy where that is at hand, else as it was recorded with it
 * (`RECORD=1 npx vitest run export-script`, which needs NumPy). */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { CLASSIFIERS } from '../engine/frame.js';
import { scriptOf } from '../export/script.js';
import { POINTS } from '../formulas/script.js';
import type { Language } from '../i18n/index.js';
import { parseLink } from '../state/link.js';
import { anyRuns } from './any-run.js';
import { engine } from './engine-in-node.js';
import { python, run } from './numpy.js';

vi.setConfig({ testTimeout: 120_000 });

const SEED = 11;
const STEPS = 1000;
/** Steps so long magnify what rounding leaves. */
const WILD = 1e-5;
const RECORD = new URL('./export-scripts.json', import.meta.url);

interface Recorded {
  link: string;
  /** Of the script's text: one that has changed has to be recorded again. */
  hash: string;
  printed: string[];
}

/** A run that a link leads to, up to a step, or to where it ends. */
function begin(link: string, steps: number, lang: Language = 'en') {
  const { settings, changes = '', own = '', corrections } = parseLink(link, []);
  expect(corrections).toEqual([]);
  engine.start(settings, changes, own);
  engine.advance(steps);
  const { frame } = engine;
  const check = engine.checkCode();
  const parameters = engine.parameters();
  return { frame, lang, classNames: null, link, check, parameters };
}

/** With all digits of what it prints. */
const precise = (script: string) => script.replaceAll(/%f|%\.6g|%\.1f/g, '%.17g');

/** Losses and accuracies of the last step, then those of the points that are held out. */
function shown(): number[] {
  const readings = CLASSIFIERS.map((classifier) => engine.frame[classifier]);
  const tests = readings.flatMap(({ test }) => (test ? [test] : []));
  return [...readings, ...tests].flatMap(({ loss, accuracy }) => [loss, 100 * accuracy]);
}

/** The numbers of the lines at the end, without the step. */
function numbersIn(printed: readonly string[]): number[] {
  return printed.flatMap((line) =>
    [...line.replace(/^step \d+/, '').matchAll(/-?\d[\d.e+-]*/g)].map(([number]) => Number(number)),
  );
}

function expectSame(
  printed: readonly string[],
  values: readonly number[],
  link: string,
  tolerance = 1e-9,
): void {
  const numbers = numbersIn(printed);
  expect(numbers.length, printed.join('\n')).toBe(values.length);
  values.forEach((value, i) => {
    const apart = Math.abs((numbers[i] as number) - value) / Math.max(1, Math.abs(value));
    expect(apart, `${link}\n${printed.join('\n')}\n${values}`).toBeLessThan(tolerance);
  });
}

const links = anyRuns(10, SEED);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const lastLines = (text: string, held: boolean) =>
  text
    .trim()
    .split('\n')
    .slice(held ? -2 : -1);

describe('the exported script', () => {
  it.skipIf(!python)('prints with NumPy what the page shows, of ten runs drawn at random', () => {
    const recorded: Recorded[] = links.map((link) => {
      const script = scriptOf(begin(link, STEPS));
      const isHeld = engine.frame.linear.test !== null;
      const all = run(precise(script)).trim().split('\n');
      const told = all.filter((line) => line.startsWith('step '));
      expect(told.length).toBe(STEPS / 100 + 1);
      for (const line of told) {
        const [, step] = /^step (\d+): /.exec(line) ?? [];
        engine.seek(Number(step), STEPS);
        const behind = isHeld ? 2 : 1;
        expectSame(all.slice(all.indexOf(line)).slice(0, behind), shown(), link);
      }
      expect(engine.frame.step).toBe(STEPS);
      const printed = lastLines(all.join('\n'), isHeld);
      return { link, hash: hashOf(script), printed };
    });
    if (process.env.RECORD) writeFileSync(RECORD, `${JSON.stringify(recorded, null, 1)}\n`);
  });

  // One that stands still; both; one that goes on again at a smaller rate.
  it.skipIf(!python).each([
    ['#rate=30&reg=0.1&changes=5:apart=1', 500],
    ['#rate=100&reg=1&changes=5:apart=1', 500],
    ['#rate=30&reg=0.1&changes=5:apart=1;320:rate=0.1', 500],
  ])('lets one classifier go on where the other cannot: %s', (link, steps) => {
    const script = scriptOf(begin(link, steps));
    expect(engine.frame.network.since ?? 320).toBeLessThan(engine.frame.step);
    const printed = lastLines(run(precise(script)), false);
    expect(printed[0]).toContain(`step ${engine.frame.step}: `);
    expectSame(printed, shown(), link, WILD);
  });

  it.skipIf(!python)('ends where the run does, and says so', () => {
    for (const link of ['#rate=100&reg=1&points=10&hidden=5', '#rate=100&reg=0&activation=none']) {
      const script = scriptOf(begin(link, 500));
      const { step, diverged } = engine.frame;
      expect(diverged).not.toBeNull();
      const printed = lastLines(run(precise(script)), true);
      expect(printed[1]).toBe(
        `step ${step + 1}: a loss is no finite number any more. The run ends at step ${step}.`,
      );
      expectSame(printed.slice(0, 1), shown(), link, WILD);
      expect(run(script)).not.toMatch(/nan|inf\b/);
    }
  });

  it('is the tutorial’s own code where the run is the tutorial’s', () => {
    const script = scriptOf(begin('#seed=0', 100));
    expect(script.split('\n')).toEqual(
      expect.arrayContaining(POINTS.filter((line) => !/^(N|D|K|X|y|np)\b/.test(line))),
    );
    expect(script.split('\n').length).toBeLessThan(100);
  });

  it('sets all numbers of own points and changes bit for bit', () => {
    const script = scriptOf(begin('#seed=1&changes=3:W1[0,1]=-1e-7;3:left.b[2]=5;4:reg=0', 5));
    expect(script).toContain(
      '    if i == 3:\n        W1[0, 1] = -1e-7\n        b[0, 2] = 5.0\n    if i == 4:\n        reg = 0.0\n',
    );
  });

  it('is the one that was recorded with NumPy, which printed what the page shows', () => {
    const recorded: Recorded[] = JSON.parse(readFileSync(RECORD, 'utf8'));
    expect(recorded.map(({ link }) => link)).toEqual(links);
    for (const { link, hash, printed } of recorded) {
      const script = scriptOf(begin(link, STEPS));
      expect(hashOf(script), 'record it again').toBe(hash);
      expectSame(printed, shown(), link);
    }
  });
});
