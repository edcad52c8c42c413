/** The lesson: a guided path through the page, opened by its button in the header. */

import './lesson.css';
import type { Language } from '../i18n/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import { Loaded } from '../load.js';
import type { LimitsTable } from '../settings.js';
import type { Intent, Store } from '../store.js';
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

  constructor(store: Store, limits: LimitsTable, arrived: () => void) {
    const goTo = (number: number) => openChapter(store, number, limits);
    const close = () => {
      store.setState({ lesson: null });
      this.button.focus();
    };
    this.pages = new Loaded(async () => {
      const { LessonPanel, LESSONS } = await import('../on-request.js');
      return {
        panel: new LessonPanel(byId('lesson'), CHAPTERS, { goTo, close }, this.stood),
        texts: LESSONS,
      };
    }, arrived);
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
    this.button.setAttribute('aria-expanded', String(lesson !== null));
    document.body.classList.toggle('with-lesson', lesson !== null);
    this.stood ||= lesson === null;
    const pages = lesson === null ? this.pages.peek() : this.pages.get();
    pages?.panel.render(lesson === null ? null : chapterAt(lesson), pages.texts[lang]);
  }
}
