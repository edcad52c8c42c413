/** One neuron at one point, with its numbers: what comes in, what it is multiplied with, the sum, and what is passed on. */

import { classColour } from '../draw/palette.js';
import { addShape } from '../draw/shapes.js';
import type { LayerNumbers, WorkedPoint } from '../engine/inspector.js';
import type { Activation } from '../engine/settings.js';
import { formatNumber } from './numbers.js';
import { type Pen, type Place, shifted } from './pen.js';

interface Named {
  name: string;
  value: number;
}

export interface Neuron {
  /** Each input, and the weight that it is multiplied with. */
  inputs: readonly { from: Named; weight: Named }[];
  bias: Named;
  sum: Named;
  /** What a hidden unit passes on; null for a class, whose sum is its score. */
  passed: (Named & { by: string }) | null;
  /** The class whose score it is. */
  label: number | null;
}

/** What a hidden unit makes of its sum, as the drawing writes it. */
export const PASSED_BY: Record<Activation, string> = {
  relu: 'max(0, a)',
  none: 'h = a',
};

/** Hidden unit number `j` of the network at a point; `first` is its layer as the board shows it. */
export function hiddenNeuron(
  worked: WorkedPoint,
  first: LayerNumbers,
  j: number,
  activation: Activation,
): Neuron {
  return {
    ...weighted(worked, first, j, '1'),
    sum: { name: `a[${j}]`, value: worked.z[j] ?? 0 },
    passed: { name: `h[${j}]`, value: worked.hidden[j] ?? 0, by: PASSED_BY[activation] },
    label: null,
  };
}

/** The neuron of class `k` of the linear classifier at a point. */
export function classNeuron(worked: WorkedPoint, layer: LayerNumbers, k: number): Neuron {
  return {
    ...weighted(worked, layer, k, ''),
    sum: { name: `z[${k}]`, value: worked.scores[k] ?? 0 },
    passed: null,
    label: k,
  };
}

function weighted(
  { x, y }: WorkedPoint,
  { weights, biases }: LayerNumbers,
  output: number,
  number: string,
): Pick<Neuron, 'inputs' | 'bias'> {
  const weight = (input: number): Named => ({
    name: `W${number}[${input}, ${output}]`,
    value: weights[input * biases.length + output] ?? 0,
  });
  return {
    inputs: [
      { from: { name: 'x', value: x }, weight: weight(0) },
      { from: { name: 'y', value: y }, weight: weight(1) },
    ],
    bias: { name: `b${number}[${output}]`, value: biases[output] ?? 0 },
  };
}

/** The numbers in words, for who cannot see the drawing. */
export function inWords({ inputs, bias, sum, passed }: Neuron): string {
  const all = [...inputs.flatMap(({ from, weight }) => [from, weight]), bias, sum];
  return [...all, ...(passed ? [passed] : [])].map(equation).join(', ');
}

const equation = ({ name, value }: Named) => `${name} = ${formatNumber(value)}`;

/** Sizes are CSS pixels in a window of 1280×720, before all of it is made to fit. */
const SIZE = 16;
const SUM_RADIUS = 19;
/** What stands over the inputs. */
const OVER = 26;
/** From where the weights are written to the sum. */
const BEND = 55;
const CLASS = 30;
/** With smaller text than this share some names are left out, which the formulas below the drawing say as well. */
const LEAST_FIT = 0.85;

/** What is written where, and how large. */
interface Wording {
  inputs: readonly string[];
  weights: readonly string[];
  sum: string;
  passed: string;
  /** Widths of the boxes of the inputs and of the texts of the weights, in the drawing's own pixels. */
  boxes: number;
  texts: number;
  fit: number;
}

const BOLD = 700;

/** With all names, without those of the weights, or without all but those of the inputs: the first that is large enough. */
function wordingOf(pen: Pen, neuron: Neuron): Wording {
  const number = ({ value }: Named) => formatNumber(value);
  const levels: [ofWeights: typeof number, ofResults: typeof number][] = [
    [equation, equation],
    [number, equation],
    [number, number],
  ];
  const wordings = levels.map(([ofWeights, ofResults]) =>
    written(pen, neuron, ofWeights, ofResults),
  );
  return (wordings.find(({ fit }) => fit >= LEAST_FIT) ?? wordings.at(-1)) as Wording;
}

function written(
  pen: Pen,
  { inputs, bias, sum, passed }: Neuron,
  ofWeights: (named: Named) => string,
  ofResults: (named: Named) => string,
): Wording {
  const wording = {
    inputs: [...inputs.map(({ from }) => equation(from)), '1'],
    weights: [...inputs.map(({ weight }) => weight), bias].map(ofWeights),
    sum: ofResults(sum),
    passed: passed ? ofResults(passed) : '',
  };
  const wide = (text: string, weight = 400) => pen.widthOf(text, { size: SIZE, weight });
  const boxes = Math.max(...wording.inputs.map((text) => wide(text))) + pen.long(14);
  const texts = Math.max(...wording.weights.map((text) => wide(text))) + pen.long(12);
  const end = passed
    ? wide(passed.by) + wide(wording.passed, BOLD) + pen.long(28)
    : pen.long(CLASS);
  const middle = pen.long(4 + BEND + 2 * SUM_RADIUS + 14) + wide(wording.sum, BOLD);
  return { ...wording, boxes, texts, fit: Math.min(1, pen.width / (boxes + texts + middle + end)) };
}

export function drawNeuron(pen: Pen, neuron: Neuron): void {
  const wording = wordingOf(pen, neuron);
  const { fit } = wording;
  const size = SIZE * fit;
  const long = (pixels: number) => pen.long(pixels * fit);
  const over = pen.long(OVER);
  const rows = [1.1, 3, 4.9].map((sixths) => over + ((pen.height - over) * sixths) / 6);
  const [left, level] = [long(2) + fit * wording.boxes, fit * wording.texts];
  const sumAt = { x: left + level + long(BEND), y: rows[1] ?? 0 };
  const weights = [...neuron.inputs.map(({ weight }) => weight.value), neuron.bias.value];
  const most = Math.max(1e-12, ...weights.map(Math.abs));
  weights.forEach((weight, i) => {
    pen.edge({ x: left, y: rows[i] ?? 0 }, sumAt, weight, { most, level });
  });
  rows.forEach((y, i) => {
    pen.write(wording.weights[i] ?? '', { x: left + long(7), y: y - long(SIZE) }, { size });
    pen.box(wording.inputs[i] ?? '', { x: long(2), y }, fit * wording.boxes, size);
  });
  pen.node(sumAt, 'Σ', SUM_RADIUS * fit);
  drawOutput(pen, neuron, shifted(sumAt, long(SUM_RADIUS)), wording);
}

/** From the sum on: the score of a class, or what the activation function makes of it. */
function drawOutput(pen: Pen, { passed, label }: Neuron, start: Place, wording: Wording): void {
  const { fit } = wording;
  const size = SIZE * fit;
  const long = (pixels: number) => pen.long(pixels * fit);
  const { y } = start;
  let { x } = start;
  const arrow = (text: string) => {
    const words = { size, weight: BOLD };
    const end = x + pen.widthOf(text, words) + long(14);
    pen.arrow({ x, y }, { x: end, y });
    pen.write(text, { x: x + long(4), y: y - long(SIZE) }, words);
    x = end;
  };
  arrow(wording.sum);
  if (label !== null) {
    const shape = new Path2D();
    addShape(shape, label, x + long(14), y, long(8));
    pen.context.fillStyle = classColour(label);
    pen.context.fill(shape);
  }
  if (!passed) return;
  const width = pen.widthOf(passed.by, { size }) + long(14);
  pen.box(passed.by, { x, y }, width, size);
  x += width;
  arrow(wording.passed);
}
