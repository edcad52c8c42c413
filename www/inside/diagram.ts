/** A classifier as a picture: inputs, the hidden units of the page that is shown, scores, softmax as bars, and the loss; or one
 * of its neurons alone. An edge is dashed where its weight is negative, the thicker the larger it is; in the gradients phase
 * edges show gradients. Those of the biases come from nodes that say 1. */

import { context2d, watchDevicePixels } from '../draw/canvas.js';
import { positivePart } from '../draw/half-plane.js';
import { classColour } from '../draw/palette.js';
import { addShape } from '../draw/shapes.js';
import type { LayerState } from '../engine/inspector.js';
import type { Phase } from '../state/store.js';
import { drawNeuron, inWords, type Neuron } from './neuron.js';
import { Pen, type Place, shifted } from './pen.js';

export interface DiagramState {
  layers: readonly LayerState[];
  /** How far the world reaches on a board, of which a hidden unit's picture is one in small. */
  reach: number;
  /** The hidden units to show, by number; none for the linear classifier. */
  units: readonly number[];
  /** Those that are off: crossed out, without edges. */
  off: readonly number[];
  selectedUnit: number | null;
  /** Softmax of the selected point, and its class. */
  probabilities: Float64Array;
  label: number;
  /** That point's loss, as text. */
  loss: string;
  /** The phase of slow motion to light up. */
  phase: Phase | null;
  /** One neuron to draw instead of all. */
  neuron: Neuron | null;
}

/** CSS pixels in a window of 1280×720. */
const THUMBNAIL = 26;
/** Room for the number of a hidden unit. */
const UNIT_NUMBER = 30;
const SCORE = 13;
/** The height of the line with the loss, under the scores. */
const LOSS_LINE = 24;
/** What stands over the inputs. */
const OVER = 20;
/** Room for the number of a probability, and for what stands before its bar. */
const NUMBER = 76;

const corners = new Float64Array(10);

export class Diagram {
  private readonly context: CanvasRenderingContext2D;
  private width = 0;
  private height = 0;

  constructor(
    readonly canvas: HTMLCanvasElement,
    changed: () => void,
  ) {
    this.context = context2d(canvas);
    watchDevicePixels(canvas, (width, height) => {
      canvas.width = width;
      canvas.height = height;
      this.width = canvas.clientWidth;
      this.height = canvas.clientHeight;
      changed();
    });
  }

  render(state: DiagramState): void {
    const { context, canvas } = this;
    const [first, second] = state.layers;
    canvas.dataset.drawing = state.neuron ? 'neuron' : second ? 'network' : 'linear';
    this.describe(state.neuron);
    if (this.width === 0) return;
    const scale = canvas.width / this.width;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    const pen = new Pen(context, this.width, this.height);
    if (state.neuron) drawNeuron(pen, state.neuron);
    else if (first && second) drawNetwork(pen, state, first, second);
    else if (first) drawLinear(pen, state, first);
  }

  private describe(neuron: Neuron | null): void {
    const words = neuron ? inWords(neuron) : '';
    if (this.canvas.getAttribute('aria-description') !== words)
      this.canvas.setAttribute('aria-description', words);
  }
}

function drawNetwork(pen: Pen, state: DiagramState, first: LayerState, second: LayerState): void {
  const { units, selectedUnit } = state;
  const inputs = column(pen, 0.06, 3, 0, OVER);
  const hidden = column(pen, 0.42, units.length + 1);
  const scores = column(pen, 0.76, second.outputs, LOSS_LINE);
  const [inward, outward] = [strengths(first, state), strengths(second, state)];
  const [mostIn, mostOut] = [greatest(inward), greatest(outward)];
  const half = pen.long(SCORE);
  const thumbnail = thumbnailSize(pen, units.length + 1);
  const dim = isDim(state);
  units.forEach((unit, row) => {
    if (state.off.includes(unit)) return;
    const faint = dim || (selectedUnit !== null && selectedUnit !== unit);
    const here = hidden[row] as Place;
    const [before, after] = [
      shifted(here, -thumbnail / 2 - pen.long(UNIT_NUMBER)),
      shifted(here, thumbnail / 2),
    ];
    inputs.forEach((from, i) => {
      pen.edge(shifted(from, half), before, inward.of(i, unit), { most: mostIn, faint });
    });
    scores.forEach((to, k) => {
      pen.edge(after, shifted(to, -half), outward.of(unit, k), { most: mostOut, faint });
    });
  });
  const one = hidden[units.length] as Place;
  scores.forEach((to, k) => {
    const faint = dim || selectedUnit !== null;
    const from = shifted(one, thumbnail / 2);
    pen.edge(from, shifted(to, -half), outward.of(second.inputs, k), {
      most: mostOut,
      faint,
    });
  });
  drawInputs(pen, inputs);
  units.forEach((unit, row) => {
    drawThumbnail(pen, hidden[row] as Place, thumbnail, first, unit, state);
  });
  pen.node(one, '1', thumbnail / 2 / pen.theme.text);
  drawScores(pen, scores, state);
}

function drawLinear(pen: Pen, state: DiagramState, layer: LayerState): void {
  const inputs = column(pen, 0.06, 3, 0, OVER);
  const scores = column(pen, 0.76, layer.outputs, LOSS_LINE);
  const weights = strengths(layer, state);
  const most = greatest(weights);
  const half = pen.long(SCORE);
  inputs.forEach((from, i) => {
    scores.forEach((to, k) => {
      const faint = isDim(state) || (state.selectedUnit !== null && state.selectedUnit !== k);
      pen.edge(shifted(from, half), shifted(to, -half), weights.of(i, k), { most, faint });
    });
  });
  drawInputs(pen, inputs);
  drawScores(pen, scores, state);
}

/** Places for `count` nodes one under the other, at a share of the width, with room left below and above. */
function column(pen: Pen, share: number, count: number, below = 0, above = 0): Place[] {
  const high = pen.height - pen.long(below + above);
  return Array.from({ length: count }, (_, i) => ({
    x: Math.max(share * pen.width, pen.long(16)),
    y: pen.long(above) + (high * (i + 0.5)) / count,
  }));
}

/** As high as so many that stand one under the other allow. */
function thumbnailSize(pen: Pen, count: number): number {
  return Math.min(pen.long(THUMBNAIL), (0.86 * pen.height) / count);
}

/** The coordinates, and a 1 that the biases are multiplied with. */
function drawInputs(pen: Pen, places: Place[]): void {
  places.forEach((place, i) => {
    pen.node(place, ['x', 'y', '1'][i] as string, SCORE, i < 2);
  });
}

/** A unit as the board in small: filled where it is active; its number before it. */
function drawThumbnail(
  pen: Pen,
  { x, y }: Place,
  size: number,
  layer: LayerState,
  unit: number,
  state: DiagramState,
): void {
  const { context, theme } = pen;
  const { weights, biases, outputs } = layer;
  const half = size / 2;
  const { reach } = state;
  const zoom = half / reach;
  const wx = weights[unit] as number;
  const wy = weights[outputs + unit] as number;
  const count = positivePart({ wx, wy, b: biases[unit] as number }, reach, corners);
  context.fillStyle = theme.ground;
  context.fillRect(x - half, y - half, size, size);
  context.fillStyle = theme.litSide;
  context.beginPath();
  for (let i = 0; i < count; i++) {
    context.lineTo(
      x + zoom * (corners[2 * i] as number),
      y - zoom * (corners[2 * i + 1] as number),
    );
  }
  context.fill();
  context.fill();
  const selected = unit === state.selectedUnit;
  context.strokeStyle = selected ? theme.lit : theme.quiet;
  context.lineWidth = (selected ? 3 : 1) * theme.stroke;
  context.strokeRect(x - half, y - half, size, size);
  if (state.off.includes(unit)) crossOut(pen, x, y, half);
  pen.write(String(unit), { x: x - half - pen.long(5), y }, { size: 14, align: 'right' });
}

function crossOut({ context, theme }: Pen, x: number, y: number, half: number): void {
  context.strokeStyle = theme.ink;
  context.lineWidth = 2 * theme.stroke;
  context.beginPath();
  context.moveTo(x - half, y - half);
  context.lineTo(x + half, y + half);
  context.moveTo(x - half, y + half);
  context.lineTo(x + half, y - half);
  context.stroke();
}

/** Each class by its shape, with its probability as a bar and as a number. */
function drawScores(pen: Pen, places: Place[], state: DiagramState): void {
  const { context, theme } = pen;
  const { probabilities, label, phase } = state;
  context.globalAlpha = phase === null || phase === 'softmax' || phase === 'loss' ? 1 : 0.35;
  const room = Math.max(pen.long(10), 0.24 * pen.width - pen.long(NUMBER));
  const high = Math.min(pen.long(16), (0.7 * pen.height) / places.length);
  places.forEach(({ x, y }, k) => {
    context.fillStyle = theme.ground;
    context.beginPath();
    context.arc(x, y, pen.long(SCORE), 0, 2 * Math.PI);
    context.fill();
    const shape = new Path2D();
    addShape(shape, k, x, y, pen.long(7));
    context.fillStyle = classColour(k);
    context.fill(shape);
    const p = probabilities[k] ?? 0;
    const bar = x + pen.long(18);
    context.fillRect(bar, y - high / 2, Math.max(1, p * room), high);
    const words = { size: 15, weight: k === label ? 700 : 400 };
    pen.write(p.toFixed(3), { x: bar + p * room + pen.long(6), y }, words);
  });
  context.globalAlpha = 1;
  drawLoss(pen, state);
}

function drawLoss(pen: Pen, { loss, phase }: DiagramState): void {
  const place = { x: pen.width - pen.long(6), y: pen.height - pen.long(LOSS_LINE / 2) };
  const lit = phase === 'loss';
  pen.write(loss, place, {
    size: lit ? 16 : 15,
    weight: lit ? 700 : 400,
    colour: lit ? pen.theme.lit : pen.theme.ink,
    align: 'right',
  });
}

/** A layer's weights, and its biases as the weights of one more input; or their gradients while those are computed. */
interface Strengths {
  of(input: number, output: number): number;
  all: readonly Float64Array[];
}

function strengths(layer: LayerState, { phase }: DiagramState): Strengths {
  const slopes = phase === 'gradients';
  const weights = slopes ? layer.weightSlopes : layer.weights;
  const biases = slopes ? layer.biasSlopes : layer.biases;
  const { inputs, outputs } = layer;
  return {
    of: (input, output) =>
      (input === inputs ? biases[output] : weights[input * outputs + output]) ?? 0,
    all: [weights, biases],
  };
}

/** Edges step back while the numbers behind them are at work. */
function isDim({ phase }: DiagramState): boolean {
  return phase === 'softmax' || phase === 'loss';
}

function greatest({ all }: Strengths): number {
  let most = 1e-12;
  for (const numbers of all) for (const number of numbers) most = Math.max(most, Math.abs(number));
  return most;
}
