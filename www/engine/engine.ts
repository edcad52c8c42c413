/** Beside `inspect` all that runs the WebAssembly package: owns the run and its memory, and hands out results. */

import init, {
  Classifier as Code,
  freshSeed,
  type InitOutput,
  Lab,
  type Limits,
  limits,
  maxSteps,
} from '../pkg/spiral_lab.js';
import {
  CLASSIFIERS,
  type Classifier,
  type Frame,
  type LossHistory,
  type Painter,
  type Picture,
} from './frame.js';
import { CODES, Inspector } from './inspector.js';
import { Memory, Room } from './memory.js';
import type { Settings } from './settings.js';

/** The smallest module that uses a SIMD instruction: whoever accepts it can run the engine. */
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

/** Why this browser cannot run the engine, as the name of the sentence that says so. Whatever browser reads this module
 * has WebAssembly, so where it is missing somebody has switched it off. */
export function hindrance(): 'wasmOff' | 'noSimd' | null {
  if (typeof WebAssembly === 'undefined') return 'wasmOff';
  return WebAssembly.validate(SIMD_PROBE) ? null : 'noSimd';
}

/** A run that waits, whole: its model, its losses, and what was changed by hand. */
interface SetAside extends Pick<Frame, 'points' | 'ratesChangedAt'> {
  lab: Lab;
}

export class Engine implements Painter {
  readonly limits: readonly Limits[] = limits();
  readonly maxSteps = maxSteps();
  private readonly memory: Memory;
  private lab: Lab | null = null;
  private aside: SetAside | null = null;
  /** The losses as they were copied last; null once the run has moved on. */
  private readonly histories: Record<Classifier, LossHistory | null> = {
    linear: null,
    network: null,
  };
  private readonly historyRoom = { linear: new Room(), network: new Room() };
  private readonly boundaryRoom = { linear: new Room(), network: new Room() };
  /** The look inside the run. */
  readonly inspect: Inspector;
  /** One object for all frames, overwritten by each. */
  readonly frame: Frame = {
    step: 0,
    linear: { loss: 0, accuracy: 0 },
    network: { loss: 0, accuracy: 0 },
    points: { coordinates: new Float64Array(), labels: new Uint8Array(), classes: 0 },
    script: { linear: { infAt: null, nanFrom: null }, network: { infAt: null, nanFrom: null } },
    diverged: null,
    ratesChangedAt: null,
    editedAt: null,
    asIf: null,
  };

  private constructor(module: InitOutput) {
    this.memory = new Memory(module.memory);
    this.inspect = new Inspector(
      this.memory,
      () => this.running,
      () => this.read(),
    );
  }

  /** Fetches and starts the module; given its bytes, starts that. */
  static async load(bytes?: BufferSource): Promise<Engine> {
    return new Engine(await init(bytes && { module_or_path: bytes }));
  }

  /** Starts a run at step 0. */
  start(settings: Settings): void {
    const lab = new Lab(settings);
    this.lab?.free();
    this.lab = lab;
    this.frame.points = {
      coordinates: lab.points(),
      labels: lab.labels(),
      classes: settings.classes,
    };
    this.frame.ratesChangedAt = null;
    this.read();
  }

  /** Sets the run aside, as it stands; `start` comes next. */
  setAside(): void {
    this.aside?.lab.free();
    const { points, ratesChangedAt } = this.frame;
    this.aside = { lab: this.running, points, ratesChangedAt };
    this.lab = null;
  }

  /** Goes on with the run that was set aside. */
  takeBack(): void {
    if (!this.aside) throw new Error('no run was set aside');
    this.lab?.free();
    this.lab = this.aside.lab;
    this.frame.points = this.aside.points;
    this.frame.ratesChangedAt = this.aside.ratesChangedAt;
    this.aside = null;
    this.read();
  }

  /** Changes the rates of the running model. */
  setRates({ rate, reg }: Settings): void {
    this.running.setRates(rate, reg);
    if (this.frame.step > 0) this.frame.ratesChangedAt ??= this.frame.step;
    this.read();
  }

  /** Takes up to `steps` steps with both classifiers. */
  advance(steps: number): void {
    this.running.advance(steps);
    this.read();
  }

  /** The losses so far, good until the run moves on. */
  history(classifier: Classifier): LossHistory {
    this.histories[classifier] ??= this.copyHistory(classifier);
    return this.histories[classifier];
  }

  paint(
    classifier: Classifier,
    canvas: CanvasRenderingContext2D,
    { side, reach, colours, soft }: Picture,
    onlyChanges: boolean,
  ): boolean {
    const code = CODES[classifier];
    const changed = this.running.paint(code, side, reach, colours, soft);
    if (onlyChanges && !changed) return false;
    this.running.show(code, canvas);
    return true;
  }

  boundary(classifier: Classifier, side: number, reach: number): Float64Array {
    const segments = this.running.traceBoundary(CODES[classifier], side, reach);
    const pointer = this.running.boundaryPointer();
    return this.memory.numbers(pointer, 4 * segments, this.boundaryRoom[classifier]);
  }

  /** All weights and biases: layer by layer, weights row by row, then biases. */
  parameters(classifier: Classifier): Float64Array {
    return this.running.parameters(CODES[classifier]);
  }

  freshSeed(): number {
    return freshSeed();
  }

  private get running(): Lab {
    if (!this.lab) throw new Error('start() comes before anything else');
    return this.lab;
  }

  private copyHistory(classifier: Classifier): LossHistory {
    const { running: lab, memory } = this;
    const pointer = lab.historyPointer(CODES[classifier]);
    const numbers = 3 * lab.historyLength();
    const buckets = memory.numbers(pointer, numbers, this.historyRoom[classifier]);
    return { width: lab.historyWidth(), buckets };
  }

  private read(): void {
    const { frame, running: lab, histories } = this;
    histories.linear = histories.network = null;
    frame.step = lab.steps;
    frame.linear.loss = lab.loss(Code.Linear);
    frame.linear.accuracy = lab.accuracy(Code.Linear);
    frame.network.loss = lab.loss(Code.Network);
    frame.network.accuracy = lab.accuracy(Code.Network);
    frame.editedAt = lab.editedAt ?? null;
    frame.asIf = lab.unitsOff > 0 ? { loss: lab.asIfLoss, accuracy: lab.asIfAccuracy } : null;
    for (const classifier of CLASSIFIERS) {
      frame.script[classifier].infAt = lab.scriptInfAt(CODES[classifier]) ?? null;
      frame.script[classifier].nanFrom = lab.scriptNanFrom(CODES[classifier]) ?? null;
    }
    const diverged = lab.diverged;
    frame.diverged =
      diverged === undefined ? null : diverged === Code.Linear ? 'linear' : 'network';
  }
}
