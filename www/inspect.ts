/**
 * The look inside: every number of one step, by name. Beside the engine the only importer of the WebAssembly package.
 *
 * Arrays that are handed out lie in the module's memory: they are good until the engine's next call, so read them at
 * once and copy what is to stay. Matrices lie row by row: entry (row, column) is at row·columns + column.
 */

import type { Classifier } from './frame.js';
import { Classifier as Code, Kind as KindCode, type Lab } from './pkg/spiral_lab.js';

/** What a parameter does in its layer: multiply an input, or be added to an output. */
export type Kind = 'weight' | 'bias';

/** One layer's parameters and the gradient of the data loss by each; the penalty adds reg·w to a weight's. */
export interface LayerState {
  inputs: number;
  outputs: number;
  /** inputs×outputs. */
  weights: Float64Array;
  /** One for each output. */
  biases: Float64Array;
  /** dL/dW without the penalty's share, inputs×outputs. */
  weightSlopes: Float64Array;
  /** dL/db, one for each output. */
  biasSlopes: Float64Array;
}

/** Where w·(x, y) + b = 0: a hidden unit's fold, or the line on which a class's score of the linear classifier is 0. */
export interface Line {
  /** The normal; it points to the positive side, where the unit is active or the class's score grows. */
  wx: number;
  wy: number;
  b: number;
  /** The part in sight, null if there is none: walking from 1 to 2, the positive side is to the left (y grows upwards). */
  segment: { x1: number; y1: number; x2: number; y2: number } | null;
}

/** What the hidden units do on the points. */
export interface Units {
  /** How many are active on no point. */
  dead: number;
  /** On how many points each is active. */
  active: Float64Array;
  /** How far each moves the scores of the mean point: mean over the points of Σ_k |h·u_k|. */
  importance: Float64Array;
  /** All units, the most important first. */
  order: Uint32Array;
}

const CODES: Record<Classifier, Code> = { linear: Code.Linear, network: Code.Network };
const KINDS: Record<Kind, KindCode> = { weight: KindCode.Weight, bias: KindCode.Bias };
const NUMBERS_PER_LINE = 7;

export class Inspector {
  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly lab: () => Lab,
  ) {}

  /** All weights and biases of a classifier with their gradients, layer by layer from the inputs. */
  state(classifier: Classifier): LayerState[] {
    return this.shapes(classifier).map(([inputs, outputs], layer) => {
      const read = (kind: Kind, slopes: boolean, length: number) =>
        this.numbers(
          this.lab().statePointer(CODES[classifier], layer, KINDS[kind], slopes),
          length,
        );
      return {
        inputs,
        outputs,
        weights: read('weight', false, inputs * outputs),
        biases: read('bias', false, outputs),
        weightSlopes: read('weight', true, inputs * outputs),
        biasSlopes: read('bias', true, outputs),
      };
    });
  }

  /** The folds of the hidden units, or the linear classifier's class lines, cut to the square from −reach to reach. */
  lines(classifier: Classifier, reach: number): Line[] {
    const count = this.lab().findLines(CODES[classifier], reach);
    const numbers = this.numbers(this.lab().linesPointer(), NUMBERS_PER_LINE * count);
    return Array.from({ length: count }, (_, i) => {
      const line = numbers.subarray(NUMBERS_PER_LINE * i, NUMBERS_PER_LINE * (i + 1));
      const [wx, wy, b, x1, y1, x2, y2] = line as unknown as number[] & { length: 7 };
      return { wx, wy, b, segment: Number.isNaN(x1) ? null : { x1, y1, x2, y2 } } as Line;
    });
  }

  /** Which hidden units are active where, dead, important. */
  units(): Units {
    const lab = this.lab();
    const dead = lab.readUnits();
    const { hidden } = lab;
    return {
      dead,
      active: this.numbers(lab.activePointer(), hidden),
      importance: this.numbers(lab.importancePointer(), hidden),
      order: new Uint32Array(this.memory.buffer, lab.orderPointer(), hidden),
    };
  }

  /** Inputs and outputs of each layer. */
  private shapes(classifier: Classifier): [inputs: number, outputs: number][] {
    const { hidden, classes } = this.lab();
    if (classifier === 'linear') return [[2, classes]];
    return [
      [2, hidden],
      [hidden, classes],
    ];
  }

  private numbers(pointer: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, pointer, length);
  }
}
