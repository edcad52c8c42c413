/** The network as a picture: inputs, the hidden units of the page that is shown, scores, softmax as bars, and the loss. A
 * line's colour is its weight's sign, its thickness the weight's size; in the gradients phase, its gradient's. */

import { context2d, watchDevicePixels } from '../../draw/canvas.js';
import { positivePart } from '../../draw/half-plane.js';
import { classColour } from '../../draw/palette.js';
import { addShape } from '../../draw/shapes.js';
import type { LayerState } from '../../inspect.js';
import type { Phase } from '../../store.js';

export interface DiagramState {
  layers: readonly LayerState[];
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
}

const POSITIVE = '#3b2fa6';
const NEGATIVE = '#c2571a';
const INK = '#16181d';
const QUIET = '#565b64';
/** The thickest line, for the greatest weight in sight, in CSS pixels. */
const THICKEST = 5;
const THUMBNAIL = 26;
/** The height of the line with the loss, under the scores. */
const LOSS_LINE = 22;
/** What a thumbnail shows of the world: the points and a little more. */
const REACH = 1.12;

const corners = new Float64Array(10);

export class Diagram {
  private readonly context: CanvasRenderingContext2D;
  private width = 0;
  private height = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
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
    if (this.width === 0) return;
    const { context, canvas } = this;
    const scale = canvas.width / this.width;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    const [first, second] = state.layers;
    if (first && second) this.drawNetwork(state, first, second);
    else if (first) this.drawLinear(state, first);
  }

  private drawNetwork(state: DiagramState, first: LayerState, second: LayerState): void {
    const { units, selectedUnit } = state;
    const inputs = this.column(0.05, 2);
    const hidden = this.column(0.42, units.length);
    const scores = this.column(0.76, second.outputs, LOSS_LINE);
    const [inward, outward] = [strengths(first, state), strengths(second, state)];
    const greatestIn = greatest(inward);
    const greatestOut = greatest(outward);
    const dim = isDim(state);
    units.forEach((unit, row) => {
      if (state.off.includes(unit)) return;
      const faint = dim || (selectedUnit !== null && selectedUnit !== unit);
      inputs.forEach((from, i) => {
        this.link(
          from,
          hidden[row] as Place,
          inward[i * first.outputs + unit] as number,
          greatestIn,
          faint,
        );
      });
      scores.forEach((to, k) => {
        this.link(
          hidden[row] as Place,
          to,
          outward[unit * second.outputs + k] as number,
          greatestOut,
          faint,
        );
      });
    });
    this.drawInputs(inputs);
    units.forEach((unit, row) => {
      this.drawThumbnail(hidden[row] as Place, first, unit, state);
    });
    this.drawScores(scores, state);
  }

  private drawLinear(state: DiagramState, layer: LayerState): void {
    const inputs = this.column(0.05, 2);
    const scores = this.column(0.76, layer.outputs, LOSS_LINE);
    const weights = strengths(layer, state);
    const most = greatest(weights);
    inputs.forEach((from, i) => {
      scores.forEach((to, k) => {
        const faint = isDim(state) || (state.selectedUnit !== null && state.selectedUnit !== k);
        this.link(from, to, weights[i * layer.outputs + k] as number, most, faint);
      });
    });
    this.drawInputs(inputs);
    this.drawScores(scores, state);
  }

  /** Places for `count` nodes one under the other, at a share of the width, with room left at the bottom. */
  private column(share: number, count: number, room = 0): Place[] {
    const height = this.height - room;
    const gap = Math.min(height / count, 58);
    const top = (height - gap * (count - 1)) / 2;
    return Array.from({ length: count }, (_, i) => ({ x: share * this.width, y: top + i * gap }));
  }

  private link(from: Place, to: Place, weight: number, most: number, faint: boolean): void {
    const { context } = this;
    context.globalAlpha = faint ? 0.15 : 0.75;
    context.strokeStyle = weight > 0 ? POSITIVE : NEGATIVE;
    context.lineWidth = Math.max(0.4, (THICKEST * Math.abs(weight)) / most);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.bezierCurveTo((from.x + to.x) / 2, from.y, (from.x + to.x) / 2, to.y, to.x, to.y);
    context.stroke();
    context.globalAlpha = 1;
  }

  private drawInputs(places: Place[]): void {
    const { context } = this;
    context.font = 'italic 600 17px system-ui, sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    places.forEach(({ x, y }, i) => {
      context.fillStyle = '#fff';
      context.strokeStyle = INK;
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(x, y, 14, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
      context.fillStyle = INK;
      context.fillText(i === 0 ? 'x' : 'y', x, y);
    });
  }

  /** A unit as the board in small: filled where it is active. */
  private drawThumbnail(
    { x, y }: Place,
    layer: LayerState,
    unit: number,
    state: DiagramState,
  ): void {
    const { context } = this;
    const { weights, biases, outputs } = layer;
    const half = THUMBNAIL / 2;
    const zoom = half / REACH;
    const wx = weights[unit] as number;
    const wy = weights[outputs + unit] as number;
    const count = positivePart({ wx, wy, b: biases[unit] as number }, REACH, corners);
    context.fillStyle = '#fff';
    context.fillRect(x - half, y - half, THUMBNAIL, THUMBNAIL);
    context.fillStyle = 'rgb(59 47 166 / 45%)';
    context.beginPath();
    for (let i = 0; i < count; i++) {
      context.lineTo(
        x + zoom * (corners[2 * i] as number),
        y - zoom * (corners[2 * i + 1] as number),
      );
    }
    context.fill();
    context.strokeStyle = unit === state.selectedUnit ? POSITIVE : QUIET;
    context.lineWidth = unit === state.selectedUnit ? 3 : 1;
    context.strokeRect(x - half, y - half, THUMBNAIL, THUMBNAIL);
    if (state.off.includes(unit)) this.crossOut(x, y, half);
    context.fillStyle = INK;
    context.font = '10px system-ui, sans-serif';
    context.textAlign = 'left';
    context.textBaseline = 'top';
    context.fillText(String(unit), x - half + 2, y - half + 2);
  }

  private crossOut(x: number, y: number, half: number): void {
    const { context } = this;
    context.strokeStyle = INK;
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x - half, y - half);
    context.lineTo(x + half, y + half);
    context.moveTo(x - half, y + half);
    context.lineTo(x + half, y - half);
    context.stroke();
  }

  private drawScores(places: Place[], state: DiagramState): void {
    const { context } = this;
    const { probabilities, label, phase } = state;
    context.globalAlpha = phase === null || phase === 'softmax' || phase === 'loss' ? 1 : 0.35;
    const room = this.width * 0.24 - 76;
    places.forEach(({ x, y }, k) => {
      context.fillStyle = '#fff';
      context.beginPath();
      context.arc(x, y, 13, 0, 2 * Math.PI);
      context.fill();
      const shape = new Path2D();
      addShape(shape, k, x, y, 7);
      context.fillStyle = classColour(k);
      context.fill(shape);
      const p = probabilities[k] ?? 0;
      context.fillRect(x + 20, y - 8, Math.max(1, p * room), 16);
      context.fillStyle = INK;
      context.font = `${k === label ? '700' : '400'} 13px system-ui, sans-serif`;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      context.fillText(p.toFixed(3), x + 26 + p * room, y);
    });
    context.globalAlpha = 1;
    this.drawLoss(state);
  }

  private drawLoss({ loss, phase }: DiagramState): void {
    const { context } = this;
    context.fillStyle = phase === 'loss' ? POSITIVE : QUIET;
    context.font = `${phase === 'loss' ? '700 16px' : '13px'} system-ui, sans-serif`;
    context.textAlign = 'right';
    context.textBaseline = 'bottom';
    context.fillText(loss, this.width - 6, this.height - 4);
  }
}

/** What the lines show: weights, or their gradients while those are computed. */
function strengths({ weights, weightSlopes }: LayerState, { phase }: DiagramState): Float64Array {
  return phase === 'gradients' ? weightSlopes : weights;
}

/** Lines step back while the numbers behind them are at work. */
function isDim({ phase }: DiagramState): boolean {
  return phase === 'softmax' || phase === 'loss';
}

interface Place {
  x: number;
  y: number;
}

function greatest(weights: Float64Array): number {
  let most = 1e-12;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  return most;
}
