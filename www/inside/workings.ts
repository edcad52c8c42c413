/** All rows of a worked point: those of `worked.ts`, and between them the chain through softmax, the gate of the ReLU, and
 * what is about all points at once, the mean loss and the penalty. */

import type { LayerState } from '../engine/inspector.js';
import type { FormulaId } from '../formulas/index.js';
import type { InsideTexts } from '../i18n/inside.js';
import { digits, equals, factor, LEAST_EXACT, plus, TIMES, term, written } from './numbers.js';
import { type PointToWork, type Working, workOut } from './worked.js';

export interface Whole extends PointToWork {
  /** Mean cross-entropy of all points. */
  dataLoss: number;
  /** Some points are held out, so that not all are trained on. */
  some?: boolean;
}

export function allWorkings(whole: Whole, texts: InsideTexts): Working[] {
  const after: Partial<Record<FormulaId, Working[]>> = {
    crossEntropy: lossWorkings(whole, texts),
    softmaxOther: [chainWorking(whole, texts)],
    ...(whole.activation === 'relu' && { outputBias: [gateWorking(whole)] }),
  };
  return workOut(whole, texts).flatMap((row) => [row, ...(after[row.formula] ?? [])]);
}

function lossWorkings(
  { layers, reg, dataLoss, worked, some = false }: Whole,
  texts: InsideTexts,
): Working[] {
  const squares = layers.reduce((sum, { weights }) => sum + sumOfSquares(weights), 0);
  const penalty = 0.5 * reg * squares;
  const half = written(
    `½${TIMES}${factor(reg)}${TIMES}${factor(squares)}`,
    0.5 * digits(reg) * digits(squares),
  );
  return [
    {
      formula: 'penalty',
      codeLine: layers.length - 1,
      lines: [`Σw² = ${factor(squares)}`, equals(half, penalty)],
    },
    {
      formula: 'meanLoss',
      lines: [
        texts.meanOf(worked.points, factor(dataLoss), some),
        `L = ${equals(plus(term(dataLoss), term(penalty)), dataLoss + penalty)}`,
      ],
    },
  ];
}

/** Logarithm and softmax together: the probability p of the point's own class falls out, another's, q, is left. */
function chainWorking({ worked: { label, probabilities } }: Whole, texts: InsideTexts): Working {
  const other = label === 0 ? 1 : 0;
  const p = probabilities[label] ?? 0;
  const q = probabilities[other] ?? 0;
  const [ownSlope, otherSlope] = [`∂L/∂z[${label}]`, `∂L/∂z[${other}]`];
  const cancelled = written(`−(1 − ${factor(p)})`, digits(p) - 1, 1);
  // Where 1 / p or p·q is no number of full precision, p has to fall out before anything is multiplied with it.
  const tooSmall = !Number.isFinite(1 / digits(p)) || (q > 0 && p * q < LEAST_EXACT);
  if (tooSmall) {
    const lines = [`${ownSlope} = ${equals(cancelled, p - 1)}`, `${otherSlope} = ${factor(q)}`];
    return { formula: 'chain', lines: [texts.cancelledFirst, ...lines] };
  }
  const own = `(−1 / ${factor(p)})${TIMES}${factor(p)}${TIMES}(1 − ${factor(p)})`;
  const left = written(`(−1 / ${factor(p)})${TIMES}(−${factor(p)}${TIMES}${factor(q)})`, digits(q));
  return {
    formula: 'chain',
    lines: [
      `${ownSlope} = ${equals({ ...cancelled, text: own }, p - 1)}`,
      `${otherSlope} = ${equals(left, q)}`,
    ],
  };
}

function gateWorking({ worked, unit }: Whole): Working {
  const a = worked.z[unit] ?? 0;
  const open = a > 0;
  return {
    formula: 'reluGradient',
    lines: [`a[${unit}] = ${factor(a)} ${open ? '> 0' : '≤ 0'}: ${open ? 1 : 0}`],
  };
}

function sumOfSquares(weights: LayerState['weights']): number {
  return weights.reduce((sum, weight) => sum + weight * weight, 0);
}
