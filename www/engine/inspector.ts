/** The look inside: every number of one step, read from a copy of the run in a WebAssembly module of its own. So it can
 * change nothing. What it hands out are copies, good as long as anybody wants. */

import init, {
  Classifier as Code,
  Inspector as Copy,
  type InitOutput,
  Kind as KindCode,
  Part,
  packPoints,
} from '../pkg/inspector.js';
import type { Classifier, Frame, ParameterAddress, Picture } from './frame.js';
import type {
  CheckProgress,
  Divergence,
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
import { Memory } from './memory.js';
import { refusalOf } from './refusal.js';

export type * from './inspection.js';

/** The engine's names for the classifiers. */
const CODES: Record<Classifier, Code> = { linear: Code.Linear, network: Code.Network };
const KINDS: Record<ParameterAddress['kind'], KindCode> = {
  weight: KindCode.Weight,
  bias: KindCode.Bias,
};
const NUMBERS_PER_LINE = 7;
const NONE = new Float64Array();

/** The run that is looked into. */
export interface Inspected {
  readonly frame: Frame;
  parameters(): Float64Array;
}

type Six = Pick<WorkedPoint, 'x' | 'y' | 'label' | 'greatest' | 'sum' | 'loss'>;

/** Every number of the step at which a run stands. */
export class Inspector {
  private readonly memory: Memory;
  private copy: Copy | null = null;
  /** The points of the run and the shape of its network that the copy has, and the reading that it stands for. */
  private points: unknown = null;
  private shape = '';
  private reading = -1;

  private constructor(
    module: InitOutput,
    private readonly run: Inspected,
  ) {
    this.memory = new Memory(module.memory);
  }

  /** Fetches and starts the module; given its bytes, starts that. */
  static async load(run: Inspected, bytes?: BufferSource): Promise<Inspector> {
    return new Inspector(await init(bytes && { module_or_path: bytes }), run);
  }

  /** All weights and biases of a classifier with their gradients, layer by layer from the inputs. */
  state(classifier: Classifier): LayerState[] {
    const copy = this.current();
    const code = CODES[classifier];
    const numbers = (slopes: boolean) =>
      this.layers(classifier, (layer, kind) => copy.statePointer(code, layer, kind, slopes));
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
    const copy = this.current();
    const code = CODES[classifier];
    return this.layers(classifier, (layer, kind) => copy.shownPointer(code, layer, kind));
  }

  /** Mean cross-entropy of a classifier as its board shows it. */
  shownDataLoss(classifier: Classifier): number {
    return this.current().shownDataLoss(CODES[classifier]);
  }

  /** Works out one point in a classifier as its board shows it, without the hidden units that are off; a sentence is thrown if there is no such point. */
  workOut(classifier: Classifier, index: number): WorkedPoint {
    const copy = this.current();
    const { classes } = copy;
    const code = CODES[classifier];
    const units = this.run.frame[classifier].hidden;
    const [x, y, label, greatest, sum, loss] = copy.workOut(code, index) as unknown as number[];
    const part = (part: Part, length: number) => this.numbers(copy.partPointer(part), length);
    return {
      ...({ x, y, label, greatest, sum, loss } as Six),
      index,
      points: copy.pointCount,
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
      shares: this.layers(classifier, (layer, kind) => copy.sharePointer(layer, kind)),
    };
  }

  /** Phase 1 of a step: the scores of all points, N×K. */
  forward(classifier: Classifier): Float64Array {
    return this.ofAllPoints(this.current().forward(CODES[classifier]));
  }

  /** Phase 2: the probabilities of all points, N×K. */
  softmax(classifier: Classifier): Float64Array {
    return this.ofAllPoints(this.current().softmax(CODES[classifier]));
  }

  /** Phase 3: each point's loss, their mean, and the penalty. */
  loss(classifier: Classifier): LossPhase {
    const copy = this.current();
    const code = CODES[classifier];
    return {
      each: this.numbers(copy.pointLosses(code), copy.pointCount),
      data: copy.dataLoss(code),
      regularization: copy.regularizationLoss(code),
      total: copy.loss(code),
    };
  }

  /** Phase 4: the gradients, the trainer's own, and the penalty's apart. */
  gradients(classifier: Classifier): GradientsPhase {
    const copy = this.current();
    const code = CODES[classifier];
    return {
      scoreSlopes: this.ofAllPoints(copy.gradients(code)),
      data: this.layers(classifier, (layer, kind) => copy.statePointer(code, layer, kind, true)),
      penalty: this.layers(classifier, (layer, kind) => copy.penaltyPointer(layer, kind)),
    };
  }

  /** The folds of the hidden units, or the linear classifier's class lines, cut to the square from −reach to reach. */
  lines(classifier: Classifier, reach: number): Line[] {
    const count = this.current().findLines(CODES[classifier], reach);
    const numbers = this.numbers(this.current().linesPointer(), NUMBERS_PER_LINE * count);
    return Array.from({ length: count }, (_, i) => {
      const line = numbers.subarray(NUMBERS_PER_LINE * i, NUMBERS_PER_LINE * (i + 1));
      const [wx, wy, b, x1, y1, x2, y2] = line as unknown as number[] & { length: 7 };
      return { wx, wy, b, segment: Number.isNaN(x1) ? null : { x1, y1, x2, y2 } } as Line;
    });
  }

  /** Which hidden units are active where, dead, important. */
  units(): Units {
    const copy = this.current();
    const dead = copy.readUnits();
    const { hidden } = copy;
    return {
      dead,
      active: this.numbers(copy.activePointer(), hidden),
      importance: this.numbers(copy.importancePointer(), hidden),
      order: this.memory.indices(copy.orderPointer(), hidden),
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
      slopeCheck(this.current().checkSlope(code, layer, KINDS[kind], index, epsilon)),
    );
  }

  /** Starts to check all slopes of a classifier as it stands now; the run may go on meanwhile. */
  beginChecks(classifier: Classifier, epsilon: number): void {
    this.current().beginChecks(CODES[classifier], epsilon);
  }

  /** Checks up to `atMost` further slopes; one that is none ends the check. */
  goOnChecking(atMost: number): CheckProgress | NoSlope {
    const copy = this.current();
    return unlessNoSlope(() => {
      const [done = 0, total = 0, kinked = 0, apart = 0] = copy.goOnChecking(atMost);
      const worst = copy.worstCheck();
      return { done, total, kinked, apart, worst: worst ? slopeCheck(worst) : null };
    });
  }

  /** Why a classifier does not go on from here; null if it does. */
  divergence(classifier: Classifier): Divergence | null {
    const { changes } = this.run.frame.experiment;
    return this.current().divergence(CODES[classifier], changes) ?? null;
  }

  /** Whether all hidden units are dead for good, and the network's loss is that of guessing. */
  isDead(): boolean {
    return this.current().isDead();
  }

  /** Paints a classifier's regions with the classes' colours mixed by their probabilities, as the engine paints them unmixed. */
  paint(
    classifier: Classifier,
    canvas: CanvasRenderingContext2D,
    { side, reach, colours }: Picture,
    onlyChanges: boolean,
  ): boolean {
    const copy = this.current();
    const code = CODES[classifier];
    const changed = copy.paint(code, side, reach, colours);
    if (onlyChanges && !changed) return false;
    copy.show(code, canvas);
    return true;
  }

  /** What own points begin with: x and y in 1024ths and the class of each point of the run, before labels are made wrong and all
   * is shifted. */
  pointsOnGrid(): Int32Array {
    return this.current().pointsOnGrid();
  }

  /** The text of own points, as a link has it; a sentence is thrown if they are too many or too far off. */
  packPoints(points: Int32Array): string {
    return packPoints(points);
  }

  /** A copy of the run as it stands. */
  private current(): Copy {
    const { frame } = this.run;
    // What is looked into again and again while it stands is copied once.
    if (this.copy && frame.reading === this.reading) return this.copy;
    const { beginning, own } = frame.experiment;
    const shape = `${beginning.hidden} ${beginning.activation}`;
    if (!this.copy || frame.points !== this.points || shape !== this.shape) {
      this.copy?.free();
      this.copy = new Copy(beginning, own);
      this.points = frame.points;
      this.shape = shape;
    }
    this.reading = frame.reading;
    const { step, rate, reg, off } = frame;
    this.copy.stand(step, rate, reg, this.run.parameters(), new Uint32Array(off));
    return this.copy;
  }

  /** Inputs and outputs of each layer. */
  private shapes(classifier: Classifier): [inputs: number, outputs: number][] {
    const { classes } = this.current();
    const { hidden } = this.run.frame[classifier];
    if (hidden === 0) return [[2, classes]];
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
    const { pointCount, classes } = this.current();
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
