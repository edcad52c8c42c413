import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, readings } from '../engine/link.js';
import './engine-in-node.js';
// The table of cases for the command line, too.
import table from './numerals.json' with { type: 'json' };

describe('a number as people write it', () => {
  it.each(table.one as [string, number][])('%s is %d', (text, value) => {
    expect(readings(text)).toEqual([value]);
    expect(parseNumber(text)).toBe(value);
  });

  it.each(table.whole as [string, number][])(
    '%s is %d where it must be a whole number',
    (text, value) => {
      expect(readings(text, true)).toEqual([value]);
    },
  );

  it.each(table.two as [string, boolean, number[]][])(
    '%s (whole: %s) may be two numbers',
    (text, whole, values) => {
      expect(readings(text, whole)).toEqual(values);
      expect(parseNumber(text, whole)).toBeNaN();
    },
  );

  it.each(table.none)('“%s” is no number', (text) => {
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
