import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bracketed,
  digits,
  equals,
  factor,
  formatNumber,
  over,
  plus,
  result,
  term,
  times,
} from '../inside/numbers.js';
import { readLine } from './by-hand.js';

describe('a number of the table', () => {
  it.each([
    [0, '0.0000'],
    [0.123456, '0.1235'],
    [-0.123456, '−0.1235'],
    [12.5, '12.5000'],
    [0.00012, '1.2e−4'],
    [-0.00012, '−1.2e−4'],
    [123_456, '1.2e+5'],
  ])('%d is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('a factor', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [0.001, '0.001'],
    [-0.5, '−0.5'],
    [1 / 3, '0.3333333'],
    [-2e-7 / 3, '−6.666667e−8'],
    [12_345_678, '1.234568e+7'],
  ])('%d is written %s', (value, text) => {
    expect(factor(value)).toBe(text);
    expect(digits(value)).toBe(Number(text.replaceAll('−', '-')));
  });

  it('that follows an operator is in brackets if it is negative', () => {
    expect([bracketed(0.5), bracketed(-0.5)]).toEqual(['0.5', '(−0.5)']);
  });
});

describe('what comes out', () => {
  const number = fc.oneof(
    fc.double({ min: -10, max: 10, noNaN: true }),
    fc.double({ min: -1e-6, max: 1e-6, noNaN: true }),
    fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  );

  it('is what the digits that are shown come to', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 }), (terms) => {
        const text = equals(
          plus(...terms.map(([a, b]) => times(a, b)), term(1)),
          terms.reduce((sum, [a, b]) => sum + a * b, 1),
        );
        const line = readLine(`z = ${text}`);
        const { byHand, result: shown, unit } = line as NonNullable<typeof line>;
        expect(Math.abs((byHand ?? Number.NaN) - shown), text).toBeLessThanOrEqual(0.5001 * unit);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [2 / 3, '0.66667'],
    [-12_345.678, '−12346'],
    [123_456.78, '1.2346e+5'],
    [1.5e-7, '1.5000e−7'],
    [0, '0'],
  ])('of %d is %s', (value, text) => {
    expect(result(value)).toBe(text);
  });

  it('has no more digits than its greatest term leaves good', () => {
    expect(result(0.123456789, 0.123456789, 40)).toBe('0.123');
  });

  it('has only those digits that are also found by hand', () => {
    expect(result(0.99994, 1)).toBe('1.000');
    expect(result(0.123456, 0.123454)).toBe('0.1235');
    expect(result(1e-9, 0, 1)).toBe('0.0000');
  });

  it('keeps the signs apart from the operators', () => {
    const { text } = plus(times(-2, 3), times(-0.5, -4), term(-1));
    expect(text.replaceAll('\u00a0', ' ')).toBe('−2 · 3 + (−0.5) · (−4) + (−1)');
    expect(over(-1, 0.5).text).toBe('−1 / 0.5');
  });
});
