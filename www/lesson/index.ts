/** The lesson: a guided path through the page, opened by its button in the header. */

import './lesson.css';
import type { Dictionary } from '../i18n/index.js';
import type { LimitsTable } from '../settings.js';
import type { Intent, Store } from '../store.js';
import { byId, find } from '../views/dom.js';
import { CHAPTERS } from './chapters.js';
import { LessonPanel } from './panel.js';
import { chapterAt, keepView, openChapter } from './path.js';

export { CHAPTERS } from './chapters.js';
export { viewOf } from './path.js';

export class Lesson {
  private readonly button = byId('lesson-button');
  private readonly panel: LessonPanel;
  private readonly wide = matchMedia('(min-width: 900px)');
  private lookingInside = false;
  /** Where a lesson that was closed goes on. */
  private last = 1;

  constructor(store: Store, limits: LimitsTable) {
    const goTo = (number: number) => openChapter(store, number, limits);
    const close = () => {
      store.setState({ lesson: null });
      this.button.focus();
    };
    this.panel = new LessonPanel(byId('lesson'), CHAPTERS, { goTo, close });
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

  render({ lesson, inside }: Intent, texts: Dictionary): void {
    if (this.lookingInside !== (inside !== null)) {
      this.lookingInside = inside !== null;
      this.settle();
    }
    if (lesson !== null) this.last = lesson;
    this.button.setAttribute('aria-expanded', String(lesson !== null));
    document.body.classList.toggle('with-lesson', lesson !== null);
    this.panel.render(lesson === null ? null : chapterAt(lesson), texts.lesson);
  }
}
