/** One run of both classifiers, for programs: what the page's engine does, by names and lists of numbers. */

import type { Engine } from '../www/engine/engine.js';
import {
  BUCKET,
  CLASSIFIERS,
  type Classifier,
  type Goal,
  type ParameterAddress,
  type Points,
  type Reading,
} from '../www/engine/frame.js';
import type { Inspector } from '../www/engine/inspector.js';
import { defaults, type Name, type Settings, type SettingsTable } from '../www/engine/settings.js';
import { readRun, writeRun } from './links.js';
import { loadInspector } from './load.js';
import { onGrid } from './own.js';
import { pixelsOf } from './pixels.js';
import { knownClassifier, knownSettings } from './refuse.js';
import type { Canvas, Layer, LinkSlip, LossCurve, Modules, OfBoth, Regions } from './types.js';

/** A linear softmax classifier (`linear`) and a two-layer network (`network`), trained on the same N points of K classes in
 * lock-step, with full batches. Lists are copies, good as long as anybody wants. What cannot be done throws an `Error` that says why
 * in English, with a code in its property `refusal`; the run is then as it was before. */
export class SpiralLab {
  /** The settings by name: what each may be, what it is by default, and what a change of it makes anew. */
  readonly settingsTable: SettingsTable;
  /** The longest run, in steps: 1,000,000. */
  readonly maxSteps: number;
  private inspector: Promise<Inspector> | null = null;

  /** @internal `load` makes it. */
  constructor(
    private readonly engine: Engine,
    private readonly modules: Modules,
  ) {
    this.settingsTable = engine.table;
    this.maxSteps = engine.maxSteps;
  }

  /** Starts another run at step 0; settings that are not given are the tutorial's. Throws if a setting is unknown or not within its
   * limits. */
  start(settings: Partial<Settings> = {}): void {
    this.begin(settings);
  }

  /** Starts a run on own points: N×2 coordinates, which are rounded to 1/1024, and N labels, 0…5; at most 6000 points. There are as
   * many classes as the labels need, or as the settings say. Loads the second module. Throws as `start` does, and if a point is beyond
   * these limits or farther than a million from 0. */
  async startWith(
    coordinates: ArrayLike<number>,
    labels: ArrayLike<number>,
    settings: Partial<Settings> = {},
  ): Promise<void> {
    const points = onGrid(coordinates, labels);
    const own = (await this.inspect()).packPoints(points);
    const classes = Math.max(2, ...Array.from(labels, (label) => label + 1));
    this.begin({ classes, ...settings, data: 'own' }, own);
  }

  /** Starts the run of a link of the page, or of its part from `#` on, and goes to the link's step. Returns what in the link was not
   * followed to the letter: nothing, if all was. It never throws for what a link says. */
  open(link: string): LinkSlip[] {
    const { settings, own = '', changes = '', step, slips } = readRun(link);
    this.begin(settings, own, changes);
    const forgotten = this.goTo(step).map((given) => ({ kind: 'change' as const, given }));
    return [...slips, ...forgotten];
  }

  /** Takes up to so many steps, a whole number from 0 to `maxSteps`, and returns how many it took: fewer if a loss would not be
   * finite (`diverged`), or if a change on the way cannot be made (`forgotten`). Throws if `steps` is not such a number. */
  advance(steps: number): number {
    const { step } = this;
    this.engine.advance(steps);
    return this.step - step;
  }

  /** Takes up to so many steps, and none after the first at which a classifier's loss is below the goal's value, or its accuracy at
   * least that. Returns whether it is. Throws as `advance` does. */
  advanceUntil(goal: Goal, steps: number): boolean {
    knownClassifier(goal.classifier);
    return this.engine.advanceUntil(goal, steps);
  }

  /** Goes to any step from 0 to `maxSteps`, back or forth, with the same bits as the first time. Returns the step where the run
   * stands then: an earlier one, if it does not get there. Throws if `step` is not such a number. */
  seek(step: number): number {
    this.goTo(step);
    return this.step;
  }

  /** Changes a setting that may change between two steps, `rate` or `reg`, at this step; the run goes on from here another way. Throws
   * if it is another setting, or the value not within its limits. */
  change(name: Name, value: number): void {
    this.engine.change(name, value);
  }

  /** Sets a weight or bias by hand, at this step. Throws if there is no such parameter, or if the value, or the loss that it leads to,
   * is not finite. */
  setParameter(classifier: Classifier, parameter: ParameterAddress, value: number): void {
    this.engine.setParameter(knownClassifier(classifier), parameter, value);
  }

  /** From this step on lets a classifier go on when the other one has diverged, which then stays as it is. */
  letOneGoOn(): void {
    this.engine.letOneGoOn();
  }

  /** Takes the last change back, and goes to the step at which it was made. Returns whether there was one. */
  undo(): boolean {
    return this.goBackTo(this.engine.undo());
  }

  /** Makes the change again that was last taken back. Returns whether there was one. */
  redo(): boolean {
    return this.goBackTo(this.engine.redo());
  }

  /** The step at which the run stands: updates done. */
  get step(): number {
    return this.engine.frame.step;
  }

  /** The last step that the run has reached. */
  get end(): number {
    return this.engine.frame.end;
  }

  /** The settings with which the run began. */
  get settings(): Settings {
    return { ...this.engine.frame.experiment.beginning };
  }

  /** What was changed on the way, as a link says it; empty if nothing was. */
  get changes(): string {
    return this.engine.frame.experiment.changes;
  }

  /** The learning rate of the next step. */
  get rate(): number {
    return this.engine.frame.rate;
  }

  /** The regularization strength at this step: the penalty is ½·reg·Σw². */
  get reg(): number {
    return this.engine.frame.reg;
  }

  /** Mean cross-entropy in nats, plus the penalty, at this step. */
  get losses(): OfBoth {
    return this.ofBoth('loss');
  }

  /** The share of the points that are classified rightly at this step, 0…1. */
  get accuracies(): OfBoth {
    return this.ofBoth('accuracy');
  }

  /** The classifier whose next loss would not be finite, while the run stands at its last step for that reason; otherwise null. */
  get diverged(): Classifier | null {
    return this.engine.frame.diverged;
  }

  /** The changes on the way that the last step was to make and that could not be made, because the loss would not be finite; null
   * if there are none. */
  get forgotten(): string | null {
    return this.engine.frame.forgotten;
  }

  /** Loss and accuracy on the points that are held out; null if none is. A loss may be infinite. */
  heldOut(classifier: Classifier): Reading | null {
    const { test } = this.engine.frame[knownClassifier(classifier)];
    return test && { loss: test.loss, accuracy: test.accuracy };
  }

  /** The points: N×2 coordinates, N labels, 0…K−1, those before some were made wrong, and which points are held out. */
  points(): Points {
    const { coordinates, labels, trueLabels, heldOut, classes } = this.engine.frame.points;
    const bytes = [labels, trueLabels, heldOut].map((list) => list.slice());
    const [given, right, held] = bytes as [Uint8Array, Uint8Array, Uint8Array];
    const at = coordinates.slice();
    return { coordinates: at, labels: given, trueLabels: right, heldOut: held, classes };
  }

  /** The layers of a classifier from the inputs on: 2×K, or 2×H and H×K, with biases. */
  layers(classifier: Classifier): Layer[] {
    const all = this.engine.parameters();
    let at = 0;
    const take = (length: number) => {
      at += length;
      return all.slice(at - length, at);
    };
    const layersOf = (one: Classifier) =>
      this.shapes(one).map(([inputs, outputs]) => {
        return { inputs, outputs, weights: take(inputs * outputs), biases: take(outputs) };
      });
    const layers = CLASSIFIERS.map(layersOf);
    return layers[CLASSIFIERS.indexOf(knownClassifier(classifier))] ?? [];
  }

  /** The losses of all steps from 0 to `end`; with `heldOut` those on the points that are held out, infinite where one is not
   * finite, and no stretches if no point is held out. */
  lossCurve(classifier: Classifier, heldOut = false): LossCurve {
    const isNone = heldOut && !this.heldOut(classifier);
    const { width, buckets } = this.engine.history(knownClassifier(classifier), heldOut && !isNone);
    const column = (at: number) =>
      isNone ? new Float64Array() : buckets.filter((_, place) => place % BUCKET === at);
    return {
      width,
      first: column(0),
      least: column(1),
      greatest: column(2),
      leastAt: column(3),
    };
  }

  /** Four characters that are the same for whoever repeats the run up to this step. */
  checkCode(): string {
    return this.engine.checkCode();
  }

  /** The run as the page's link, from `#` on: put behind the page's address it opens there, at this step. */
  link(): string {
    return writeRun(this.engine.frame, this.settingsTable);
  }

  /** Paints a classifier's decision regions at the top left corner of a canvas. Throws if the size, the reach or the number of colours
   * cannot be painted with. */
  paint(classifier: Classifier, canvas: Canvas, regions: Regions): void {
    const picture = { ...regions, soft: false };
    knownClassifier(classifier);
    this.engine.paint(classifier, canvas as CanvasRenderingContext2D, picture, false);
  }

  /** The same picture as bytes: red, green, blue and opacity of each pixel, row by row from the top, side×side×4. Throws as `paint`
   * does. */
  pixels(classifier: Classifier, regions: Regions): Uint8ClampedArray {
    return pixelsOf((canvas) => this.paint(classifier, canvas, regions));
  }

  /** The S segments of the lines between the regions of such a picture, S×4: x and y of one end, x and y of the other, in pixels from
   * the top left corner. Throws if the size or the reach cannot be painted with. */
  boundary(classifier: Classifier, side: number, reach: number): Float64Array {
    return this.engine.boundary(knownClassifier(classifier), side, reach).slice();
  }

  /** The look inside: every number of a step, read from a copy of the run as it stands whenever it is asked. Loads the second module;
   * throws if that cannot be had. */
  inspect(): Promise<Inspector> {
    this.inspector ??= loadInspector(this.engine, this.modules.inspector).catch((error) => {
      this.inspector = null;
      throw error;
    });
    return this.inspector;
  }

  private begin(settings: Partial<Settings>, own = '', changes = ''): void {
    const table = this.settingsTable;
    knownSettings(settings, table);
    this.engine.start({ ...defaults(table), ...settings }, changes, own);
  }

  /** Goes to a step, and on where a change on the way cannot be made; those that cannot. */
  private goTo(step: number): string[] {
    const { engine } = this;
    const forgotten: string[] = [];
    engine.seek(step, engine.maxSteps);
    while (this.step < step && !this.diverged) {
      engine.advance(step - this.step);
      if (this.forgotten === null) break;
      forgotten.push(this.forgotten);
    }
    return forgotten;
  }

  private goBackTo(step: number | null): boolean {
    if (step !== null) this.seek(step);
    return step !== null;
  }

  private ofBoth(name: keyof Reading): OfBoth {
    const { linear, network } = this.engine.frame;
    return { linear: linear[name], network: network[name] };
  }

  /** Inputs and outputs of each layer. */
  private shapes(classifier: Classifier): [inputs: number, outputs: number][] {
    const { points, [classifier]: standing } = this.engine.frame;
    const sizes = [2, ...(standing.hidden > 0 ? [standing.hidden] : []), points.classes];
    return sizes.slice(1).map((outputs, layer) => [sizes[layer] ?? 0, outputs]);
  }
}
