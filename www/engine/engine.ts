/** Runs the WebAssembly module of a run: owns the session and its memory, moves it, changes it, and hands out results. */

import init, {
  Classifier as Code,
  freshSeed,
  type InitOutput,
  Kind as KindCode,
  maxSteps,
  Picture as Painting,
  Session,
  settingsTable,
} from '../pkg/session.js';
import {
  BUCKET,
  CLASSIFIERS,
  type Classifier,
  type Frame,
  type Ghost,
  type Goal,
  type LossHistory,
  type Milestones,
  type Painter,
  type ParameterAddress,
  type Picture,
  type Points,
  SHARES,
  type Standing,
} from './frame.js';
import { Memory, Room } from './memory.js';
import { rowsOf, type Settings, type SettingsTable, tableOf } from './settings.js';

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

/** The engine's names for the classifiers, and for what a parameter does. */
const CODES: Record<Classifier, Code> = { linear: Code.Linear, network: Code.Network };
const KINDS: Record<ParameterAddress['kind'], KindCode> = {
  weight: KindCode.Weight,
  bias: KindCode.Bias,
};

/** How many numbers the module tells of the run, of each classifier, and in all. */
const OF_RUN = 16;
const OF_CLASSIFIER = 10;
const READINGS = OF_RUN + 2 * OF_CLASSIFIER;

const NONE = new Uint8Array();
const NO_POINTS: Points = {
  coordinates: new Float64Array(),
  labels: NONE,
  trueLabels: NONE,
  heldOut: NONE,
  classes: 0,
};

const standing = (): Standing => ({
  hidden: 0,
  loss: 0,
  accuracy: 0,
  last: 0,
  since: null,
  test: null,
});

export class Engine implements Painter {
  readonly table: SettingsTable = tableOf(settingsTable());
  readonly maxSteps = maxSteps();
  private readonly memory: Memory;
  private session: Session | null = null;
  /** A run that waits, whole. */
  private aside: Session | null = null;
  /** The experiment that was read last, by the count of its changes. */
  private version = -1;
  private readonly pictures = { linear: new Painting(), network: new Painting() };
  /** The losses as they were copied last, those of held-out points after the others; none once the run has moved on. */
  private histories: LossHistory[] = [];
  private readonly readingRoom = new Room();
  /** How many buckets the losses have, and of how many steps each. */
  private buckets = { count: 0, width: 1 };
  private readonly historyRooms = Array.from({ length: 2 * CLASSIFIERS.length }, () => new Room());
  private readonly boundaryRoom = { linear: new Room(), network: new Room() };
  /** One object for all frames, overwritten by each. */
  readonly frame: Frame = {
    reading: 0,
    step: 0,
    end: 0,
    branches: 0,
    rate: 0,
    reg: 0,
    linear: standing(),
    network: standing(),
    points: NO_POINTS,
    script: { linear: { infAt: null, nanFrom: null }, network: { infAt: null, nanFrom: null } },
    stopsFor: null,
    diverged: null,
    halted: null,
    mayBeDead: false,
    forgotten: null,
    experiment: { beginning: {} as Settings, own: '', changes: '', undoable: 0, redoable: 0 },
    ghosts: [],
    ghostsCrowdedOut: 0,
    undoLost: 0,
    withoutUnits: null,
    off: [],
  };

  private constructor(module: InitOutput) {
    this.memory = new Memory(module.memory);
  }

  /** Fetches and starts the module; given its bytes, starts that. */
  static async load(bytes?: BufferSource): Promise<Engine> {
    return new Engine(await init(bytes && { module_or_path: bytes }));
  }

  /** Starts a run at step 0 that has no past; `changes` are made on its way. */
  start(settings: Settings, changes = '', own = ''): void {
    this.replace(new Session(settings, changes, own));
  }

  /** Begins another run, from which undo leads back. With `goesOn` it is one more of the same stroke. */
  begin(settings: Settings, changes = '', goesOn = false, own = ''): void {
    this.running.begin(settings, changes, goesOn, own);
    this.becomeAnother();
  }

  /** Sets the run aside, as it stands; `start` comes next. */
  setAside(): void {
    this.aside?.free();
    this.aside = this.running;
    this.session = null;
  }

  /** Goes on with the run that was set aside. */
  takeBack(): void {
    if (!this.aside) throw new Error('no run was set aside');
    const { aside } = this;
    this.aside = null;
    this.replace(aside);
  }

  /** Changes a setting that may change on the way at this step; what followed is cut off. */
  change(name: keyof Settings, value: number, goesOn = false): void {
    this.running.changeSetting(name, value, goesOn);
    this.becomeAnother();
  }

  /** Sets a weight or bias by hand; a sentence is thrown, and nothing has changed, if that cannot be. */
  setParameter(classifier: Classifier, at: ParameterAddress, value: number): void {
    this.running.setParameter(CODES[classifier], at.layer, KINDS[at.kind], at.index, value);
    this.becomeAnother();
  }

  /** Lets the run end at this step; undo restores what followed. */
  cutOff(): void {
    this.running.cutOff();
    this.becomeAnother();
  }

  /** Takes the last change back; the step at which the run was before it, to which `seek` leads. */
  undo(): number | null {
    const step = this.running.undo();
    this.becomeAnother();
    return step ?? null;
  }

  /** Makes the change again that was last taken back, in the same way. */
  redo(): number | null {
    const step = this.running.redo();
    this.becomeAnother();
    return step ?? null;
  }

  /** Goes on with a run that was left, in the place of this one; the step to which `seek` leads. */
  bringBack(id: number): number | null {
    const step = this.running.bringBack(id);
    this.becomeAnother();
    return step ?? null;
  }

  /** Removes a run that was left. */
  forgetGhost(id: number): void {
    this.running.forgetGhost(id);
    this.read();
  }

  /** Takes up to `steps` steps with both classifiers. */
  advance(steps: number): void {
    this.running.advance(steps);
    this.read();
  }

  /** Takes up to `steps` steps, and none after the first at which the goal is met; whether it is. */
  advanceUntil({ classifier, of, value }: Goal, steps: number): boolean {
    const { running: session } = this;
    session.advanceUntil(steps, CODES[classifier], of === 'accuracy', value);
    this.read();
    return session.met;
  }

  /** Lets a classifier go on from this step when the other one cannot. */
  letOneGoOn(): void {
    this.running.letOneGoOn();
    this.becomeAnother();
  }

  /** The last step before the loss of a classifier left the ground; null if it never lay there. */
  lastCalmStep(classifier: Classifier): number | null {
    return this.running.lastCalmStep(CODES[classifier]) ?? null;
  }

  /** Goes to a step up to the end, training `atMost` steps; how many are left to go. */
  seek(step: number, atMost: number): number {
    const left = this.running.seek(step, atMost);
    this.read();
    return left;
  }

  /** Switches a hidden unit off or on in pictures and in `frame.withoutUnits`; training goes on with all units. */
  switchUnit(unit: number, on: boolean): void {
    this.running.switchUnit(unit, on);
    this.read();
  }

  allUnitsOn(): void {
    this.running.allUnitsOn();
    this.read();
  }

  /** Makes the network without the units that are off the one that is trained: a change, which can be undone. */
  applyUnits(): void {
    this.running.applyUnits();
    this.becomeAnother();
  }

  /** The losses so far, good until the run moves on; with `test` those on the points that are held out, if any is, infinite where
   * one is no finite number. */
  history(classifier: Classifier, test = false): LossHistory {
    const place = CODES[classifier] + (test ? CLASSIFIERS.length : 0);
    this.histories[place] ??= this.copyHistory(classifier, test, place);
    return this.histories[place];
  }

  /** What happened on the way so far; copies. */
  milestones(): Milestones {
    const { running: session, memory, frame } = this;
    const { hidden } = frame.experiment.beginning;
    return {
      reached: memory.indices(session.reachedPointer(), 2 * SHARES.length),
      died: memory.indices(session.diedPointer(), hidden),
    };
  }

  paint(
    classifier: Classifier,
    canvas: CanvasRenderingContext2D,
    { side, reach, colours }: Picture,
    onlyChanges: boolean,
  ): boolean {
    const picture = this.pictures[classifier];
    const changed = picture.paint(this.running, CODES[classifier], side, reach, colours);
    if (onlyChanges && !changed) return false;
    picture.show(canvas);
    return true;
  }

  boundary(classifier: Classifier, side: number, reach: number): Float64Array {
    const picture = this.pictures[classifier];
    const segments = picture.traceBoundary(this.running, CODES[classifier], side, reach);
    const pointer = picture.boundaryPointer();
    return this.memory.numbers(pointer, 4 * segments, this.boundaryRoom[classifier]);
  }

  /** What a classifier has come to where the run stands, then at each step from `from` on whose state is kept: six numbers each,
   * as the module's `trace` has them. Of a ghost, if its number is given, which stands at its first step. */
  trace(classifier: Classifier, point: number, from: number, ghost = 0): Float64Array {
    return this.running.trace(CODES[classifier], point, from, ghost);
  }

  /** All weights and biases of both classifiers: layer by layer, weights row by row, then biases; a copy. */
  parameters(): Float64Array {
    return this.running.parameters();
  }

  /** Four characters that are the same for whoever repeats the experiment up to this step. */
  checkCode(): string {
    return this.running.checkCode();
  }

  freshSeed(): number {
    return freshSeed();
  }

  private get running(): Session {
    if (!this.session) throw new Error('start() comes before anything else');
    return this.session;
  }

  private replace(session: Session): void {
    this.session?.free();
    this.session = session;
    this.version = -1;
    // Each session counts its own.
    this.frame.ghosts = [];
    this.readPoints();
    this.becomeAnother();
  }

  /** Its losses up to now may be others than before. */
  private becomeAnother(): void {
    this.frame.branches += 1;
    this.read();
  }

  private copyHistory(classifier: Classifier, test: boolean, place: number): LossHistory {
    const { running: session, memory } = this;
    const code = CODES[classifier];
    const pointer = session.historyPointer(code, test);
    const { count, width } = this.buckets;
    return { width, buckets: memory.numbers(pointer, BUCKET * count, this.historyRooms[place]) };
  }

  private read(): void {
    const { frame } = this;
    this.histories = [];
    const all = this.memory.numbers(this.running.read(), READINGS, this.readingRoom);
    const number = (place: number) => all[place] as number;
    const step = (place: number) => (Number.isNaN(number(place)) ? null : number(place));
    if (number(2) !== this.version) {
      this.version = number(2);
      this.readExperiment(number(6), number(7));
    }
    frame.reading += 1;
    frame.step = number(0);
    frame.end = number(1);
    frame.rate = number(3);
    frame.reg = number(4);
    frame.stopsFor = CLASSIFIERS[number(5)] ?? null;
    frame.diverged = frame.step === frame.end ? frame.stopsFor : null;
    frame.halted = null;
    frame.ghostsCrowdedOut = number(8);
    frame.mayBeDead = number(12) === 1;
    this.buckets = { count: number(13), width: number(14) };
    frame.undoLost = number(15);
    CLASSIFIERS.forEach((classifier, board) => {
      const from = OF_RUN + board * OF_CLASSIFIER;
      const reading = frame[classifier];
      reading.loss = number(from);
      reading.accuracy = number(from + 1);
      reading.last = number(from + 2);
      frame.script[classifier].infAt = step(from + 3);
      frame.script[classifier].nanFrom = step(from + 4);
      reading.hidden = number(from + 6);
      const accuracy = number(from + 8);
      reading.test = Number.isNaN(accuracy)
        ? null
        : { loss: number(from + 7), accuracy, last: number(from + 9) };
      const since = step(from + 5);
      reading.since = since;
      const stopped = frame.diverged === classifier;
      // Where both are halted, what is told is of the one for which the run has stopped.
      if (stopped || (since !== null && !frame.halted))
        frame.halted = { classifier, step: since ?? frame.step };
    });
    const off = number(9);
    frame.withoutUnits = off > 0 ? { loss: number(10), accuracy: number(11) } : null;
    this.readUnits(off);
    frame.forgotten = this.running.forgotten ?? null;
  }

  private readExperiment(undoable: number, redoable: number): void {
    const { running: session, frame } = this;
    const { beginning: was, own: ownWas } = frame.experiment;
    const { own, ...beginning } = session.beginning();
    frame.experiment = { beginning, own, changes: session.changes(), undoable, redoable };
    this.readGhosts();
    const points = rowsOf(this.table).filter(({ stage }) => stage === 'data');
    if (own !== ownWas || points.some(({ name }) => was[name] !== beginning[name]))
      this.readPoints();
  }

  private readGhosts(): void {
    const { running: session, frame } = this;
    const ids = [...session.ghosts()];
    const { ghosts } = frame;
    if (ids.join() === ghosts.map(({ id }) => id).join()) return;
    frame.ghosts = ids.map((id) => ghosts.find((ghost) => ghost.id === id) ?? this.readGhost(id));
  }

  private readGhost(id: number): Ghost {
    const { running: session, memory } = this;
    const [end = 0, linear = 0, network = 0, count = 0, width = 1] = session.ghostEnd(id) ?? [];
    const history = (classifier: Classifier): LossHistory => {
      const pointer = session.ghostPointer(id, CODES[classifier]);
      return { width, buckets: memory.numbers(pointer, BUCKET * count) };
    };
    const histories = { linear: history('linear'), network: history('network') };
    const [begun, changes] = [session.ghostBeginning(id), session.ghostChanges(id)];
    if (!begun) throw new Error(`there is no ghost ${id}`);
    const { own, ...beginning } = begun;
    const last = { linear, network };
    return { id, beginning, own, changes: changes ?? '', end, last, histories };
  }

  private readPoints(): void {
    const { running: session } = this;
    const [coordinates, labels, trueLabels, heldOut, classes] = session.points();
    this.frame.points = { coordinates, labels, trueLabels, heldOut, classes };
  }

  private readUnits(count: number): void {
    const { running: session, frame } = this;
    if (count === 0 && frame.off.length === 0) return;
    const units = Array.from({ length: frame.experiment.beginning.hidden }, (_, unit) => unit);
    frame.off = count === 0 ? [] : units.filter((unit) => session.isUnitOff(unit));
  }
}
