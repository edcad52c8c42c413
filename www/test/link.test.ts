import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAPTERS } from '../lesson/chapters.js';
import { formatLink, parseLink } from '../link.js';
import { defaults, NAMES } from '../settings.js';
import { limits, maxSteps } from './engine-in-node.js';

const parse = (hash: string) => parseLink(hash, limits, maxSteps, CHAPTERS);

describe('the link', () => {
  it('says everything that decides a run, in a fixed order', () => {
    expect(formatLink({ settings: defaults(limits), step: 1000, lang: 'zh', lesson: null })).toBe(
      '#seed=0&points=100&classes=3&noise=0.2&hidden=100&rate=1&reg=0.001&step=1000&lang=zh',
    );
  });

  it('is empty for the defaults', () => {
    expect(parse('')).toEqual({
      settings: defaults(limits),
      step: 0,
      lesson: null,
      corrections: [],
    });
  });

  it('leads back to what it was made from', () => {
    const value = (name: (typeof NAMES)[number]) => {
      const { min, max, whole } = limits[name];
      return whole
        ? fc.integer({ min, max })
        : fc.double({ min, max, noNaN: true }).map((v) => v + 0);
    };
    const settings = fc.record({
      seed: value('seed'),
      points: value('points'),
      classes: value('classes'),
      noise: value('noise'),
      hidden: value('hidden'),
      rate: value('rate'),
      reg: value('reg'),
    });
    const link = fc.record({
      settings,
      step: fc.integer({ min: 0, max: maxSteps }),
      lang: fc.constantFrom('en', 'zh'),
      lesson: fc.option(fc.integer({ min: 1, max: CHAPTERS.length })),
    });
    fc.assert(
      fc.property(link, (given) => {
        expect(parse(formatLink(given))).toEqual({ ...given, corrections: [] });
      }),
    );
  });

  it.each([
    ['points=1', 'points', 2],
    ['points=501', 'points', 500],
    ['points=99999999999999999999', 'points', 500],
    ['points=7.5', 'points', 8],
    ['classes=-3', 'classes', 2],
    ['noise=1e9', 'noise', 1],
    ['hidden=', 'hidden', 100],
    ['hidden=many', 'hidden', 100],
    ['hidden=0x10', 'hidden', 100],
    ['rate=NaN', 'rate', 1],
    ['rate=Infinity', 'rate', 1],
    ['rate=0', 'rate', 0.0001],
    ['reg=-0.5', 'reg', 0],
    ['seed=4294967296', 'seed', 4294967295],
    ['seed=%F0%9F%8C%80', 'seed', 0],
  ] as const)('%s is corrected, and told', (hash, name, used) => {
    const { settings, corrections } = parse(`#${hash}`);
    expect(settings).toEqual({ ...defaults(limits), [name]: used });
    expect(corrections).toEqual([
      { name, given: decodeURIComponent(hash.split('=')[1] ?? ''), used: String(used) },
    ]);
  });

  it('corrects the step and the language as well', () => {
    expect(parse('#step=2000000').step).toBe(maxSteps);
    const { lang, corrections } = parse('#lang=fr');
    expect(lang).toBeUndefined();
    expect(corrections).toEqual([{ name: 'lang', given: 'fr', used: '' }]);
  });

  it('opens the lesson, and corrects a chapter that there is not', () => {
    expect(parse('#lesson=0').lesson).toBeNull();
    expect(parse('#lesson=3').lesson).toBe(3);
    expect(parse('#lesson=99')).toMatchObject({
      lesson: CHAPTERS.length,
      corrections: [{ name: 'lesson', given: '99', used: String(CHAPTERS.length) }],
    });
    expect(parse('#lesson=-1').lesson).toBeNull();
    expect(parse('#lesson=one').corrections).toEqual([{ name: 'lesson', given: 'one', used: '0' }]);
  });

  it('leaves to the chapter what it does not say itself', () => {
    const relu = CHAPTERS.findIndex(({ id }) => id === 'relu') + 1;
    expect(parse(`#lesson=${relu}`)).toMatchObject({ settings: { hidden: 3 }, step: 1000 });
    expect(parse(`#lesson=${relu}&hidden=50&step=7`)).toMatchObject({
      settings: { hidden: 50 },
      step: 7,
    });
  });

  it('reads numbers however they are written, and takes no offence at strangers', () => {
    expect(parse('#rate=5e-1&reg=.01&noise=+0.5&hidden=016&utm=x')).toMatchObject({
      settings: { rate: 0.5, reg: 0.01, noise: 0.5, hidden: 16 },
      corrections: [],
    });
  });

  it('never yields what is not allowed, whatever stands in it', () => {
    const junk = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
    const hash = fc.array(fc.tuple(fc.constantFrom(...NAMES, 'step', 'lang', 'lesson'), junk));
    fc.assert(
      fc.property(hash, (pairs) => {
        const { settings, step } = parse(
          `#${pairs.map(([name, text]) => `${name}=${text}`).join('&')}`,
        );
        for (const name of NAMES) {
          const { min, max, whole } = limits[name];
          expect(settings[name]).toBeGreaterThanOrEqual(min);
          expect(settings[name]).toBeLessThanOrEqual(max);
          if (whole) expect(settings[name] % 1).toBe(0);
        }
        expect(Number.isInteger(step) && step >= 0 && step <= maxSteps).toBe(true);
      }),
    );
  });
});
