import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, withTask } from '../class/links.js';
import { PARTS } from '../class/parts.js';
import { planOf } from '../class/plan.js';
import { CHAPTERS } from '../lesson/chapters.js';
import { parseLink, type Task } from '../state/link.js';
import { linkText, plainText } from '../state/link-text.js';
import { limits } from './engine-in-node.js';

const ENDS = { step: 1_000_000, chapter: 16 };
const plan = (task: Task) => planOf(task, limits, ENDS);

describe('a text for a class', () => {
  it('comes through a link sign by sign, whatever signs it has', () => {
    const signs = fc.string({
      unit: fc.constantFrom(
        ...'aZ09 ,;:&=#%?+-/"<>\'－，。？！：；（）％—“”‘’ 学习率多少é\u00a0\u3000',
      ),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(signs, (text) => {
        const wanted = text.trim();
        fc.pre(wanted !== '' && !/^[+-] /.test(wanted));
        const link = withTask('#seed=3&step=7', { ask: linkText(text) });
        const { task } = parseLink(link, CHAPTERS);
        expect(plainText(task?.ask)).toBe(wanted);
        // As a messenger may pass it on, encoded once more as a whole.
        const again = parseLink(encodeURI(decodeURI(link)), CHAPTERS);
        expect(plainText(again.task?.ask)).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('stays as it was typed where its percent signs are no code', () => {
    expect(plainText('100% of %zz and %e4')).toBe('100% of %zz and %e4');
  });
});

describe('a teacher’s link', () => {
  it('hides every setting of the table and every part, and locks every setting', () => {
    const settings = Object.keys(limits);
    const all = plan({ hide: [...settings, ...Object.keys(PARTS)].join(), lock: settings.join() });
    expect(all.hide.size).toBe(settings.length + Object.keys(PARTS).length);
    expect([...all.lock]).toEqual(settings);
    expect(all.corrections).toEqual([]);
  });

  it('is read in any letters, and what it does not know is told', () => {
    const { hide, lock, stop, chapters, corrections } = plan({
      hide: 'Rate, noise，rates',
      lock: 'seed chart',
      stop: '1e7',
      chapters: '3,2,2,99',
    });
    expect([...hide]).toEqual(['rate', 'noise']);
    expect([...lock]).toEqual(['seed']);
    expect([stop, chapters]).toEqual([1_000_000, [2, 3, 16]]);
    expect(corrections.map(({ given, kind }) => [kind, given])).toEqual([
      ['value', '1e7'],
      ['value', 'rates'],
      ['value', 'chart'],
      ['value', '99'],
    ]);
  });

  it('takes the place of the task that the link had', () => {
    const link = '#seed=3&step=7&lang=en&hide=rate&ask=Why%3F&answer=Because';
    expect(withTask(link, { lock: 'noise', stop: '20', ask: '' })).toBe(
      '#seed=3&step=7&lang=en&lock=noise&stop=20',
    );
    expect(withTask(link, {})).toBe('#seed=3&step=7&lang=en');
  });

  it('stands in a frame’s code in signs that HTML does not take for its own', () => {
    const code = frameOf('https://lab.example/#a=1&ask="x"', 'Spiral Lab');
    expect(code).toContain('src="https://lab.example/#a=1&amp;ask=&quot;x&quot;"');
    expect(code).toContain('allow="clipboard-write; fullscreen; web-share"');
  });
});
