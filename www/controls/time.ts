/** Back and forth in time: what was changed is taken back or made again, and who looks back returns to the end. */

import type { Frame } from '../engine/frame.js';
import { emit, type Store, seek } from '../state/store.js';
import { find, onPress } from '../ui/dom.js';

export function makeTime(store: Store, frame: Frame): void {
  onPress('undo', () => emit(store, { kind: 'undo' }));
  onPress('redo', () => emit(store, { kind: 'redo' }));
  onPress('to-end', () => seek(store, frame.end));
}

/** Undo and redo are there once there is something to take back. */
export class TimeButtons {
  private readonly undo = find('#undo', HTMLButtonElement);
  private readonly redo = find('#redo', HTMLButtonElement);
  private experiment: Frame['experiment'] | null = null;

  render({ experiment }: Frame): void {
    if (experiment === this.experiment) return;
    this.experiment = experiment;
    const { undoable, redoable } = experiment;
    this.undo.disabled = undoable === 0;
    this.redo.disabled = redoable === 0;
    for (const button of [this.undo, this.redo]) button.hidden = undoable + redoable === 0;
  }
}

/** Ctrl+Z and what goes with it: which of the two the key asks for; null if neither. */
export function isTimeKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !metaKey ? 'redo' : null;
}
