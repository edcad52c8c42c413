/** The lesson: a guided path through the page, opened by its button in the header. */

import './lesson.css';
import type { Language } from '../i18n/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import { Loaded } from '../load.js';
import type { LimitsTable } from '../settings.js';
import { forgetMissing, type Intent, type Store, tellMissing } from '../store.js';
import { byId, find } from '../views/dom.js';
import { CHAPTERS } from './chapters.js';
import type { LessonPanel } from './panel.js';
import { chapterAt, keepView, openChapter } from './path.js';

export { CHAPTERS } from './chapters.js';
export { viewOf } from './path.js';

interface Pages {
  panel: LessonPanel;
  texts: Record<Language, LessonTexts>;
}

export class Lesson {
  private readonly button = byId('lesson-button');
  private readonly pages: Loaded<Pages>;
  /** Whether the page has stood without the lesson: then opening it leads to its heading. */
  private stood = false;
  private readonly wide = matchMedia('(min-width: 900px)');
  private lookingInside = false;
  /** Where a lesson that was closed goes on. */
  private last = 1;
  /** The chapter that is opened when the pages are there. */
  private awaited: number | null = null;
  /** Turns the page, on or back, as far as there are chapters. */
  readonly turn: (by: number) => void;

  constructor(store: Store, limits: LimitsTable, wake: () => void) {
    const goTo = (number: number) => {
      if (this.pages.peek()) return openChapter(store, number, limits);
      this.awaited = number;
      this.pages.hurry();
    };
    this.turn = (by) => {
      const to = (store.getState().lesson ?? 0) + by;
      if (to >= 1 && to <= CHAPTERS.length) goTo(to);
    };
    const close = () => {
      store.setState({ lesson: null });
      this.button.focus();
    };
    const load = async () => {
      const { LessonPanel, LESSONS } = await import('../on-request.js');
      const panel = new LessonPanel(byId('lesson'), CHAPTERS, { goTo, close }, this.stood);
      return { panel, texts: LESSONS };
    };
    this.pages = new Loaded(load, {
      arrived: () => {
        forgetMissing(store);
        if (this.awaited !== null) openChapter(store, this.awaited, limits);
        this.awaited = null;
        wake();
      },
      // The run and the controls stay as they are; whoever wants the lesson presses again.
      failed: (why) => {
        this.awaited = null;
        tellMissing(store, why);
      },
      ready: wake,
    });
    this.button.addEventListener('click', () =>
      store.getState().lesson === null ? goTo(this.last) : close(),
    );
    keepView(store);
    this.settle();
    this.wide.addEventListener('change', () => this.settle());
  }

  /** Beside the boards where there is room, among the controls that stay; else, and where the look inside takes that room,
   * under the boards. */
  private settle(): void {
    const panel = byId('lesson');
    if (this.wide.matches && !this.lookingInside)
      find('#controls .second', HTMLElement).before(panel);
    else byId('boards').after(panel);
  }

  render({ lesson, inside, lang }: Intent): void {
    if (this.lookingInside !== (inside !== null)) {
      this.lookingInside = inside !== null;
      this.settle();
    }
    if (lesson !== null) this.last = lesson;
    this.stood ||= lesson === null;
    const pages = lesson === null ? this.pages.peek() : this.pages.get();
    // Nothing gives way to a lesson that is not there yet.
    const open = lesson !== null && pages !== null;
    this.button.setAttribute('aria-expanded', String(open));
    document.body.classList.toggle('with-lesson', open);
    pages?.panel.render(lesson === null ? null : chapterAt(lesson), pages.texts[lang]);
  }
}
