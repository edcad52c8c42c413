/** One neuron with its numbers, against a naive computation; and the names of weights. */

import { describe, expect, it } from 'vitest';
import type { LayerState } from '../engine/inspector.js';
import { insideTexts } from '../i18n/inside.js';
import { classIn, classOf, endsInWords, nameOf } from '../inside/names.js';
import { classNeuron, hiddenNeuron, inWords, type Neuron } from '../inside/neuron.js';
import { CHAPTERS } from '../lesson/chapters.js';
import './languages.js';
import { pointIn } from './point-in.js';

const numbers = Array.from({ length: 60 }, (_, i) => Math.sin(3 * i));
const [x, y] = [0.5, -0.2];

/** What comes in times its weight, added up, and the bias. */
function naive({ inputs, bias }: Neuron): number {
  let sum = bias.value;
  for (const { from, weight } of inputs) sum += from.value * weight.value;
  return sum;
}

describe('one neuron', () => {
  it.each([0, 1, 2, 3, 4])('is hidden unit %i of the network', (j) => {
    const { worked, layers } = pointIn(numbers, { hidden: 5, classes: 3 }, [x, y], 1, 300);
    const [first] = layers;
    if (!first) throw new Error('there is no layer');
    const neuron = hiddenNeuron(worked, first, j, 'relu');
    expect(neuron.inputs.map(({ from }) => from)).toEqual([
      { name: 'x', value: x },
      { name: 'y', value: y },
    ]);
    // Weights lie row by row: those of x, then those of y, then the biases.
    expect(neuron.inputs.map(({ weight }) => weight)).toEqual([
      { name: `W1[0, ${j}]`, value: numbers[j] },
      { name: `W1[1, ${j}]`, value: numbers[5 + j] },
    ]);
    expect(neuron.bias).toEqual({ name: `b1[${j}]`, value: numbers[10 + j] });
    expect(neuron.sum.name).toBe(`a[${j}]`);
    expect(neuron.sum.value).toBeCloseTo(naive(neuron), 12);
    expect(neuron.passed?.name).toBe(`h[${j}]`);
    expect(neuron.passed?.value).toBeCloseTo(Math.max(0, naive(neuron)), 12);
    expect(neuron.label).toBeNull();
  });

  it('passes on 0 where its sum is below 0, and the sum where it is above', () => {
    const { worked, layers } = pointIn(numbers, { hidden: 5, classes: 3 }, [x, y], 1, 300);
    const all = [0, 1, 2, 3, 4].map((j) =>
      hiddenNeuron(worked, layers[0] as LayerState, j, 'relu'),
    );
    expect(new Set(all.map(({ sum }) => sum.value > 0))).toEqual(new Set([true, false]));
    for (const { sum, passed } of all) expect(passed?.value).toBe(sum.value > 0 ? sum.value : 0);
  });

  it('passes its sum on as it is where the ReLU is taken away, and says so', () => {
    const shape = { hidden: 5, classes: 3 };
    const { worked, layers } = pointIn(numbers, shape, [x, y], 1, 300, 'none');
    for (const j of [0, 1, 2, 3, 4]) {
      const { sum, passed } = hiddenNeuron(worked, layers[0] as LayerState, j, 'none');
      expect(passed).toEqual({ name: `h[${j}]`, value: sum.value, by: 'h = a' });
    }
  });

  it.each([0, 1, 2])('is the one of class %i of the linear classifier', (k) => {
    const { worked, layers } = pointIn(numbers, { hidden: 0, classes: 3 }, [x, y], 1, 300);
    const neuron = classNeuron(worked, layers[0] as LayerState, k);
    expect(neuron.inputs.map(({ weight }) => weight)).toEqual([
      { name: `W[0, ${k}]`, value: numbers[k] },
      { name: `W[1, ${k}]`, value: numbers[3 + k] },
    ]);
    expect(neuron.bias).toEqual({ name: `b[${k}]`, value: numbers[6 + k] });
    expect(neuron.sum.name).toBe(`z[${k}]`);
    expect(neuron.sum.value).toBeCloseTo(naive(neuron), 12);
    expect(neuron.passed).toBeNull();
    expect(neuron.label).toBe(k);
  });

  it('says its numbers to who cannot see the drawing', () => {
    const { worked, layers } = pointIn([2, 1, 0.1], { hidden: 0, classes: 1 }, [x, y], 0, 1);
    expect(inWords(classNeuron(worked, layers[0] as LayerState, 0))).toBe(
      'x = 0.5000, W[0, 0] = 2.0000, y = −0.2000, W[1, 0] = 1.0000, b[0] = 0.1000, z[0] = 0.9000',
    );
  });

  it('is what chapter 2 shows', () => {
    expect(CHAPTERS[1]).toMatchObject({
      id: 'neuron',
      view: { inside: 'point', insideOf: 'linear', neuron: true },
    });
    expect(CHAPTERS.filter(({ view }) => view.neuron)).toHaveLength(1);
  });
});

describe('a weight', () => {
  const network = { classifier: 'network', hidden: 100, classes: 3 } as const;
  const linear = { classifier: 'linear', hidden: 0, classes: 3 } as const;
  const en = insideTexts('en');

  it.each([
    [
      network,
      { layer: 0, kind: 'weight', index: 108 },
      'W1[1, 8]',
      'input y → hidden unit 8',
      null,
    ],
    [network, { layer: 0, kind: 'bias', index: 8 }, 'b1[8]', 'hidden unit 8', null],
    [network, { layer: 1, kind: 'weight', index: 25 }, 'W2[8, 1]', 'hidden unit 8 → class 1', 1],
    [network, { layer: 1, kind: 'bias', index: 2 }, 'b2[2]', 'class 2', 2],
    [linear, { layer: 0, kind: 'weight', index: 5 }, 'W[1, 2]', 'input y → class 2', 2],
    [linear, { layer: 0, kind: 'bias', index: 0 }, 'b[0]', 'class 0', 0],
  ] as const)(
    'is called by its index and by where it leads: %o %o',
    (shape, parameter, name, ends, label) => {
      expect(nameOf(shape, parameter)).toBe(name);
      expect(endsInWords(shape, parameter, en).filter(Boolean).join(' → ')).toBe(ends);
      expect(classOf(shape, parameter)).toBe(label);
    },
  );

  it.each([
    ['z[2] = 1', 2],
    ['S[0] − 0 = 0.3', 0],
    ['∂L/∂z[1] = 0.3', 1],
    ['dscores[2] = 0.1', 2],
    ['dW2[8, 1] = h[8] · 0.1', 1],
    ['W2[8, 1] ← 0.3', 1],
    ['reg · W[0, 2] = 0.1', 2],
    ['db2[1] = 0.3', 1],
    ['dW1[0, 8] = 0.3', null],
    ['db1[8] = 0.3', null],
    ['a[8] = 0.3', null],
    ['h[8] = max(0, 0.3) = 0.3', null],
    ['Σ = 1 + 2 = 3', null],
  ])('or a score that a line names has its class: %s', (line, label) => {
    expect(classIn(line)).toBe(label);
  });
});
