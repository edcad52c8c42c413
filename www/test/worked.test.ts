/** The look inside shows the script's numbers, and whoever takes its digits to a calculator finds them again. */

import { afterAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../engine/frame.js';
import { defaults, type Settings } from '../engine/settings.js';
import type { FormulaId } from '../formulas/index.js';
import { insideTexts } from '../i18n/inside.js';
import { formatNumber } from '../inside/numbers.js';
import { parameterGradient } from '../inside/parameter-table.js';
import { type Working, workOut } from '../inside/worked.js';
import { type Line, readLine } from './by-hand.js';
import { engine, inspect, limits } from './engine-in-node.js';
import { at, type Naive, naive } from './naive.js';

const en = insideTexts('en');
const zh = insideTexts('zh');

const tutorial = defaults(limits);
const classifiers: Classifier[] = ['linear', 'network'];

/** Runs to look into: how far they are trained, and which points are worked out. */
const RUNS: [name: string, settings: Settings, steps: number, points: number[]][] = [
  ['the tutorial, untrained', tutorial, 0, [0, 150, 299]],
  ['the tutorial, trained', tutorial, 400, [0, 1, 99, 150, 217, 299]],
  ['two classes', { ...tutorial, classes: 2, points: 20, hidden: 9 }, 120, [0, 19, 20, 39]],
  ['six classes', { ...tutorial, classes: 6, points: 30, reg: 0 }, 300, [5, 64, 100, 179]],
  ['one unit', { ...tutorial, hidden: 1, points: 5, noise: 0 }, 50, [0, 4, 7, 14]],
  ['512 units', { ...tutorial, hidden: 512, rate: 0.3 }, 60, [33, 266]],
  ['no ReLU', { ...tutorial, activation: 'none', hidden: 30 }, 300, [0, 99, 150]],
  ['great rates', { ...tutorial, rate: 5, reg: 0.01, points: 40 }, 60, [3, 66, 119]],
];

afterAll(() => engine.start(tutorial));

function start(settings: Settings, steps: number): void {
  engine.start(settings);
  engine.advance(steps);
}

function workings(classifier: Classifier, point: number, unit: number, settings: Settings) {
  const worked = inspect.workOut(classifier, point);
  const layers = inspect.state(classifier);
  const { activation, rate, reg } = settings;
  return workOut({ worked, layers, activation, unit, rate, reg }, en);
}

/** A unit that is strong at the point, one that is not active there, and one that is active nowhere, if there are. */
function unitsToFollow(point: number): number[] {
  const hidden = [...inspect.workOut('network', point).hidden];
  const dead = inspect.units().active.indexOf(0);
  return [hidden.indexOf(Math.max(...hidden)), hidden.indexOf(0), dead].filter((unit) => unit >= 0);
}

/** What a line must say: its numbers in order, or its words. */
type Expected = readonly number[] | string;

function softmaxLines(p: Naive): Partial<Record<FormulaId, Expected[]>> {
  const { scores, exp_scores: exps, probs, label, loss, sum, dscores } = p;
  const greatest = Math.max(...scores);
  const [own = 0, other = 0] = [probs[label], probs[label === 0 ? 1 : 0]];
  const points = engine.frame.points.labels.length;
  const errors = probs.map((each, c) => [each, Number(c === label), each - Number(c === label)]);
  return {
    softmax: [
      ...exps.map((exp, c) => [scores[c] ?? 0, greatest, exp]),
      [...exps, sum],
      ...probs.map((each, c) => [exps[c] ?? 0, sum, each]),
    ],
    crossEntropy: [[own, loss]],
    crossEntropyGradient: [[-1, own, -1 / own]],
    softmaxSame: [[own, 1, own, own * (1 - own)]],
    softmaxOther: [[-own, other, -own * other]],
    result: errors,
    meanGradient: [
      en.dividedBy(points),
      ...dscores.map((slope, c) => [errors[c]?.[2] ?? 0, points, slope]),
    ],
  };
}

/** The penalty of a weight w, its gradient of the data loss and its update. */
function updateOf(w: number, data: number, { rate, reg }: Settings) {
  const gradient = data + reg * w;
  return [
    [data, reg * w, gradient],
    [w, rate, gradient, w - rate * gradient],
  ];
}

const affine = ({ x, y, W, b, a }: Naive, j: number) => [
  ...[x, at(W, 0, j), y, at(W, 1, j), b[j] ?? 0],
  a[j] ?? 0,
];

function linearLines(p: Naive, settings: Settings, data: number) {
  const w = at(p.W, 0, p.label);
  return {
    neuron: p.scores.map((_, c) => affine(p, c)),
    ...softmaxLines(p),
    matrixWeights: [p.x, p.y].flatMap((input) => p.db.map((ds) => [input, ds, input * ds])),
    matrixBias: [...p.db.map((ds) => [ds]), en.sharesSum],
    penaltyGradient: [[settings.reg, w, settings.reg * w]],
    update: [...updateOf(w, data, settings), en.updateNote],
  };
}

/** The greatest three of h·w, then all the others. */
function scoreLine({ hidden_layer, W2, b2, scores }: Naive, c: number): number[] {
  const terms = hidden_layer
    .map((h, j) => [h, at(W2, j, c)] as const)
    .filter(([h]) => h !== 0)
    .sort((a, b) => Math.abs(b[0] * b[1]) - Math.abs(a[0] * a[1]));
  const others = terms.slice(3).reduce((sum, [h, w]) => sum + h * w, 0);
  const written = terms.length === 0 ? [0] : terms.slice(0, 3).flat();
  return [...written, ...(terms.length > 3 ? [others] : []), b2[c] ?? 0, scores[c] ?? 0];
}

function networkLines(p: Naive, unit: number, settings: Settings, data: number) {
  const [w, w2] = [at(p.W, 0, unit), at(p.W2, unit, p.label)];
  const data2 = sumOverPoints('network', settings, ({ dW2 }) => at(dW2, unit, p.label));
  const [a = 0, h = 0, dh = 0, da = 0] = [p.a, p.hidden_layer, p.dhidden, p.da].map(
    (of) => of[unit],
  );
  const active = p.hidden_layer.filter((each) => each > 0).length;
  const back = [...p.dscores.flatMap((ds, c) => [ds, at(p.W2, unit, c)]), dh];
  const relu = settings.activation === 'relu';
  const forward = relu
    ? { hiddenLayer: [affine(p, unit), [0, a, h], en.activeUnits(active, p.hidden_layer.length)] }
    : { hiddenWithoutRelu: [affine(p, unit), [a]] };
  return {
    ...forward,
    hiddenScores: p.scores.map((_, c) => scoreLine(p, c)),
    ...softmaxLines(p),
    outputWeights: p.dscores.map((ds, c) => [h, ds, at(p.dW2, unit, c)]),
    outputBias: p.db2.map((ds) => [ds]),
    [relu ? 'hiddenGradient' : 'gradientWithoutRelu']: [back, [da]],
    hiddenWeights: [
      [p.x, da, at(p.dW, 0, unit)],
      [p.y, da, at(p.dW, 1, unit)],
    ],
    hiddenBias: [[p.db[unit] ?? 0], en.sharesSum],
    penaltyGradient: [
      [settings.reg, w2, settings.reg * w2],
      [settings.reg, w, settings.reg * w],
    ],
    update: [...updateOf(w, data, settings), en.updateNote],
    updateSecond: updateOf(w2, data2, settings),
  };
}

/** Seven digits of a number that is gone on with, half a unit of the last digit of what comes out. */
function sameNumbers(line: Line, expected: readonly number[], text: string): void {
  expect(line.numbers.length, text).toBe(expected.length);
  line.numbers.forEach((shown, i) => {
    const number = expected[i] as number;
    const isResult = i === expected.length - 1 && line.byHand !== null;
    const half = isResult ? 0.5001 * line.unit : 5.01e-7 * Math.abs(number);
    expect(Math.abs(shown - number), `${text}: ${shown}, ${number}`).toBeLessThanOrEqual(
      half + 1e-13,
    );
  });
}

function agreesByHand({ byHand, result, unit, numbers }: Line, text: string): void {
  if (byHand === null) return;
  expect(Math.abs(byHand - result), `${text}: ${byHand}`).toBeLessThanOrEqual(0.5001 * unit);
  const greatest = Math.max(...numbers.map(Math.abs));
  if (unit !== 1) expect(unit, text).toBeLessThanOrEqual(1e-3 * greatest);
}

function check(worked: Working[], expected: Partial<Record<FormulaId, readonly Expected[]>>): void {
  expect(worked.map(({ formula }) => formula)).toEqual(Object.keys(expected));
  for (const { formula, lines } of worked) {
    const wanted = expected[formula] ?? [];
    expect(lines.length, formula).toBe(wanted.length);
    lines.forEach((text, i) => {
      const want = wanted[i] as Expected;
      const line = readLine(text);
      if (typeof want === 'string') {
        expect(text).toBe(want);
      } else if (line) {
        sameNumbers(line, want, text);
        agreesByHand(line, text);
      } else {
        expect.unreachable(`no numbers in ${text}`);
      }
    });
  }
}

describe.each(RUNS)('%s', (_, settings, steps, points) => {
  it('shows the numbers of the linear classifier, and its digits can be worked out by hand', () => {
    start(settings, steps);
    const data = gradientByX('linear', settings);
    for (const point of points) {
      const p = naive('linear', settings, point);
      const expected = linearLines(p, settings, data[p.label] ?? 0);
      check(workings('linear', point, 0, settings), expected);
    }
  });

  it('shows the numbers of the network, and its digits can be worked out by hand', () => {
    start(settings, steps);
    const data = gradientByX('network', settings);
    for (const point of points) {
      for (const unit of unitsToFollow(point)) {
        const p = naive('network', settings, point);
        const expected = networkLines(p, unit, settings, data[unit] ?? 0);
        check(workings('network', point, unit, settings), expected);
      }
    }
  });
});

function sumOverPoints(of: Classifier, settings: Settings, what: (p: Naive) => number): number {
  const { labels } = engine.frame.points;
  return labels.reduce((sum, _, index) => sum + what(naive(of, settings, index)), 0);
}

/** The gradient of the data loss by each weight of x, summed over all points as the script does. */
function gradientByX(of: Classifier, settings: Settings): number[] {
  const points = Array.from(engine.frame.points.labels, (_, index) => naive(of, settings, index));
  const [first] = points as [Naive];
  return first.b.map((_, j) => points.reduce((sum, { dW }) => sum + at(dW, 0, j), 0));
}

describe('a network changed by hand', () => {
  const small = { ...tutorial, points: 10, hidden: 6 };
  const set = (layer: number, kind: 'weight' | 'bias', index: number, value: number) =>
    engine.setParameter('network', { layer, kind, index }, value);

  it('shows a unit that is active nowhere', () => {
    start(small, 30);
    set(0, 'weight', 2, 0);
    set(0, 'weight', 8, 0);
    set(0, 'bias', 2, -0.75);
    expect(inspect.units().active[2]).toBe(0);
    const data = gradientByX('network', small)[2] ?? 0;
    for (const point of [0, 12, 29]) {
      const expected = networkLines(naive('network', small, point), 2, small, data);
      const worked = workings('network', point, 2, small);
      check(worked, expected);
      const line = worked.find(({ formula }) => formula === 'hiddenGradient')?.lines[1];
      expect(line).toBe(`da[2] = 0 (${en.isNotActive})`);
    }
  });

  it('shows probabilities next to 0 and next to 1', () => {
    start(small, 30);
    for (const bias of [12, 25, 60]) {
      set(1, 'bias', 0, bias);
      const data = gradientByX('network', small)[1] ?? 0;
      for (const point of [0, 12, 29]) {
        const expected = networkLines(naive('network', small, point), 1, small, data);
        check(workings('network', point, 1, small), expected);
      }
    }
  });

  it('shows no unit at work where none is', () => {
    start(small, 0);
    for (let unit = 0; unit < 6; unit++) set(0, 'bias', unit, -9);
    const score = workings('network', 7, 0, small).find(
      ({ formula }) => formula === 'hiddenScores',
    );
    expect(score?.lines[1]).toBe('z[1] = 0 + 0 =\u00a00');
  });
});

describe('the shares that are shown', () => {
  const settings = { ...tutorial, points: 30 };
  const unit = 4;
  const classes = [0, 1, 2];
  type Share = [name: string, layer: number, kind: 'weight' | 'bias', index: number];
  /** Names of shares, with the parameters whose gradients they add up to. */
  const shares: Record<Classifier, Share[]> = {
    linear: classes.flatMap((c): Share[] => [
      [`dW[0, ${c}]`, 0, 'weight', c],
      [`dW[1, ${c}]`, 0, 'weight', 3 + c],
      [`db[${c}]`, 0, 'bias', c],
    ]),
    network: [
      [`dW1[0, ${unit}]`, 0, 'weight', unit],
      [`dW1[1, ${unit}]`, 0, 'weight', tutorial.hidden + unit],
      [`db1[${unit}]`, 0, 'bias', unit],
      ...classes.flatMap((c): Share[] => [
        [`dW2[${unit}, ${c}]`, 1, 'weight', 3 * unit + c],
        [`db2[${c}]`, 1, 'bias', c],
      ]),
    ],
  };

  /** What a share says at each point. */
  function sharesShown(of: Classifier, name: string): Line[] {
    return Array.from(engine.frame.points.labels, (_, point) => {
      const lines = workings(of, point, unit, settings)
        .filter(({ formula }) => !formula.startsWith('update'))
        .flatMap(({ lines }) => lines);
      return readLine(lines.find((text) => text.startsWith(`${name} = `)) ?? '') as Line;
    });
  }

  it.each(classifiers)('of all points of the %s add up to the gradients that are shown', (of) => {
    start(settings, 150);
    for (const [name, layer, kind, index] of shares[of]) {
      const all = sharesShown(of, name);
      const sum = all.reduce((total, { result }) => total + result, 0);
      const rounding = all.reduce((total, { result, unit }) => total + (result && unit / 2), 0);
      const whole = parameterGradient(inspect.state(of), { layer, kind, index }, 0);
      expect(Math.abs(sum - whole), name).toBeLessThanOrEqual(rounding + 1e-12);
      expect(rounding, name).toBeLessThan(5e-5);
    }
  });

  it('are those of the gradient that the table shows, once the penalty is added', () => {
    start(settings, 150);
    const address = { layer: 0, kind: 'weight', index: 1 } as const;
    const data = gradientByX('linear', settings)[1] ?? 0;
    const shown = formatNumber(parameterGradient(inspect.state('linear'), address, settings.reg));
    const { W } = naive('linear', settings, 0);
    expect(shown).toBe(formatNumber(data + settings.reg * at(W, 0, 1)));
  });
});

it('the workings in Chinese have the same numbers', () => {
  start(tutorial, 100);
  for (const classifier of classifiers) {
    const worked = inspect.workOut(classifier, 42);
    const layers = inspect.state(classifier);
    const numbers = (texts: typeof en) =>
      workOut({ worked, layers, activation: 'relu', unit: 3, rate: 1, reg: 0.001 }, texts).map(
        ({ lines }) => lines.map((line) => readLine(line)?.numbers),
      );
    expect(numbers(zh)).toEqual(numbers(en));
  }
});
