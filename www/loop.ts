/** The clock: on each animation frame it does what the store asks for, and has the result drawn. At rest it sleeps. */

import type { Engine } from './engine.js';
import type { Frame } from './frame.js';
import { Pace } from './pace.js';
import { ACTS_AT_ONCE, type Settings, settingsThatDiffer } from './settings.js';
import type { Intent, Store } from './store.js';

export type Draw = (frame: Frame, intent: Intent, time: number) => void;

/** Milliseconds of drawing after which a moving run leaves the next frame free: without that whoever presses something waits
 * for the frame that is being drawn, and for the browser, which is behind with the one before. */
const LONG_DRAWING = 6;

export class Loop {
  private free = false;
  /** What was wanted in the last frame. */
  private wanted: Intent | null = null;
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
    // A new run is shown at its first step before it moves on.
    const begun = this.follow(intent);
    const from = this.engine.frame.step;
    if (!begun) this.train(intent, time);
    this.settle(intent, from);

    const before = performance.now();
    this.wanted = this.store.getState();
    this.draw(this.engine.frame, this.wanted, time);
    const took = performance.now() - before;
    this.pace.drew(took);
    const { playing, target, stepsAsked } = this.store.getState();
    this.free = playing && took > LONG_DRAWING;
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

  /** Brings the engine to the settings that are wanted now; whether that began a new run. */
  private follow({ settings, startsAsked, target }: Intent): boolean {
    const { frame } = this.engine;
    const changed = this.settings ? settingsThatDiffer(this.settings, settings) : [];
    const startAnew =
      !this.settings ||
      startsAsked !== this.starts ||
      // The way back leads over the start.
      (target !== null && target < frame.step) ||
      changed.some((name) => !ACTS_AT_ONCE.has(name));
    if (startAnew) {
      const changedAt = frame.ratesChangedAt ?? frame.editedAt;
      if (target !== null && changedAt !== null && startsAsked === this.starts)
        this.store.setState({ notice: { kind: 'replayed', changedAt } });
      this.engine.start(settings);
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
    if (steps === 0) return;
    const before = performance.now();
    this.engine.advance(steps);
    this.pace.trained(steps, performance.now() - before);
  }

  private stepsDue({ playing, target, speed, stepsAsked, stopAt }: Intent, time: number): number {
    const single = stepsAsked - this.steps;
    const elapsed = this.wasPlaying ? time - this.lastTime : 0;
    if (playing && !this.wasPlaying) this.pace.restart();
    this.steps = stepsAsked;
    this.wasPlaying = playing;
    this.lastTime = time;
    if (target !== null) return Math.max(0, this.pace.stepsTowards(target, this.engine.frame.step));
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
