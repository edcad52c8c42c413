/** Whatever double comes: the look inside ends, writes no “NaN”, and what it writes can be worked out. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { insideTexts } from '../i18n/inside.js';
import * as numbers from '../inside/numbers.js';
import { allWorkings } from '../inside/workings.js';
import { anyDouble, anyFinite } from './any-double.js';
import { readLine } from './by-hand.js';
import { pointIn } from './point-in.js';

const en = insideTexts('en');
const zh = insideTexts('zh');

// Thousands of classifiers, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const { bracketed, equals, factor, formatNumber, over, plus, power, precise, result } = numbers;
const { term, times, twelveDigits, withMinus } = numbers;

const RUNS = { numRuns: 3000 };
const NO_NUMBER = /NaN|Infinity|undefined|null/;
const value = (text: string) => Number(text.replaceAll('−', '-'));

/** Half of how far apart two numbers are, for that is a number; 0 where rounding has led beyond all numbers. */
const apart = (shown: number, number: number) =>
  Number.isFinite(shown) ? Math.abs(shown / 2 - number / 2) : Number(Math.abs(number) < 1.7e308);

/** What is small beside the last decimal of the table is written as 0.0000. */
function unitOf(form: unknown, number: number, precision: number): number {
  const least = form === formatNumber ? 5.01e-5 : Number.MIN_VALUE;
  return precision * Math.abs(number / 2) + least;
}

describe('any double', () => {
  const forms: [name: string, form: (value: number) => string, digits: number][] = [
    ['formatNumber', formatNumber, 0.06],
    ['factor', factor, 1e-6],
    ['precise', precise, 1e-8],
    ['power', (number) => power(number, 8), 1e-8],
    ['twelveDigits', twelveDigits, 1e-11],
    ['result', (number) => result(number), 1e-4],
  ];

  it.each(forms)('is written by %s as the number that it is', (_, form, precision) => {
    fc.assert(
      fc.property(anyDouble, (number) => {
        const text = form(number);
        expect(text).not.toMatch(NO_NUMBER);
        if (Number.isNaN(number)) expect(text).toBe('?');
        else if (!Number.isFinite(number)) expect(text).toBe(number < 0 ? '−∞' : '∞');
        else
          expect(apart(value(text), number), text).toBeLessThanOrEqual(
            unitOf(form, number, precision),
          );
      }),
      RUNS,
    );
  });

  it('is calculated with', () => {
    fc.assert(
      fc.property(anyDouble, anyDouble, anyDouble, anyDouble, (a, b, c, d) => {
        for (const [calculation, exact] of [
          [times(a, b), a * b],
          [over(a, b), a / b],
          [plus(times(a, b), term(c), over(c, d)), a * b + c + c / d],
        ] as const) {
          const text = equals(calculation, exact);
          expect(text).not.toMatch(NO_NUMBER);
          sameByHand(`z = ${text}`);
        }
        expect(`${bracketed(a)}${withMinus(String(d > 0))}`).not.toMatch(NO_NUMBER);
      }),
      RUNS,
    );
  });

  it('that is left of great numbers which cancel is not said to be 0', () => {
    const left = plus(term(805753.8844), times(-1, 805754.45));
    expect(equals(left, -0.5656)).toMatch(/=\s≈\s0$/);
    expect(equals(plus(term(805754), times(-1, 805754)), 0)).toMatch(/=\s0$/);
  });

  it('is compared with any other, which ends', () => {
    fc.assert(
      fc.property(anyDouble, anyDouble, anyDouble, (number, byHand, greatest) => {
        expect(result(number, byHand, Math.abs(greatest))).not.toMatch(NO_NUMBER);
      }),
      RUNS,
    );
  });
});

/** Half a unit of the last digit, where the digits that are written can be calculated with. */
function sameByHand(text: string): void {
  expect(text).not.toMatch(NO_NUMBER);
  const line = text.includes('∞') || text.includes('?') ? null : readLine(text);
  // Rounded up, the greatest numbers are none any more.
  if (line?.byHand == null || !Number.isFinite(line.byHand + line.result)) return;
  const half = 0.2501 * line.unit + Number.MIN_VALUE;
  expect(apart(line.result, line.byHand), text).toBeLessThanOrEqual(half);
}

describe('a classifier of any weights', () => {
  const shapes = [
    ['linear', 2],
    ['linear', 6],
    ['network', 2],
    ['network', 3],
  ] as const;
  const numbersOf = fc.array(anyFinite, { minLength: 40, maxLength: 40 });

  it.each(shapes)('is worked out to the end (%s, %i classes)', (classifier, classes) => {
    const hidden = classifier === 'linear' ? 0 : 5;
    fc.assert(
      fc.property(
        numbersOf,
        anyFinite,
        anyFinite,
        fc.nat(classes - 1),
        fc.constantFrom('relu' as const, 'none' as const),
        (all, rate, reg, label, activation) => {
          const [x = 0, y = 0, dataLoss = 0, ...rest] = all;
          const shape = { hidden, classes };
          const { worked, layers } = pointIn(rest, shape, [x, y], label, 300, activation);
          const point = { worked, layers, activation, unit: hidden && 3, rate, reg, dataLoss };
          for (const texts of [en, zh]) {
            for (const { lines } of allWorkings(point, texts)) lines.forEach(sameByHand);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the probability of a point’s own class', () => {
  const linesAt = (bias: number, texts = en) => {
    const parameters = [0, 0, 0, 0, 0, 0, bias, 0, 0];
    const { worked, layers } = pointIn(parameters, { hidden: 0, classes: 3 }, [0.5, 0.5], 1, 300);
    const activation = 'relu' as const;
    const whole = {
      worked,
      layers,
      activation,
      unit: 0,
      rate: 1,
      reg: 0.001,
      dataLoss: worked.loss,
    };
    const rows = allWorkings(whole, texts);
    return (id: string) => rows.find(({ formula }) => formula === id)?.lines ?? [];
  };
  const plain = (lines: string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));

  it('that is 0 to a computer has its loss from the scores', () => {
    for (const texts of [en, zh]) {
      const lines = linesAt(750.25, texts);
      expect(plain(lines('crossEntropy'))).toEqual([
        texts.fromScores('0'),
        'L = ln 1 + 750.25 − 0 = 750.25',
      ]);
      expect(plain(lines('crossEntropyGradient'))[0]).toBe('−1 / 0 = −∞');
      expect(plain(lines('chain'))).toEqual([
        texts.cancelledFirst,
        '∂L/∂z[1] = −(1 − 0) = −1.0000',
        '∂L/∂z[0] = 1',
      ]);
    }
  });

  it('that is smaller than any number of full precision has it too', () => {
    for (const bias of [708.5, 715, 740]) {
      const [words, line = ''] = linesAt(bias)('crossEntropy');
      expect(words).toMatch(/^p = \d\.\d+e−3\d\d is so small/);
      expect(line).toContain(`=\u00a0${bias.toFixed(2)}`);
    }
  });

  it('that is small has the logarithm of it', () => {
    expect(plain(linesAt(700)('crossEntropy'))).toEqual(['L = −ln 9.859677e−305 = 700.00']);
  });
});
