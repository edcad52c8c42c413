/** The clock: on each animation frame it does what the store asks for, and has the result drawn. At rest it sleeps. */

import type { Engine } from '../engine/engine.js';
import type { Frame } from '../engine/frame.js';
import { type Intent, reasonOf, type Store, tellFault } from '../state/store.js';
import { Runner } from './runner.js';

/** Does a job that may throw: then the fault is told, and the jobs after it are done all the same. */
export type Apart = (job: () => void) => void;

export type Draw = (frame: Frame, intent: Intent, time: number, apart: Apart) => void;

/** Milliseconds of drawing after which a moving run leaves the next frame free: without that whoever presses something waits
 * for the frame that is being drawn, and for the browser, which is behind with the one before. */
const LONG_DRAWING = 6;

/** Milliseconds between two pictures of a run on its way to a step. */
const PAUSE_BETWEEN_PICTURES = 100;

/** So many different faults of one run are told; after that they say nothing new. */
const MOST_FAULTS = 8;

export class Loop {
  private skipNext = false;
  /** What was wanted in the last frame that was drawn, and when that was. */
  private wanted: Intent | null = null;
  private lastDrawn = Number.NEGATIVE_INFINITY;
  private scheduled = false;
  private readonly runner: Runner;
  /** The faults of this run that have been told: a view that throws does so in every frame. */
  private readonly told = new Set<string>();

  constructor(
    private readonly engine: Engine,
    private readonly store: Store,
    private readonly draw: Draw,
  ) {
    this.runner = new Runner(engine, store);
    store.subscribe(() => this.wake());
  }

  /** Something has changed: draw at the next frame. */
  wake(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(this.tick);
  }

  private readonly tick = (time: number): void => {
    this.scheduled = false;
    if (this.skipNext && this.store.getState() === this.wanted) {
      this.skipNext = false;
      this.wake();
      return;
    }
    this.runner.keepRun(this.store.getState(), this.wanted);
    const intent = this.store.getState();
    const begun = this.move(intent, time);

    if (begun || !this.isOnItsWay(time)) this.drawAll(time);
    const now = this.store.getState();
    if (now.playing || now.target !== null || (begun && this.runner.owesSteps(now))) this.wake();
  };

  /** Lets the engine do what is wanted; whether that began a new run. What throws here is not tried again by itself. */
  private move(intent: Intent, time: number): boolean {
    let begun = false;
    const from = this.engine.frame.step;
    try {
      begun = this.runner.change(intent);
      if (begun) this.told.clear();
      // A new run is shown at its first step before it moves on.
      else this.runner.move(this.store.getState(), time);
    } catch (error) {
      this.tell(error);
      if (intent.playing || intent.target !== null)
        this.store.setState({ playing: false, target: null });
    }
    this.runner.settle(this.store.getState(), from);
    return begun;
  }

  /** On the way to a step a picture now and then is enough; what is asked for meanwhile is answered at once. */
  private isOnItsWay(time: number): boolean {
    const intent = this.store.getState();
    const unchanged = intent === this.wanted && intent.target !== null;
    return unchanged && time - this.lastDrawn < PAUSE_BETWEEN_PICTURES;
  }

  private drawAll(time: number): void {
    const before = performance.now();
    const intent = this.store.getState();
    this.wanted = intent;
    this.lastDrawn = time;
    this.apart(() => this.draw(this.engine.frame, intent, time, this.apart));
    const took = performance.now() - before;
    this.runner.pace.drew(took);
    this.skipNext = this.store.getState().playing && took > LONG_DRAWING;
  }

  private readonly apart: Apart = (job) => {
    try {
      job();
    } catch (error) {
      this.tell(error);
    }
  };

  /** Says what went wrong, each fault once a run: the clock goes on. */
  private tell(error: unknown): void {
    const reason = reasonOf(error);
    if (this.told.has(reason) || this.told.size >= MOST_FAULTS) return;
    this.told.add(reason);
    tellFault(this.store, error);
  }
}
