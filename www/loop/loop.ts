/** The clock: on each animation frame it does what the store asks for, and has the result drawn. At rest it sleeps. */

import type { Engine } from '../engine/engine.js';
import type { Frame } from '../engine/frame.js';
import { ACTS_AT_ONCE, type Settings, settingsThatDiffer } from '../engine/settings.js';
import { type Intent, reasonOf, type Store, tellFault } from '../state/store.js';
import { Pace } from './pace.js';

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
  private free = false;
  /** What was wanted in the last frame that was drawn, and when that was. */
  private wanted: Intent | null = null;
  private lastDrawn = Number.NEGATIVE_INFINITY;
  private readonly pace = new Pace();
  private scheduled = false;
  private lastTime = 0;
  /** What the engine has been told so far. */
  private settings: Settings | null = null;
  private starts = 0;
  private lesson: number | null = null;
  /** What was wanted of the run that was set aside while the lesson is open. */
  private aside: Pick<Intent, 'settings' | 'target'> | null = null;
  private steps = 0;
  private wasPlaying = false;
  /** The faults of this run that have been told: a view that throws does so in every frame. */
  private readonly told = new Set<string>();

  constructor(
    private readonly engine: Engine,
    private readonly store: Store,
    private readonly draw: Draw,
  ) {
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
    if (this.free && this.store.getState() === this.wanted) {
      this.free = false;
      this.wake();
      return;
    }
    this.keepRun(this.store.getState());
    const intent = this.store.getState();
    const begun = this.move(intent, time);

    if (begun || !this.isOnItsWay(time)) this.drawAll(time);
    const { playing, target, stepsAsked } = this.store.getState();
    if (playing || target !== null || (begun && stepsAsked !== this.steps)) this.wake();
  };

  /** The lesson gives back the run that it found: that waits aside from the first chapter until the lesson is left. */
  private keepRun({ lesson, settings, startsAsked }: Intent): void {
    const was = this.lesson;
    this.lesson = lesson;
    if (was === null && lesson !== null && this.settings) {
      this.aside = { settings: this.settings, target: this.wanted?.target ?? null };
      this.engine.setAside();
    }
    if (was === null || lesson !== null || !this.aside) return;
    const { aside } = this;
    this.aside = null;
    // Who leaves by the browser's Back to where he was before comes home, too; any other link is a run of its own.
    const started = startsAsked !== this.starts;
    const same = settingsThatDiffer(settings, aside.settings).length === 0;
    if (started && !same) return;
    this.engine.takeBack();
    this.settings = aside.settings;
    this.starts = startsAsked;
    this.store.setState({ ...aside, playing: false });
  }

  /** Lets the engine do what is wanted; whether that began a new run. What throws here is not tried again by itself. */
  private move(intent: Intent, time: number): boolean {
    let begun = false;
    const from = this.engine.frame.step;
    try {
      // A new run is shown at its first step before it moves on.
      begun = this.follow(intent);
      if (!begun) this.train(intent, time);
    } catch (error) {
      this.tell(error);
      if (intent.playing || intent.target !== null)
        this.store.setState({ playing: false, target: null });
    }
    this.settle(this.store.getState(), from);
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
    this.pace.drew(took);
    this.free = this.store.getState().playing && took > LONG_DRAWING;
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

  /** Brings the engine to the settings that are wanted now; whether that began a new run. */
  private follow({ settings, startsAsked, target }: Intent): boolean {
    const { step, ratesChangedAt, editedAt } = this.engine.frame;
    // The way back leads over the start.
    const goesBack = target !== null && target < step;
    const changed = this.settings ? settingsThatDiffer(this.settings, settings) : [];
    const startAnew =
      !this.settings ||
      startsAsked !== this.starts ||
      goesBack ||
      changed.some((name) => !ACTS_AT_ONCE.has(name));
    if (startAnew) {
      const changedAt = ratesChangedAt ?? editedAt;
      if (goesBack && changedAt !== null && startsAsked === this.starts)
        this.store.setState({ notice: { kind: 'replayed', changedAt } });
      this.engine.start(settings);
      this.told.clear();
      this.pace.forget();
    } else if (changed.length > 0) {
      this.engine.setRates(settings);
    }
    this.settings = settings;
    this.starts = startsAsked;
    return startAnew;
  }

  private train(intent: Intent, time: number): void {
    const steps = this.stepsDue(intent, time);
    const { target } = intent;
    if (target !== null) {
      this.pace.catchUp((most) => this.advanceTo(target, most));
      return;
    }
    if (steps === 0) return;
    const before = performance.now();
    this.engine.advance(steps);
    this.pace.trained(steps, performance.now() - before);
  }

  /** Goes towards a step, no further than `most` steps; whether it is there, or can go no further. */
  private advanceTo(target: number, most: number): boolean {
    const { engine } = this;
    const { frame } = engine;
    if (frame.step < target) engine.advance(Math.min(most, target - frame.step));
    return frame.step >= target || frame.diverged !== null;
  }

  private stepsDue({ playing, speed, stepsAsked, stopAt }: Intent, time: number): number {
    const single = stepsAsked - this.steps;
    const elapsed = this.wasPlaying ? time - this.lastTime : 0;
    if (playing && !this.wasPlaying) this.pace.restart();
    this.steps = stepsAsked;
    this.wasPlaying = playing;
    this.lastTime = time;
    const due = playing ? this.pace.stepsDue(speed, elapsed) : single;
    return Math.min(due, playing ? this.stepsTo(stopAt) : this.stepsLeft());
  }

  private stepsLeft(): number {
    return this.engine.maxSteps - this.engine.frame.step;
  }

  /** Steps to where Play halts; a halt that is passed already is none. */
  private stepsTo(stopAt: number | null): number {
    const { step } = this.engine.frame;
    return stopAt !== null && stopAt > step ? stopAt - step : this.stepsLeft();
  }

  /** Stops what has come to its end: a run that diverged, a target that is reached, the longest run there is. */
  private settle({ playing, target, stopAt }: Intent, from: number): void {
    const { step, diverged } = this.engine.frame;
    if (target !== null && (step >= target || diverged)) this.store.setState({ target: null });
    const halted = stopAt !== null && from < stopAt && step === stopAt;
    if (playing && (diverged || halted || this.stepsLeft() === 0))
      this.store.setState({ playing: false });
  }
}
