/** Code stands only beside the formula that it computes, in the panel as in the script. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formula } from '../formulas/index.js';
import { insideTexts } from '../i18n/inside.js';
import { codeOf } from '../inside/worked.js';
import { allWorkings } from '../inside/workings.js';
import { pointIn } from './point-in.js';

const en = insideTexts('en');

const script = readFileSync(new URL('../../scripts/reference.py', import.meta.url), 'utf8');
const plain = (code: string) => code.replace(/\s/g, '');

/** The lines of one of the script's two halves, its two places for the ReLU taken out where that is away. */
function linesOf(half: 'linear' | 'network', activation: 'relu' | 'none'): string[] {
  const [, body = ''] = script.split(`def train_${half}(`);
  const [loop = ''] = body.split('\ndef ');
  const lines = loop.split('\n').map(plain);
  if (activation === 'relu') return lines;
  const without = lines.map((line) => line.replace('np.maximum(0,np.dot(X,W)+b)', 'np.dot(X,W)+b'));
  return without.filter((line) => !line.startsWith('dhidden[hidden_layer'));
}

describe.each([
  ['linear', 'relu'],
  ['network', 'relu'],
  ['network', 'none'],
] as const)('one point of the %s (%s)', (classifier, activation) => {
  const hidden = classifier === 'linear' ? 0 : 4;
  const numbers = Array.from({ length: 40 }, (_, i) => Math.sin(i));
  const { worked, layers } = pointIn(numbers, { hidden, classes: 3 }, [0.5, -0.2], 1, 300);
  const point = { worked, layers, activation, unit: 0, rate: 1, reg: 0.001, dataLoss: 1 };
  const rows = allWorkings(point, en);

  it('has beside its formulas lines of its own half of the script', () => {
    const lines = linesOf(classifier, activation);
    for (const row of rows) {
      for (const code of codeOf(row)) expect(lines, row.formula).toContain(plain(code));
    }
  });

  it('has all of them, in one place each', () => {
    const shown = rows
      .filter(({ formula }) => formula !== 'chain')
      .flatMap(codeOf)
      .map(plain);
    const computed = linesOf(classifier, activation).filter(
      (line) => /^\w.*=/.test(line) && /[.+*/-]/.test(line),
    );
    const other = /num_examples=X|parameters|^read/;
    for (const line of computed.filter((line) => !other.test(line))) expect(shown).toContain(line);
  });

  it('has none where the script goes straight to the result', () => {
    for (const id of ['crossEntropyGradient', 'softmaxSame', 'softmaxOther'] as const) {
      expect(rows.map(({ formula }) => formula)).toContain(id);
      expect(formula(id).code).toBe('');
    }
  });
});
