/** Repeats the runs of a sheet one after the other, in slices short enough for the page to stay alive. */

import type { Replay } from '../../engine/replay.js';
import { Pace } from '../../loop/pace.js';
import { type Entry, outcomeOf } from './entry.js';

export interface RepeatingActions {
  /** Another engine than the page's. */
  load(): Promise<Replay>;
  /** Until the browser has drawn. */
  pause(): Promise<void>;
  /** The next one that waits, if any. */
  next(): Entry | undefined;
  /** It has gone on. */
  moved(entry: Entry): void;
  /** It has been repeated; the replay stands at its step until this returns. */
  done(entry: Entry, replay: Replay): void;
  /** All are done, or it was stopped. */
  rests(): void;
}

export class Repeating {
  private readonly pace = new Pace();
  private replay: Replay | null = null;
  private current: Entry | null = null;
  private going = false;
  private stopping = false;

  constructor(private readonly actions: RepeatingActions) {}

  get isGoing(): boolean {
    return this.going;
  }

  /** Repeats all that wait. */
  async goOn(): Promise<void> {
    this.stopping = false;
    if (this.going) return;
    this.going = true;
    const { actions } = this;
    try {
      this.replay ??= await actions.load();
      for (let entry = actions.next(); entry; entry = actions.next()) {
        await this.repeat(entry, this.replay);
        if (this.stopping) break;
      }
    } catch (error) {
      // The engine did not come: all that wait go on waiting.
      reportError(error);
    } finally {
      this.going = false;
      this.current = null;
      actions.rests();
    }
  }

  /** Stops after this slice; the run that is on its way waits again. */
  stop(): void {
    this.stopping = true;
  }

  /** Leaves the run that is on its way for later. */
  skip(): void {
    const { current } = this;
    if (current?.state.kind === 'going') current.state = { kind: 'skipped' };
  }

  /** Leaves a run that is no longer asked for. */
  leave(entry: Entry): void {
    if (this.current === entry) this.skip();
  }

  private async repeat(entry: Entry, replay: Replay): Promise<void> {
    const { actions, pace } = this;
    const { link } = entry;
    this.current = entry;
    entry.state = { kind: 'going', step: 0 };
    pace.forget();
    try {
      replay.begin(link);
      for (let there = false; !there; ) {
        pace.catchUp((most) => {
          there = replay.goOn(link.step, most);
          return there;
        });
        if (!there && !(await this.goesOn(entry, replay))) return;
      }
      const { frame, forgotten } = replay;
      const outcome = outcomeOf(frame, entry.check, replay.checkCode(), forgotten !== '');
      entry.state = { kind: 'done', ...outcome };
      actions.done(entry, replay);
    } catch (error) {
      entry.state = { kind: 'refused', error };
      actions.moved(entry);
    }
    await actions.pause();
  }

  /** Lets the browser draw; whether the run is still asked for. */
  private async goesOn(entry: Entry, { frame }: Replay): Promise<boolean> {
    entry.state = { kind: 'going', step: frame.step };
    this.actions.moved(entry);
    await this.actions.pause();
    if (this.stopping && entry.state.kind === 'going') entry.state = { kind: 'waiting' };
    this.actions.moved(entry);
    return entry.state.kind === 'going';
  }
}
