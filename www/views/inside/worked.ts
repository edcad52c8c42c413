/** One point worked out, line by line: which numbers are multiplied with which, as a person would write it down. Pure text
 * from numbers; the view puts it beside the formulas. */

import type { FormulaId } from '../../formulas/index.js';
import type { Dictionary } from '../../i18n/index.js';
import type { LayerState, WorkedPoint } from '../../inspect.js';
import { bracketed, factor, result } from './numbers.js';

/** A formula with the numbers of this point in it. */
export interface Working {
  formula: FormulaId;
  /** The script's line, where the network's is another than the formula's own. */
  code?: string;
  lines: string[];
}

export interface PointToWork {
  worked: WorkedPoint;
  layers: readonly LayerState[];
  /** The hidden unit whose way is followed. */
  unit: number;
  rate: number;
  reg: number;
}

const HIDDEN_CODE = 'hidden_layer = np.maximum(0, np.dot(X, W) + b)';
const SCORES_CODE = 'scores = np.dot(hidden_layer, W2) + b2';

/** Contributions of hidden units to a score that are written out; the others are summed up. */
const WRITTEN_OUT = 3;

export function workOut(point: PointToWork, texts: Dictionary): Working[] {
  const hidden = point.layers.length > 1;
  return hidden ? networkWorkings(point, texts) : linearWorkings(point, texts);
}

function linearWorkings(point: PointToWork, texts: Dictionary): Working[] {
  const { worked, layers } = point;
  const layer = layers[0] as LayerState;
  const k = worked.label;
  const scores = each(worked.scores, (score, c) => {
    const terms = affineTerms(worked, layer, c);
    return `${texts.score(c)} = ${sum(terms)} = ${shown(score, terms)}`;
  });
  const slope = worked.scoreSlopes[k] ?? 0;
  return [
    { formula: 'neuron', lines: scores },
    ...softmaxWorkings(worked, texts),
    {
      formula: 'matrixWeights',
      lines: [
        `dW[x, ${k}] = ${product('x', worked.x, slope)}`,
        `dW[y, ${k}] = ${product('y', worked.y, slope)}`,
      ],
    },
    { formula: 'matrixBias', lines: [`db[${k}] = ${factor(slope)}`, texts.sharesSum] },
    ...closingWorkings(point, texts, 0, k, `W[x, ${k}]`),
  ];
}

function networkWorkings(point: PointToWork, texts: Dictionary): Working[] {
  const { worked, layers, unit } = point;
  const [first, second] = layers as [LayerState, LayerState];
  const active = worked.hidden.filter((h) => h > 0).length;
  const terms = affineTerms(worked, first, unit);
  const z = worked.z[unit] ?? 0;
  const h = worked.hidden[unit] ?? 0;
  const classes = second.outputs;
  const k = worked.label;
  const slope = worked.scoreSlopes[k] ?? 0;
  const dh = worked.hiddenSlopes[unit] ?? 0;
  const dz = worked.zSlopes[unit] ?? 0;
  const back = each(
    worked.scoreSlopes,
    (ds, c) => [ds, second.weights[unit * classes + c] ?? 0] as const,
  );
  return [
    {
      formula: 'neuron',
      code: HIDDEN_CODE,
      lines: [`a[${unit}] = ${sum(terms)} = ${shown(z, terms)}`],
    },
    {
      formula: 'relu',
      lines: [
        `h[${unit}] = max(0, ${factor(z)}) = ${result(h)}`,
        texts.activeUnits(active, worked.z.length),
      ],
    },
    {
      formula: 'matrix',
      code: SCORES_CODE,
      lines: each(worked.scores, (_, c) => scoreLine(worked, second, c, texts)),
    },
    ...softmaxWorkings(worked, texts),
    {
      formula: 'outputWeights',
      lines: [`dW2[${unit}, ${k}] = ${product(`h[${unit}]`, h, slope)}`],
    },
    { formula: 'outputBias', lines: [`db2[${k}] = ${factor(slope)}`] },
    {
      formula: 'hiddenGradient',
      lines: [
        `dh[${unit}] = ${sum(back)} = ${shown(dh, back)}`,
        `da[${unit}] = ${dz === 0 ? '0' : result(dz)}  (${h > 0 ? texts.isActive : texts.isNotActive})`,
      ],
    },
    {
      formula: 'hiddenWeights',
      lines: [
        `dW1[x, ${unit}] = ${product('x', worked.x, dz)}`,
        `dW1[y, ${unit}] = ${product('y', worked.y, dz)}`,
      ],
    },
    { formula: 'hiddenBias', lines: [`db1[${unit}] = ${factor(dz)}`, texts.sharesSum] },
    ...closingWorkings(point, texts, 0, unit, `W1[x, ${unit}]`),
  ];
}

/** From scores to dscores: the same for both classifiers. */
function softmaxWorkings(worked: WorkedPoint, texts: Dictionary): Working[] {
  const { label, greatest, sum: total, loss, points } = worked;
  const p = worked.probabilities[label] ?? 0;
  const exps = each(worked.exps, (exp, c) => {
    return `exp(${factor(worked.scores[c] ?? 0)} − ${bracketed(greatest)}) = ${result(exp)}`;
  });
  const other = label === 0 ? 1 : 0;
  const q = worked.probabilities[other] ?? 0;
  return [
    {
      formula: 'softmax',
      lines: [
        ...exps,
        `Σ = ${result(total)}`,
        ...each(
          worked.probabilities,
          (each, c) =>
            `S[${c}] = ${factor(worked.exps[c] ?? 0)} / ${factor(total)} = ${result(each)}`,
        ),
      ],
    },
    { formula: 'crossEntropy', lines: [`L = −ln ${factor(p)} = ${result(loss)}`] },
    { formula: 'crossEntropyGradient', lines: [`−1 / ${factor(p)} = ${result(-1 / p)}`] },
    {
      formula: 'softmaxSame',
      lines: [`${factor(p)} · (1 − ${factor(p)}) = ${result(p * (1 - p))}`],
    },
    { formula: 'softmaxOther', lines: [`−${factor(p)} · ${factor(q)} = ${result(-p * q)}`] },
    {
      formula: 'result',
      lines: [
        ...each(worked.errors, (error, c) => {
          const own = c === label ? 1 : 0;
          return `S[${c}] − ${own} = ${factor(worked.probabilities[c] ?? 0)} − ${own} = ${result(error, [1])}`;
        }),
        texts.dividedBy(points),
        ...each(
          worked.scoreSlopes,
          (slope, c) =>
            `dscores[${c}] = ${factor(worked.errors[c] ?? 0)} / ${points} = ${result(slope)}`,
        ),
      ],
    },
  ];
}

/** The penalty and the update, for one weight. */
function closingWorkings(
  { layers, rate, reg }: PointToWork,
  texts: Dictionary,
  layer: number,
  index: number,
  name: string,
): Working[] {
  const w = layers[layer]?.weights[index] ?? 0;
  const data = layers[layer]?.weightSlopes[index] ?? 0;
  const penalty = reg * w;
  const gradient = data + penalty;
  return [
    {
      formula: 'penaltyGradient',
      lines: [`reg · ${name} = ${factor(reg)} · ${bracketed(w)} = ${result(penalty)}`],
    },
    {
      formula: 'update',
      lines: [
        `d${name} = ${factor(data)} + ${bracketed(penalty)} = ${result(gradient, [data, penalty])}`,
        `${name} ← ${factor(w)} − ${factor(rate)} · ${bracketed(gradient)} = ${result(w - rate * gradient, [w, rate * gradient])}`,
        texts.updateNote,
      ],
    },
  ];
}

/** A score of the network: its greatest contributions written out, the others in one sum. */
function scoreLine(
  worked: WorkedPoint,
  { weights, biases, outputs }: LayerState,
  k: number,
  texts: Dictionary,
): string {
  const terms = Array.from(
    worked.hidden,
    (h, unit) => [h, weights[unit * outputs + k] ?? 0, unit] as const,
  );
  const active = terms
    .filter(([h]) => h > 0)
    .sort((a, b) => Math.abs(b[0] * b[1]) - Math.abs(a[0] * a[1]));
  const written = active.slice(0, WRITTEN_OUT);
  const rest = active.slice(WRITTEN_OUT);
  const others = rest.reduce((total, [h, u]) => total + h * u, 0);
  const bias = biases[k] ?? 0;
  const tail = rest.length > 0 ? ` + ${bracketed(others)} (${texts.otherUnits(rest.length)})` : '';
  const score = worked.scores[k] ?? 0;
  const sizes = [...written.map(([h, u]) => h * u), others, bias];
  return `${texts.score(k)} = ${written.map(([h, u]) => `${factor(h)} · ${bracketed(u)}`).join(' + ') || '0'}${tail} + ${bracketed(bias)} = ${result(score, sizes)}`;
}

type Term = readonly [number, number];

/** x·w_x + y·w_y + 1·b for one output of the first layer. */
function affineTerms(
  { x, y }: WorkedPoint,
  { weights, biases, outputs }: LayerState,
  output: number,
): Term[] {
  return [
    [x, weights[output] ?? 0],
    [y, weights[outputs + output] ?? 0],
    [1, biases[output] ?? 0],
  ];
}

function sum(terms: readonly Term[]): string {
  return terms
    .map(([a, b]) => (a === 1 ? bracketed(b) : `${bracketed(a)} · ${bracketed(b)}`))
    .join(' + ');
}

/** The value of a sum, with the decimals that its terms leave exact. */
function shown(value: number, terms: readonly Term[]): string {
  return result(
    value,
    terms.map(([a, b]) => a * b),
  );
}

function product(name: string, a: number, b: number): string {
  return `${name} · ${bracketed(b)} = ${factor(a)} · ${bracketed(b)} = ${result(a * b)}`;
}

function each<T>(numbers: Float64Array, text: (number: number, index: number) => T): T[] {
  return Array.from(numbers, text);
}
