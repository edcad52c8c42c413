import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HandIn, handInLink, lineOf } from '../class/hand-in/link.js';
import { planOf } from '../class/plan.js';
import { HAND_IN } from '../i18n/hand-in.js';
import { OPENINGS } from '../lesson/index.js';
import { parseLink } from '../state/link.js';
import { faultsOf, sentences } from './chinese.js';
import { limits, maxSteps } from './engine-in-node.js';

const ends = { step: maxSteps, chapter: OPENINGS.length };
const ada = { name: 'Ada', answer: '98 %', step: 200, check: 'AB12' };
const handIn = (link: string, what: HandIn = ada) =>
  handInLink(parseLink(link, OPENINGS), what, { table: limits, chapters: OPENINGS });
const planIn = (link: string) => planOf(parseLink(link, OPENINGS).task ?? {}, limits, ends);

const said = (text: fc.Arbitrary<string>) => text.map((each) => each.trim()).filter(Boolean);
const ODD = 'Aé王 小"\'&=#;%2C,.+-＝！\n\t<>()＃';
/** Whatever a student may write. */
const anyText = fc.oneof(
  said(fc.string({ unit: 'grapheme' })),
  said(fc.array(fc.constantFrom(...ODD)).map((signs) => signs.join(''))),
);

describe('what is handed in', () => {
  it('is read from its link sign by sign', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, answer) => {
        const plan = planIn(handIn('#seed=3&step=7&ask=What?', { ...ada, name, answer }));
        expect([plan.student, plan.answer, plan.check]).toEqual([name, answer, 'AB12']);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the run at the step where it stands, with its question, and nothing that covers the page', () => {
    const link =
      '#seed=3&rate=0.5&changes=20:rate=1&step=150&lang=zh&lesson=2&display=dark&hide=seed&lock=rate&chapters=1&embed=1';
    expect(handIn(`${link}&stop=300&ask=Why?&answer=old`)).toBe(
      '#seed=3&points=100&classes=3&noise=0.2&hidden=100&rate=0.5&reg=0.001&changes=20:rate=1&step=200&stop=300&ask=Why%3F&handin=Ada&answer=98%20%2525&check=AB12',
    );
    // The halt that the run has come to would be told as one that is passed.
    expect(handIn('#step=200&stop=200')).not.toContain('stop');
  });

  it('keeps a run that a chapter of the lesson has begun', () => {
    const link = '#lesson=8&step=30';
    const [was, now] = [link, handIn(link)].map((each) => parseLink(each, OPENINGS));
    expect(now?.settings).toEqual(was?.settings);
    expect(now?.lesson).toBeNull();
  });

  it('is one line that ends with the link, whatever was written', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, answer) => {
        const address = `https://lab/${handIn('#seed=3', { ...ada, name, answer })}`;
        const line = lineOf(HAND_IN.en.inLine(name, answer, 200, 'AB12'), address);
        expect(line).not.toMatch(/[\n\r]/);
        expect(line.endsWith(` · ${address}`)).toBe(true);
        expect(line.split('#')).toHaveLength(2);
      }),
    );
    expect(lineOf(HAND_IN.en.inLine('Ada', '', 1, 'AB12'), 'x')).not.toContain('answer');
  });

  it('is asked for in Chinese with its own punctuation', () => {
    expect(sentences(HAND_IN.zh).flatMap(faultsOf)).toEqual([]);
  });
});
