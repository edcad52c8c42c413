import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, readings } from '../numerals.js';

describe('a number as people write it', () => {
  it.each([
    ['1', 1],
    [' 1 ', 1],
    ['0,5', 0.5],
    [',5', 0.5],
    ['.5', 0.5],
    ['0,500', 0.5],
    ['1.000', 1],
    ['1.234', 1.234],
    ['1,23', 1.23],
    ['2,5000', 2.5],
    ['1e1', 10],
    ['1e+1', 10],
    ['1E-3', 0.001],
    ['0,5e-3', 0.0005],
    ['+3', 3],
    ['- 3', -3],
    ['−3', -3],
    ['–3', -3],
    ['１００', 100],
    ['０．５', 0.5],
    ['０，５', 0.5],
    ['0。5', 0.5],
    ['0｡5', 0.5],
    ['－３', -3],
    ['＋３', 3],
    ['１ｅ－３', 0.001],
    ['　３　', 3],
    ['1,000,000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ['1\u202f000\u202f000', 1_000_000],
    ["1'000", 1000],
    ['1’000', 1000],
    ['1_000', 1000],
    ['1,000.5', 1000.5],
    ['1.000,5', 1000.5],
    ['1 000,5', 1000.5],
    ['１，０００，０００', 1_000_000],
  ])('%s is %d', (text, value) => {
    expect(readings(text)).toEqual([value]);
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ['1,000', 1000],
    ['12,345', 12_345],
    ['１，０００', 1000],
    ['-1,000', -1000],
    ['1,000,000', 1_000_000],
    ['20.', 20],
    ['2,5', 2.5],
    ['1e3', 1000],
  ])('%s is %d where it must be a whole number', (text, value) => {
    expect(readings(text, true)).toEqual([value]);
  });

  it.each([
    ['1,000', false, [1, 1000]],
    ['2,500', false, [2.5, 2500]],
    ['-1,000', false, [-1, -1000]],
    ['１，０００', false, [1, 1000]],
    ['1.000', true, [1, 1000]],
    ['12.500', true, [12.5, 12_500]],
    ['1,00', true, [1, 100]],
    ['1,0000', true, [1, 10_000]],
  ])('%s (whole: %s) may be two numbers', (text, whole, values) => {
    expect(readings(text, whole)).toEqual(values);
    expect(parseNumber(text, whole)).toBeNaN();
  });

  it.each(
    '|,|.|-|e5|1e|one|0x10|NaN|Infinity|1,2,3|1.2.3|1 2|1 00|1,00,000|50%|1/2|1,000 000|²|½|½5|1⁄2|--1|1-'.split(
      '|',
    ),
  )('“%s” is no number', (text) => {
    expect(readings(text)).toEqual([]);
    expect(readings(text, true)).toEqual([]);
  });

  const wide = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

  it('is what a script prints, in either width, with spaces around', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const space = fc.constantFrom('', ' ', '\t', '\u3000', '\u00a0');
    fc.assert(
      fc.property(number, space, space, (value, before, after) => {
        expect(readings(before + String(value) + after)).toEqual([value]);
        expect(readings(before + wide(String(value)) + after)).toEqual([value]);
        const german = String(value).replace('.', ',');
        expect(readings(german)).toContain(value);
      }),
    );
  });

  it('is a whole number in groups of three, whatever stands between them', () => {
    const separator = fc.constantFrom(',', ' ', "'", '’', '\u202f', '_', '，');
    fc.assert(
      fc.property(fc.integer(), separator, (value, between) => {
        const text = String(value).replace(/\B(?=(\d{3})+$)/g, between);
        expect(readings(text, true)).toEqual([value]);
      }),
    );
  });

  it('never throws, and never yields what is not a number', () => {
    const letters = fc.string({ unit: fc.constantFrom(..."0123456789,.+-e '_，。０") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), letters), fc.boolean(), (text, whole) => {
        const found = readings(text, whole);
        expect(found.length).toBeLessThanOrEqual(2);
        for (const value of found) expect(value).not.toBeNaN();
      }),
    );
  });
});
