/** One point worked out, line by line: which numbers are multiplied with which, as a person would write it down. Pure text
 * from numbers; the view puts it beside the formulas. */

import type { LayerState, WorkedPoint } from '../engine/inspector.js';
import type { Activation } from '../engine/settings.js';
import { type FormulaId, formula } from '../formulas/index.js';
import type { InsideTexts } from '../i18n/inside.js';
import {
  bracketed,
  digits,
  equals,
  factor,
  LEAST_EXACT,
  over,
  plus,
  TIMES,
  term,
  times,
  type Written,
  written,
} from './numbers.js';

/** A formula with the numbers of this point in it. */
export interface Working {
  formula: FormulaId;
  /** Which of the formula's lines of the script is this classifier's, where each has its own. */
  codeLine?: number;
  lines: string[];
}

export interface PointToWork {
  worked: WorkedPoint;
  layers: readonly LayerState[];
  activation: Activation;
  /** The hidden unit whose way is followed. */
  unit: number;
  rate: number;
  reg: number;
  /** The hidden units that are off: worked out is the network without them, which is not the one that is trained. */
  off?: readonly number[];
}

/** Contributions of hidden units to a score that are written out; the others are summed up. */
const WRITTEN_OUT = 3;
/** An error of so much before `exp` is seen in the result. */
const MUCH_FOR_EXP = 0.001;

/** The script's lines that compute a row; none where it goes another way. */
export function codeOf({ formula: id, codeLine }: Working): string[] {
  const lines = formula(id)
    .code.split('\n')
    .filter((line) => line !== '');
  return codeLine === undefined ? lines : lines.slice(codeLine, codeLine + 1);
}

export function workOut(point: PointToWork, texts: InsideTexts): Working[] {
  const hidden = point.layers.length > 1;
  return hidden ? networkWorkings(point, texts) : linearWorkings(point, texts);
}

function linearWorkings(point: PointToWork, texts: InsideTexts): Working[] {
  const { worked, layers } = point;
  const layer = layers[0] as LayerState;
  const k = worked.label;
  const scores = each(
    worked.scores,
    (score, c) => `z[${c}] = ${equals(affine(worked, layer, c), score)}`,
  );
  return [
    { formula: 'neuron', lines: scores },
    ...softmaxWorkings(worked, texts),
    {
      formula: 'matrixWeights',
      lines: [
        ...each(worked.scoreSlopes, (ds, c) => `dW[0, ${c}] = ${product('x', worked.x, ds)}`),
        ...each(worked.scoreSlopes, (ds, c) => `dW[1, ${c}] = ${product('y', worked.y, ds)}`),
      ],
    },
    { formula: 'matrixBias', lines: [...biasShares('db', worked), texts.sharesSum] },
    { formula: 'penaltyGradient', codeLine: 1, lines: [penaltyLine(point, 0, k, `W[0, ${k}]`)] },
    { formula: 'update', lines: [...updateLines(point, 0, k, `W[0, ${k}]`), texts.updateNote] },
  ];
}

function networkWorkings(point: PointToWork, texts: InsideTexts): Working[] {
  const { worked, layers, unit } = point;
  const [first, second] = layers as [LayerState, LayerState];
  const h = worked.hidden[unit] ?? 0;
  const classes = second.outputs;
  const dz = worked.zSlopes[unit] ?? 0;
  // The weight of the unit for the point's own class stands for the second layer.
  const out = unit * classes + worked.label;
  const [inName, outName] = [`W1[0, ${unit}]`, `W2[${unit}, ${worked.label}]`];
  return [
    hiddenWorking(point, first, texts),
    {
      formula: 'hiddenScores',
      lines: each(worked.scores, (_, c) => scoreLine(worked, second, c, texts)),
    },
    ...softmaxWorkings(worked, texts),
    {
      formula: 'outputWeights',
      lines: each(
        worked.scoreSlopes,
        (ds, c) => `dW2[${unit}, ${c}] = ${product(`h[${unit}]`, h, ds)}`,
      ),
    },
    { formula: 'outputBias', lines: biasShares('db2', worked) },
    hiddenSlopeWorking(point, second, texts),
    {
      formula: 'hiddenWeights',
      lines: [
        `dW1[0, ${unit}] = ${product('x', worked.x, dz)}`,
        `dW1[1, ${unit}] = ${product('y', worked.y, dz)}`,
      ],
    },
    { formula: 'hiddenBias', lines: [`db1[${unit}] = ${factor(dz)}`, texts.sharesSum] },
    {
      formula: 'penaltyGradient',
      lines: [penaltyLine(point, 1, out, outName), penaltyLine(point, 0, unit, inName)],
    },
    ...(point.off?.length
      ? [{ formula: 'update' as const, lines: [texts.notTrainedWithout] }]
      : networkUpdates(point, texts, [0, unit, inName], [1, out, outName])),
  ];
}

/** What the hidden unit makes of the point. */
function hiddenWorking(
  { worked, unit, activation }: PointToWork,
  first: LayerState,
  texts: InsideTexts,
): Working {
  const a = worked.z[unit] ?? 0;
  const sum = `a[${unit}] = ${equals(affine(worked, first, unit), a)}`;
  if (activation === 'none')
    return { formula: 'hiddenWithoutRelu', lines: [sum, `h[${unit}] = ${factor(a)}`] };
  const passed = `h[${unit}] = max(0, ${factor(a)}) = ${factor(worked.hidden[unit] ?? 0)}`;
  const active = worked.hidden.filter((h) => h > 0).length;
  const lines = [sum, passed, texts.activeUnits(active, worked.z.length)];
  return { formula: 'hiddenLayer', lines };
}

/** The slope by what the hidden unit puts out, and through the ReLU by what goes into it. */
function hiddenSlopeWorking(
  { worked, unit, activation }: PointToWork,
  { weights, outputs }: LayerState,
  texts: InsideTexts,
): Working {
  const terms = each(worked.scoreSlopes, (ds, c) => times(ds, weights[unit * outputs + c] ?? 0));
  const dh = `dh[${unit}] = ${equals(plus(...terms), worked.hiddenSlopes[unit] ?? 0)}`;
  const da = `da[${unit}] = ${factor(worked.zSlopes[unit] ?? 0)}`;
  if (activation === 'none') return { formula: 'gradientWithoutRelu', lines: [dh, da] };
  const isActive = (worked.hidden[unit] ?? 0) > 0;
  const gate = isActive ? texts.isActive : texts.isNotActive;
  return { formula: 'hiddenGradient', lines: [dh, `${da} (${gate})`] };
}

type Weight = [layer: number, index: number, name: string];

function networkUpdates(
  point: PointToWork,
  texts: InsideTexts,
  inner: Weight,
  outer: Weight,
): Working[] {
  return [
    { formula: 'update', lines: [...updateLines(point, ...inner), texts.updateNote] },
    { formula: 'updateSecond', lines: updateLines(point, ...outer) },
  ];
}

/** From scores to dscores: the same for both classifiers. */
function softmaxWorkings(worked: WorkedPoint, texts: InsideTexts): Working[] {
  const { label, points } = worked;
  const p = worked.probabilities[label] ?? 0;
  const other = label === 0 ? 1 : 0;
  const q = worked.probabilities[other] ?? 0;
  const same = written(`${factor(p)}${TIMES}(1 − ${factor(p)})`, digits(p) * (1 - digits(p)));
  return [
    { formula: 'softmax', lines: softmaxLines(worked) },
    { formula: 'crossEntropy', lines: lossLines(worked, texts) },
    { formula: 'crossEntropyGradient', lines: [equals(over(-1, p), -1 / p)] },
    { formula: 'softmaxSame', lines: [equals(same, p * (1 - p))] },
    { formula: 'softmaxOther', lines: [equals(times(-p, q), -p * q)] },
    {
      formula: 'result',
      lines: each(worked.errors, (error, c) => errorLine(worked, c, error)),
    },
    {
      formula: 'meanGradient',
      lines: [
        texts.dividedBy(points),
        ...each(worked.scoreSlopes, (slope, c) => {
          return `dscores[${c}] = ${equals(over(worked.errors[c] ?? 0, points), slope)}`;
        }),
      ],
    },
  ];
}

/** Exponentials of the scores less the greatest, as the engine takes them, their sum, and each one's part of it. */
function softmaxLines(worked: WorkedPoint): string[] {
  const { scores, shifted, greatest, exps, sum, probabilities } = worked;
  const exponentials = each(exps, (exp, c) => {
    const score = scores[c] ?? 0;
    const shift = shifted[c] ?? 0;
    const byHand = digits(score) - digits(greatest);
    const text = `exp(${factor(score)} − ${bracketed(greatest)})`;
    if (Math.abs(byHand - shift) < MUCH_FOR_EXP)
      return equals(written(text, Math.exp(byHand)), exp);
    // Of large scores seven digits are too few: the difference itself is written.
    return `${text} = ${equals(written(`exp(${factor(shift)})`, Math.exp(digits(shift))), exp)}`;
  });
  const total = plus(...each(exps, term));
  const shares = each(probabilities, (p, c) => `S[${c}] = ${equals(over(exps[c] ?? 0, sum), p)}`);
  return [...exponentials, `Σ = ${equals(total, sum)}`, ...shares];
}

/** −ln p. Where p is too small for a computer, as the script should then take it: from the scores, without p. */
function lossLines(
  { probabilities, scores, greatest, sum, label, loss }: WorkedPoint,
  texts: InsideTexts,
): string[] {
  const p = probabilities[label] ?? 0;
  if (p >= LEAST_EXACT)
    return [`L = ${equals(written(`−ln ${factor(p)}`, -Math.log(digits(p))), loss)}`];
  const own = scores[label] ?? 0;
  const text = `ln ${factor(sum)} + ${bracketed(greatest)} − ${bracketed(own)}`;
  const byHand = Math.log(digits(sum)) + digits(greatest) - digits(own);
  const most = Math.max(Math.abs(greatest), Math.abs(own));
  return [texts.fromScores(factor(p)), `L = ${equals(written(text, byHand, most), loss)}`];
}

/** p − 1 for the point's own class, p − 0 for the others. */
function errorLine({ probabilities, label }: WorkedPoint, c: number, error: number): string {
  const own = c === label ? 1 : 0;
  const p = probabilities[c] ?? 0;
  const difference = written(`${factor(p)} − ${own}`, digits(p) - own, own || p);
  return `S[${c}] − ${own} = ${equals(difference, error)}`;
}

/** The penalty's share of a weight's gradient. */
function penaltyLine({ layers, reg }: PointToWork, layer: number, index: number, name: string) {
  const w = layers[layer]?.weights[index] ?? 0;
  return `reg${TIMES}${name} = ${equals(times(reg, w), reg * w)}`;
}

/** The whole gradient of a weight, and the weight after the update. */
function updateLines(
  { layers, rate, reg }: PointToWork,
  layer: number,
  index: number,
  name: string,
): string[] {
  const w = layers[layer]?.weights[index] ?? 0;
  const data = layers[layer]?.weightSlopes[index] ?? 0;
  const penalty = reg * w;
  const gradient = data + penalty;
  return [
    `d${name} = ${equals(plus(term(data), term(penalty)), gradient)}`,
    `${name} ← ${equals(minus(w, times(rate, gradient)), w - rate * gradient)}`,
  ];
}

/** A score of the network: its greatest contributions written out, the others in one sum. */
function scoreLine(
  worked: WorkedPoint,
  { weights, biases, outputs }: LayerState,
  k: number,
  texts: InsideTexts,
): string {
  const terms = Array.from(
    worked.hidden,
    (h, unit) => [h, weights[unit * outputs + k] ?? 0, unit] as const,
  );
  const active = terms
    .filter(([h]) => h !== 0)
    .sort((a, b) => Math.abs(b[0] * b[1]) - Math.abs(a[0] * a[1]));
  const largest = active.slice(0, WRITTEN_OUT).map(([h, u]) => times(h, u));
  const rest = active.slice(WRITTEN_OUT);
  const others = term(rest.reduce((total, [h, u]) => total + h * u, 0));
  if (rest.length > 0) largest.push(noted(others, texts.otherUnits(rest.length)));
  if (active.length === 0) largest.push(term(0));
  const sum = plus(...largest, term(biases[k] ?? 0));
  return `z[${k}] = ${equals(sum, worked.scores[k] ?? 0)}`;
}

/** A sum with a word on what it sums. */
function noted(sum: Written, note: string): Written {
  return { ...sum, text: `${sum.text} (${note})` };
}

/** x·w_x + y·w_y + b for one output of the first layer. */
function affine(
  { x, y }: WorkedPoint,
  { weights, biases, outputs }: LayerState,
  output: number,
): Written {
  return plus(
    times(x, weights[output] ?? 0),
    times(y, weights[outputs + output] ?? 0),
    term(biases[output] ?? 0),
  );
}

function minus(from: number, { text, byHand, greatest }: Written): Written {
  const most = Math.max(Math.abs(from), greatest);
  return written(`${factor(from)} − ${text}`, digits(from) - byHand, most);
}

/** The point's share of the gradient by each bias of the last layer: the slope of its score. */
function biasShares(name: string, { scoreSlopes }: WorkedPoint): string[] {
  return each(scoreSlopes, (slope, c) => `${name}[${c}] = ${factor(slope)}`);
}

function product(name: string, a: number, b: number): string {
  return `${name}${TIMES}${bracketed(b)} = ${equals(times(a, b), a * b)}`;
}

function each<T>(numbers: Float64Array, text: (number: number, index: number) => T): T[] {
  return Array.from(numbers, text);
}
