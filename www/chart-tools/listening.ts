/** Which run is heard, one at a time: the one that goes on, or one that was left. */

import type { Ghost } from '../engine/frame.js';
import { type Heard, Sound } from './listen.js';

export class Listening {
  private readonly sound: Sound;
  private played: Ghost | null = null;
  /** Why the last press was not heard. */
  silent: 'noAudio' | 'otherPoints' | null = null;

  /** `heardOf` is null where there is nothing to hear of a run; null is the run that goes on. */
  constructor(
    private readonly heardOf: (run: Ghost | null) => Heard | null,
    private readonly changed: () => void,
  ) {
    this.sound = new Sound(changed);
  }

  plays(run: Ghost | null): boolean {
    return this.sound.plays && this.played === run;
  }

  /** The run that was left and is heard now. */
  get earlier(): Ghost | null {
    return this.sound.plays ? this.played : null;
  }

  /** Begins, or stops what is heard of this run. */
  toggle(run: Ghost | null): void {
    this.silent = null;
    if (this.plays(run)) this.sound.stop();
    else this.play(run);
    this.changed();
  }

  private play(run: Ghost | null): void {
    this.sound.stop();
    const heard = this.heardOf(run);
    if (!heard) this.silent = run && 'otherPoints';
    else if (!this.sound.play(heard)) this.silent = 'noAudio';
    this.played = run;
  }
}
