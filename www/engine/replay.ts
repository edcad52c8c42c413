/** Repeats experiments with an engine of its own, beside the one that runs the page: what is repeated here moves nothing there. */

import { Engine } from './engine.js';
import type { Classifier, Frame, Painter, Picture } from './frame.js';
import type { Settings } from './settings.js';

/** All that decides a run. */
export interface Repeated {
  settings: Settings;
  own?: string;
  changes?: string;
}

export class Replay implements Painter {
  /** What of the experiment was not done, because the loss would be none. */
  forgotten = '';

  private constructor(private readonly engine: Engine) {}

  static async load(): Promise<Replay> {
    return new Replay(await Engine.load());
  }

  /** The run that is repeated, as it stands: overwritten by each step. */
  get frame(): Readonly<Frame> {
    return this.engine.frame;
  }

  /** Starts an experiment at step 0 in the place of the one before; what the engine refuses is thrown. */
  begin({ settings, own = '', changes = '' }: Repeated): void {
    this.engine.start(settings, changes, own);
    this.forgotten = '';
    this.note();
  }

  /** Goes on towards a step, by no more than `most` steps; whether it is there, or can go no further. */
  goOn(step: number, most: number): boolean {
    const { engine } = this;
    const { frame } = engine;
    engine.advance(Math.min(most, step - frame.step));
    this.note();
    return frame.step >= step || frame.diverged !== null;
  }

  checkCode(): string {
    return this.engine.checkCode();
  }

  paint(
    classifier: Classifier,
    canvas: CanvasRenderingContext2D,
    picture: Picture,
    onlyChanges: boolean,
  ): boolean {
    return this.engine.paint(classifier, canvas, picture, onlyChanges);
  }

  boundary(classifier: Classifier, side: number, reach: number): Float64Array {
    return this.engine.boundary(classifier, side, reach);
  }

  private note(): void {
    const { forgotten } = this.engine.frame;
    if (forgotten !== null) this.forgotten += `${this.forgotten && ';'}${forgotten}`;
  }
}
