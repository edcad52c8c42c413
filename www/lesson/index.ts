/** The lesson: a guided path through the page, opened by its button in the header. */

import type { SettingsTable } from '../engine/settings.js';
import type { Language } from '../i18n/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import { forgetMissing, type Intent, type Store, tellMissing } from '../state/store.js';
import { byId } from '../ui/dom.js';
import { Lazy } from '../ui/load.js';
import type { Chapter } from './chapters.js';
import type { answered, lead } from './leading.js';
import type { LessonPanel } from './panel.js';
import { keepView, openChapter } from './path.js';

export { OPENINGS } from './openings.js';
export { beginningOf, openChapter, viewOf } from './path.js';

/** What the lesson needs once it is opened, and not before. */
export interface LessonParts {
  CHAPTERS: readonly Chapter[];
  LessonPanel: typeof LessonPanel;
  LESSONS: Record<Language, LessonTexts>;
  answered: typeof answered;
  lead: typeof lead;
}

interface Pages {
  panel: LessonPanel;
  chapters: readonly Chapter[];
  texts: Record<Language, LessonTexts>;
}

export class Lesson {
  private readonly button = byId('lesson-button');
  private readonly pages: Lazy<Pages>;
  /** Whether the page has stood without the lesson: then opening it leads to its heading. */
  private stood = false;
  /** Where a lesson that was closed goes on. */
  private last = 1;
  /** The chapter that is opened when the pages are there. */
  private awaited: number | null = null;
  /** Turns the page, on or back, as far as there are chapters. */
  readonly turn: (by: number) => void;

  constructor(
    store: Store,
    table: SettingsTable,
    loadParts: () => Promise<LessonParts>,
    wake: () => void,
  ) {
    const goTo = (number: number) => {
      if (this.pages.peek()) return openChapter(store, number, table);
      this.awaited = number;
      this.pages.hurry();
    };
    this.turn = (by) => {
      byId('lesson')
        .querySelector<HTMLElement>(by > 0 ? '.next' : '.back')
        ?.click();
    };
    const close = () => {
      store.setState({ lesson: null });
      this.button.focus();
    };
    const load = async () => {
      const { CHAPTERS, LessonPanel, LESSONS, answered, lead } = await loadParts();
      const callbacks = {
        goTo,
        close,
        lead: (link: string) => lead(store, link),
        answered: answered.bind(null, store),
      };
      const panel = new LessonPanel(byId('lesson'), CHAPTERS, callbacks, this.stood);
      return { panel, chapters: CHAPTERS, texts: LESSONS };
    };
    this.pages = new Lazy(load, {
      arrived: () => {
        forgetMissing(store);
        if (this.awaited !== null) openChapter(store, this.awaited, table);
        this.awaited = null;
        wake();
      },
      // The run and the controls stay as they are; whoever wants the lesson presses again.
      failed: (why) => {
        this.awaited = null;
        document.body.classList.remove('with-lesson');
        tellMissing(store, why);
      },
      ready: wake,
    });
    this.button.addEventListener('click', () =>
      store.getState().lesson === null ? goTo(this.last) : close(),
    );
    keepView(store);
  }

  render({ lesson, lang, task }: Intent): void {
    if (lesson !== null) this.last = lesson;
    this.stood ||= lesson === null;
    const pages = lesson === null ? this.pages.peek() : this.pages.get();
    // Nothing gives way to a lesson that is not there yet.
    const open = lesson !== null && pages !== null;
    this.button.setAttribute('aria-expanded', String(open));
    // The room that is kept for a chapter of a link stays until its pages are there.
    if (pages !== null || lesson === null) document.body.classList.toggle('with-lesson', open);
    const chapter = lesson === null ? null : (pages?.chapters[lesson - 1] ?? null);
    pages?.panel.render(chapter, pages.texts[lang], task?.chapters ?? '');
  }
}
