/** What follows a teacher's link, put together: loaded when a link asks for it. */

import { Classroom } from './class/classroom.js';
import type { ClassRun } from './class/run.js';
import type { SettingsTable } from './engine/settings.js';
import { OPENINGS, openChapter } from './lesson/index.js';
import type { Store } from './state/store.js';
import { byId } from './ui/dom.js';

export interface EnterActions {
  /** The run's whole link. */
  link(): string;
  /** Has the page drawn anew. */
  changed(): void;
  /** Has something that was loaded follow what is wanted. */
  follow(follows: (store: Store) => void): void;
}

export function enter(
  run: ClassRun & { readonly maxSteps: number },
  table: SettingsTable,
  { link, changed, follow }: EnterActions,
): Classroom {
  const ends = { step: run.maxSteps, chapter: OPENINGS.length };
  let room: Classroom | null = null;
  follow((store) => {
    const toChapter = (number: number) => openChapter(store, number, table);
    const handIn = () => {
      const share = byId('share');
      // The dialog may have to be loaded first.
      share.dataset.part = 'handInPart';
      share.click();
    };
    room = new Classroom(store, run, table, ends, {
      handIn,
      link,
      changed,
      openChapter: toChapter,
    });
  });
  if (!room) throw new Error('there is nothing to follow');
  return room;
}
