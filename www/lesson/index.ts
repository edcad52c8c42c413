/** The lesson: a guided path through the page, opened by its button in the header. */

import './lesson.css';
import type { Language } from '../i18n/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import { Loaded } from '../load.js';
import type { LimitsTable } from '../settings.js';
import type { Intent, Store } from '../store.js';
import { byId } from '../views/dom.js';
import { CHAPTERS } from './chapters.js';
import type { LessonPanel } from './panel.js';
import { answered, chapterAt, keepView, lead, openChapter } from './path.js';

export { CHAPTERS } from './chapters.js';
export { beginningOf, viewOf } from './path.js';

interface Pages {
  panel: LessonPanel;
  texts: Record<Language, LessonTexts>;
}

export class Lesson {
  private readonly button = byId('lesson-button');
  private readonly pages: Loaded<Pages>;
  /** Whether the page has stood without the lesson: then opening it leads to its heading. */
  private stood = false;
  /** Where a lesson that was closed goes on. */
  private last = 1;

  constructor(store: Store, limits: LimitsTable, maxSteps: number, arrived: () => void) {
    const goTo = (number: number) => openChapter(store, number, limits);
    const close = () => {
      store.setState({ lesson: null });
      this.button.focus();
    };
    this.pages = new Loaded(async () => {
      const { LessonPanel, LESSONS } = await import('../on-request.js');
      const callbacks = {
        goTo,
        close,
        lead: (link: string) => lead(store, link, limits, maxSteps),
        answered: answered.bind(null, store),
      };
      return {
        panel: new LessonPanel(byId('lesson'), CHAPTERS, callbacks, this.stood),
        texts: LESSONS,
      };
    }, arrived);
    this.button.addEventListener('click', () =>
      store.getState().lesson === null ? goTo(this.last) : close(),
    );
    keepView(store);
  }

  render({ lesson, lang }: Intent): void {
    if (lesson !== null) this.last = lesson;
    this.button.setAttribute('aria-expanded', String(lesson !== null));
    document.body.classList.toggle('with-lesson', lesson !== null);
    this.stood ||= lesson === null;
    const pages = lesson === null ? this.pages.peek() : this.pages.get();
    pages?.panel.render(lesson === null ? null : chapterAt(lesson), pages.texts[lang]);
  }
}
