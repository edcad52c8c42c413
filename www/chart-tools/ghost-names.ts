/** What somebody has called the runs that were left. The engine gives a run another number each time that it is left, and each run
 * of a lesson counts its own, so that a name goes with what makes the run the one it is. */

import type { Ghost } from '../engine/frame.js';

type Named = Pick<Ghost, 'beginning' | 'changes'>;

export class GhostNames {
  private readonly names = new Map<string, string>();
  /** The chapter of the lesson whose runs are shown; null for those of the page. */
  chapter: number | null = null;

  of(run: Named): string | null {
    return this.names.get(this.key(run)) ?? null;
  }

  /** An empty name is none. */
  give(run: Named, name: string): void {
    const words = name.trim();
    if (words === '') this.names.delete(this.key(run));
    else this.names.set(this.key(run), words);
  }

  /** Of runs that begin alike and change alike the engine keeps only the longest, so that their ends tell nothing. */
  private key({ beginning, changes }: Named): string {
    return JSON.stringify([this.chapter, beginning, changes]);
  }
}
