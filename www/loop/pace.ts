/** How many steps to take in a frame: what the chosen speed asks for, and never more than fit in the frame. */

/** Work that a frame may hold, in milliseconds, so that 60 frames a second stay smooth with room to spare. */
const FRAME_BUDGET = 12;
/** A frame that comes after one that was left free may hold more. */
const LONG_FRAME_BUDGET = 15;
const LONG_FRAME = 25;
/** On the way to a step nothing is watched step by step, so most frames are for training alone; but none is so long that
 * whoever wants to stop it would wait. They are filled in pieces, each short enough to see the time pass. */
const CATCH_UP_BUDGET = 12;
const PIECE = 3;
const MOST_PIECES = 100;
/** After a pause longer than this (a hidden tab) lost time is not made up for. */
const LONGEST_WAIT = 100;
/** Weight of the newest measurement in the running means. */
const LEARNING = 0.2;

export class Pace {
  /** Milliseconds a step costs, and milliseconds a frame's drawing costs: running means. */
  private stepCost = 1;
  private drawCost = 4;
  /** Fraction of a step that is owed from the frames before. */
  private owed = 0;
  /** Steps that the next frame may take at most. */
  private most = 1;

  /** Steps to take now, `elapsed` milliseconds after the frame before, at `speed` steps a second. */
  stepsDue(speed: number, elapsed: number): number {
    const fitting = this.fitting(elapsed > LONG_FRAME ? LONG_FRAME_BUDGET : FRAME_BUDGET);
    if (speed === Number.POSITIVE_INFINITY) return fitting;
    this.owed += (Math.min(elapsed, LONGEST_WAIT) * speed) / 1000;
    const due = Math.floor(this.owed);
    this.owed -= due;
    return Math.min(due, fitting);
  }

  /** On the way to a step: calls `advance` with so many steps at a time until the frame is full or it says that it is there. */
  catchUp(advance: (steps: number) => boolean): void {
    const begin = performance.now();
    let now = begin;
    for (let i = 0; i < MOST_PIECES && now - begin < CATCH_UP_BUDGET; i++) {
      const steps = this.within(PIECE);
      if (advance(steps)) return;
      const after = performance.now();
      this.trained(steps, after - now);
      now = after;
    }
  }

  /** Play was pressed: the first step is due at once, even at one step a second. */
  restart(): void {
    this.owed = 1;
  }

  /** Learns from `steps` steps that took `milliseconds`. */
  trained(steps: number, milliseconds: number): void {
    if (steps === 0) return;
    // The browser's clock is coarse, so a cheap step may seem free: grow by doubling, and learn on the way.
    this.most = 2 * steps;
    this.stepCost += LEARNING * (milliseconds / steps - this.stepCost);
  }

  /** Learns from a drawing that took `milliseconds`. */
  drew(milliseconds: number): void {
    this.drawCost += LEARNING * (milliseconds - this.drawCost);
  }

  /** A new run may cost something else: begin carefully. */
  forget(): void {
    this.most = 1;
  }

  private fitting(budget: number): number {
    // Where drawing alone takes the whole frame, training still goes on.
    return this.within(Math.max(budget / 3, budget - this.drawCost));
  }

  private within(room: number): number {
    const steps = Math.floor(room / Math.max(this.stepCost, 1e-4));
    return Math.max(1, Math.min(steps, this.most));
  }
}
