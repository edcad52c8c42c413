/** A part of the dialog in which a run is handed on: one way to do that. */

import type { Frame } from '../engine/frame.js';
import type { Intent } from '../state/store.js';

export interface SharePart {
  /** The key of its name in the texts of the dialog. */
  readonly name: 'linkPart' | 'filesPart' | 'handInPart' | 'taskPart' | 'sheetPart' | 'teachPart';
  /** Of no use to those who open a task, or the answer to it. */
  readonly forTeachers?: true;
  /** It tells nothing of the run, and so can be used while that is on its way to a step. */
  readonly withoutRun?: true;
  readonly element: HTMLElement;
  /** What stands beside the button that closes the dialog while this part is open. */
  readonly answers: readonly HTMLElement[];
  /** Whether the dialog opens with this part, whatever was shown last: asked when it opens. */
  isDue?(): boolean;
  /** Shows the run as it stands. */
  open(): void;
  /** Follows what is seen, in every frame. */
  render(frame: Frame, intent: Intent): void;
}
