/** The look inside: every number of one step, and what a hand may try. Beside the engine all that runs the
 * WebAssembly package. What it hands out are copies, good as long as anybody wants. */

import { Classifier as Code, Kind as KindCode, type Lab, Part } from '../pkg/spiral_lab.js';
import type { Classifier, ParameterAddress } from './frame.js';
import type {
  CheckProgress,
  GradientsPhase,
  LayerNumbers,
  LayerState,
  Line,
  LossPhase,
  NoSlope,
  SlopeCheck,
  Units,
  WorkedPoint,
} from './inspection.js';
import type { Memory } from './memory.js';
import { refusalOf } from './refusal.js';

export type * from './inspection.js';

/** The engine's names for the classifiers. */
export const CODES: Record<Classifier, Code> = { linear: Code.Linear, network: Code.Network };
const KINDS: Record<ParameterAddress['kind'], KindCode> = {
  weight: KindCode.Weight,
  bias: KindCode.Bias,
};
const NUMBERS_PER_LINE = 7;
const NONE = new Float64Array();

type Six = Pick<WorkedPoint, 'x' | 'y' | 'label' | 'greatest' | 'sum' | 'loss'>;

export class Inspector {
  constructor(
    private readonly memory: Memory,
    private readonly lab: () => Lab,
    /** Has the frame read anew. */
    private readonly changed: () => void,
  ) {}

  /** All weights and biases of a classifier with their gradients, layer by layer from the inputs. */
  state(classifier: Classifier): LayerState[] {
    const lab = this.lab();
    const code = CODES[classifier];
    const numbers = (slopes: boolean) =>
      this.layers(classifier, (layer, kind) => lab.statePointer(code, layer, kind, slopes));
    const slopes = numbers(true);
    return numbers(false).map(({ weights, biases }, layer) => ({
      inputs: weights.length / biases.length,
      outputs: biases.length,
      weights,
      biases,
      weightSlopes: slopes[layer]?.weights ?? NONE,
      biasSlopes: slopes[layer]?.biases ?? NONE,
    }));
  }

  /** All weights and biases of a classifier as its board shows it: those of hidden units that are off are 0. Without
   * gradients, for training goes on with all units. */
  shown(classifier: Classifier): LayerNumbers[] {
    const lab = this.lab();
    const code = CODES[classifier];
    return this.layers(classifier, (layer, kind) => lab.shownPointer(code, layer, kind));
  }

  /** Mean cross-entropy of a classifier as its board shows it. */
  shownDataLoss(classifier: Classifier): number {
    return this.lab().shownDataLoss(CODES[classifier]);
  }

  /** Works out one point in a classifier as its board shows it, without the hidden units that are off; a sentence is thrown if there is no such point. */
  workOut(classifier: Classifier, index: number): WorkedPoint {
    const lab = this.lab();
    const { hidden, classes } = lab;
    const code = CODES[classifier];
    const units = classifier === 'linear' ? 0 : hidden;
    const [x, y, label, greatest, sum, loss] = lab.workOut(code, index) as unknown as number[];
    const part = (part: Part, length: number) => this.numbers(lab.partPointer(part), length);
    return {
      ...({ x, y, label, greatest, sum, loss } as Six),
      index,
      points: lab.pointCount,
      z: part(Part.Z, units),
      hidden: part(Part.Hidden, units),
      scores: part(Part.Scores, classes),
      shifted: part(Part.Shifted, classes),
      exps: part(Part.Exps, classes),
      probabilities: part(Part.Probabilities, classes),
      errors: part(Part.Errors, classes),
      scoreSlopes: part(Part.ScoreSlopes, classes),
      hiddenSlopes: part(Part.HiddenSlopes, units),
      zSlopes: part(Part.ZSlopes, units),
      shares: this.layers(classifier, (layer, kind) => lab.sharePointer(layer, kind)),
    };
  }

  /** Phase 1 of a step: the scores of all points, N×K. */
  forward(classifier: Classifier): Float64Array {
    return this.ofAllPoints(this.lab().forward(CODES[classifier]));
  }

  /** Phase 2: the probabilities of all points, N×K. */
  softmax(classifier: Classifier): Float64Array {
    return this.ofAllPoints(this.lab().softmax(CODES[classifier]));
  }

  /** Phase 3: each point's loss, their mean, and the penalty. */
  loss(classifier: Classifier): LossPhase {
    const lab = this.lab();
    const code = CODES[classifier];
    return {
      each: this.numbers(lab.pointLosses(code), lab.pointCount),
      data: lab.dataLoss(code),
      regularization: lab.regularizationLoss(code),
      total: lab.loss(code),
    };
  }

  /** Phase 4: the gradients, the trainer's own, and the penalty's apart. */
  gradients(classifier: Classifier): GradientsPhase {
    const lab = this.lab();
    const code = CODES[classifier];
    return {
      scoreSlopes: this.ofAllPoints(lab.gradients(code)),
      data: this.layers(classifier, (layer, kind) => lab.statePointer(code, layer, kind, true)),
      penalty: this.layers(classifier, (layer, kind) => lab.penaltyPointer(layer, kind)),
    };
  }

  /** Phase 5: the update of both classifiers, which is the step itself. */
  update(): void {
    this.lab().advance(1);
    this.changed();
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
      order: this.memory.indices(lab.orderPointer(), hidden),
    };
  }

  /** Checks one slope; a sentence is thrown if there is no such parameter, or ε is not in (0, 1]. */
  checkSlope(
    classifier: Classifier,
    { layer, kind, index }: ParameterAddress,
    epsilon: number,
  ): SlopeCheck | NoSlope {
    const code = CODES[classifier];
    return unlessNoSlope(() =>
      slopeCheck(this.lab().checkSlope(code, layer, KINDS[kind], index, epsilon)),
    );
  }

  /** Starts to check all slopes of a classifier as it stands now; the run may go on meanwhile. */
  beginChecks(classifier: Classifier, epsilon: number): void {
    this.lab().beginChecks(CODES[classifier], epsilon);
  }

  /** Checks up to `atMost` further slopes; one that is none ends the check. */
  goOnChecking(atMost: number): CheckProgress | NoSlope {
    const lab = this.lab();
    return unlessNoSlope(() => {
      const [done = 0, total = 0, kinked = 0, apart = 0] = lab.goOnChecking(atMost);
      const worst = lab.worstCheck();
      return { done, total, kinked, apart, worst: worst ? slopeCheck(worst) : null };
    });
  }

  /** Switches a hidden unit off or on in pictures and in `frame.asIf`; training goes on with all units. */
  switchUnit(unit: number, on: boolean): void {
    this.lab().switchUnit(unit, on);
    this.changed();
  }

  allUnitsOn(): void {
    this.lab().allUnitsOn();
    this.changed();
  }

  isUnitOff(unit: number): boolean {
    return this.lab().isUnitOff(unit);
  }

  get unitsOff(): number {
    return this.lab().unitsOff;
  }

  /** The hidden units that are off, by number. */
  get off(): number[] {
    const lab = this.lab();
    if (lab.unitsOff === 0) return [];
    return Array.from({ length: lab.hidden }, (_, unit) => unit).filter((u) => lab.isUnitOff(u));
  }

  /** Makes the network without the units that are off the one that is trained: an edit, which can be undone. */
  applyUnits(): void {
    this.lab().applyUnits();
    this.changed();
  }

  /** Sets a weight or bias by hand; a sentence is thrown, and nothing has changed, if that cannot be. */
  setParameter(
    classifier: Classifier,
    { layer, kind, index }: ParameterAddress,
    value: number,
  ): void {
    this.lab().setParameter(CODES[classifier], layer, KINDS[kind], index, value);
    this.changed();
  }

  /** Takes the last edit since the last step back; whether there was one. */
  undo(): boolean {
    const undone = this.lab().undo();
    this.changed();
    return undone;
  }

  /** Makes the edit again that was last taken back; whether there was one. */
  redo(): boolean {
    const redone = this.lab().redo();
    this.changed();
    return redone;
  }

  /** How many edits can be taken back. */
  get undoable(): number {
    return this.lab().undoable;
  }

  /** How many edits can be made again. */
  get redoable(): number {
    return this.lab().redoable;
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

  private layers(
    classifier: Classifier,
    pointer: (layer: number, kind: KindCode) => number,
  ): LayerNumbers[] {
    return this.shapes(classifier).map(([inputs, outputs], layer) => ({
      weights: this.numbers(pointer(layer, KindCode.Weight), inputs * outputs),
      biases: this.numbers(pointer(layer, KindCode.Bias), outputs),
    }));
  }

  private ofAllPoints(pointer: number): Float64Array {
    const { pointCount, classes } = this.lab();
    return this.numbers(pointer, pointCount * classes);
  }

  private numbers(pointer: number, length: number): Float64Array {
    return this.memory.numbers(pointer, length);
  }
}

/** That there is no slope is a finding, not a fault. */
function unlessNoSlope<T>(check: () => T): T | NoSlope {
  try {
    return check();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code === 'lossNotFiniteBeside') return refusal;
    throw error;
  }
}

/** Reads the numbers of one check in the order of the facade. */
function slopeCheck(numbers: Float64Array): SlopeCheck {
  const [layer, kind, index, value, analytic, numeric, error, below, above, kinks, gap, bound] =
    numbers as unknown as number[];
  const parameter = { layer, kind: kind === 0 ? 'weight' : 'bias', index };
  const rest = { value, analytic, numeric, error, below, above, kinks, gap, bound };
  return { parameter, ...rest } as SlopeCheck;
}
