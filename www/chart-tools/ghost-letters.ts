/** Each run that was left has a letter, which stands at its curves' ends and in the list; it keeps it as long as it is there. */

import type { Ghost } from '../engine/frame.js';

const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export class GhostLetters {
  private letters = new Map<Ghost, string>();

  /** Takes note of which runs there are now. */
  meet(ghosts: readonly Ghost[]): void {
    const kept = ghosts.flatMap((ghost) => this.letters.get(ghost) ?? []);
    const free = [...ALL].filter((letter) => !kept.includes(letter));
    this.letters = new Map(
      ghosts.map((ghost) => [ghost, this.letters.get(ghost) ?? free.shift() ?? '']),
    );
  }

  of(ghost: Ghost): string {
    return this.letters.get(ghost) ?? '';
  }
}
