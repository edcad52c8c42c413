import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formula } from '../formulas/index.js';
import { accuracy, LINEAR, NETWORK, POINTS, training } from '../formulas/script.js';
import { type FormulaId, SOURCES, type Source } from '../formulas/source.js';

const ids = Object.keys(SOURCES) as FormulaId[];
/** A line without its indent and without the shape behind it. */
const bare = (line: string) => line.trim().replace(/ #.*/, '');
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The characters that the page's maths font holds. */
const inFont = (() => {
  const [, ranges = ''] = /unicode-range:([^;]*);/.exec(read('../formulas/formulas.css')) ?? [];
  const pairs = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first, last]) => [
    Number.parseInt(first as string, 16),
    Number.parseInt(last ?? (first as string), 16),
  ]);
  return (code: number) => pairs.some(([first = 0, last = 0]) => code >= first && code <= last);
})();

/** What a browser shows for a letter alone in its `<mi>`: the italic one of mathematics. */
function italic(letter: string): string {
  if (letter === 'h') return '\u210e';
  if (/^[a-z]$/.test(letter))
    return String.fromCodePoint(0x1d44e + letter.charCodeAt(0) - 'a'.charCodeAt(0));
  if (/^[A-Z]$/.test(letter))
    return String.fromCodePoint(0x1d434 + letter.charCodeAt(0) - 'A'.charCodeAt(0));
  if (/^[α-ω]$/.test(letter))
    return String.fromCodePoint(0x1d6fc + letter.charCodeAt(0) - 'α'.charCodeAt(0));
  return letter === '∂' ? '\u{1d715}' : letter;
}

describe('the formulas', () => {
  /** What the script does not compute: it goes straight to S − y. */
  const ONLY_ON_PAPER = ['softmaxSame', 'softmaxOther', 'crossEntropyGradient', 'chain'];

  it.each(ids)('%s is MathML, with the lines of the script that compute it, or a listing', (id) => {
    const { mathml, code } = formula(id);
    if ((SOURCES[id] as Source).tex === '') expect(mathml).toBe('');
    else expect(mathml).toMatch(/^<math display="block".*<\/math>$/);
    expect(mathml).not.toContain('merror');
    // The page's policy would not let it act.
    expect(mathml).not.toContain(' style=');
    expect(code === '').toBe(ONLY_ON_PAPER.includes(id));
  });

  it('have only such lines beside them as the script has, with its ReLU or without', () => {
    const lines = [
      ...POINTS,
      ...[LINEAR, NETWORK].flatMap((of) => [...training(of), ...accuracy(of)]),
    ];
    const known = new Set(lines.map(bare));
    const hidden = NETWORK.forward[0]?.replace(/np\.maximum\(0, (.*)\)/, '$1') ?? '';
    expect(SOURCES.hiddenWithoutRelu.code).toBe(hidden);
    const beside = ids.filter((name) => SOURCES[name].tex !== '' && name !== 'hiddenWithoutRelu');
    for (const id of beside)
      for (const line of SOURCES[id].code.split('\n').filter((text) => text !== ''))
        expect(known, id).toContain(bare(line));
  });

  it.each(ids)('%s uses no character that the font lacks', (id) => {
    for (const [, tag, escaped = ''] of formula(id).mathml.matchAll(/<(m\w+)[^>]*>([^<]+)</g)) {
      const text = escaped.replace('&gt;', '>').replace('&lt;', '<');
      for (const character of tag === 'mi' ? italic(text) : text) {
        const code = character.codePointAt(0) ?? 0;
        expect(inFont(code), `${character} U+${code.toString(16)}`).toBe(true);
      }
    }
  });

  it('hold digits, minus and point for the numbers to come', () => {
    for (const character of '0123456789.−()∞≈e')
      expect(inFont(character.codePointAt(0) ?? 0), character).toBe(true);
  });
});
