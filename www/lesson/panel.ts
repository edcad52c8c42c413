/** One chapter as the page shows it: its text, its formulas, a question with its answer, and the way to the others. */

import type { FormulaId } from '../formulas/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import { find } from '../ui/dom.js';
import type { Chapter } from './chapters.js';
import { formulaRow } from './formula-row.js';
import { prose } from './prose.js';

export interface Callbacks {
  goTo(number: number): void;
  /** Leads to the state of the page that a link describes. */
  lead(link: string): void;
  /** The answer of a chapter was opened or closed. */
  answered(chapter: Chapter, open: boolean): void;
  close(): void;
}

export class LessonPanel {
  private shown: Chapter | null = null;
  private wording: LessonTexts | null = null;
  private only = '';

  constructor(
    private readonly place: HTMLElement,
    private readonly chapters: readonly Chapter[],
    private readonly callbacks: Callbacks,
    /** Whether the page has stood before the first chapter comes. */
    private rendered: boolean,
  ) {}

  /** Shows a chapter, or nothing; `only` are the numbers of those that can be gone to, or nothing where all are. Whoever goes to another one while the page stands is led to its heading. */
  render(chapter: Chapter | null, texts: LessonTexts, only: string): void {
    const same = chapter === this.shown && texts === this.wording && only === this.only;
    if (this.wording !== null && same) return;
    const moved = this.rendered && chapter !== this.shown;
    // In another language the same chapter stays as far open as it was.
    const open = moved ? [] : this.folds().map((fold) => fold.open);
    this.rendered = true;
    this.shown = chapter;
    this.wording = texts;
    this.only = only;
    this.place.hidden = chapter === null;
    this.place.replaceChildren();
    if (!chapter) return;
    this.fill(chapter, texts);
    this.folds().forEach((fold, i) => {
      fold.open = open[i] ?? false;
    });
    this.connectFolds(chapter);
    if (moved) this.leadToHeading();
  }

  /** Where the heading is out of sight the chapter comes as far as it has to, so that most of its text is seen. */
  private leadToHeading(): void {
    const heading = find('h2', HTMLHeadingElement, this.place);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'nearest' });
  }

  private folds(): HTMLDetailsElement[] {
    return [...this.place.querySelectorAll('details')];
  }

  private fill(chapter: Chapter, texts: LessonTexts): void {
    const number = this.chapters.indexOf(chapter) + 1;
    const { title, text, question, answer } = texts.chapters[chapter.id];
    const rows = (ids: readonly FormulaId[]) => ids.map((id) => formulaRow(id, texts)).join('');
    this.place.innerHTML = `
      <div class="top">
        <h2 tabindex="-1"><span class="unseen"></span><span class="title"></span></h2>
        <button class="close" type="button">×</button>
      </div>
      <div class="page">
        <p class="text"></p>
        ${rows(chapter.formulas)}
        ${chapter.more ? `<details class="more"><summary></summary>${rows(chapter.more)}</details>` : ''}
        <h3></h3>
        <p class="question"></p>
        <details class="answer"><summary></summary><p></p></details>
      </div>
      <nav>
        <button class="back" type="button" aria-keyshortcuts="PageUp" title="Page Up"></button>
        <select></select>
        <button class="next" type="button" aria-keyshortcuts="PageDown" title="Page Down"></button>
      </nav>`;
    this.write({
      'h2 .unseen': texts.chapter(number, this.chapters.length),
      'h2 .title': `${number}. ${title}`,
      '.text': text,
      h3: texts.asks[chapter.asks],
      '.question': question,
      '.answer summary': texts.show,
      '.answer p': answer,
      '.back': texts.back,
      '.next': texts.next,
      ...(chapter.more && { '.more summary': texts.more }),
    });
    this.connect(number, texts);
  }

  private write(wording: Record<string, string>): void {
    for (const [selector, text] of Object.entries(wording))
      find(selector, HTMLElement, this.place).replaceChildren(...prose(text, this.callbacks.lead));
  }

  /** What is opened comes into sight whole, or as far as it fits. */
  private connectFolds(chapter: Chapter): void {
    for (const fold of this.folds()) {
      fold.addEventListener('toggle', () => {
        if (fold.matches('.answer')) this.callbacks.answered(chapter, fold.open);
        if (fold.open) fold.scrollIntoView({ block: 'nearest' });
      });
    }
  }

  /** The chapters that can be gone to. */
  private numbers(): number[] {
    const all = this.chapters.map((_, i) => i + 1);
    const named = this.only.split(',').map(Number);
    const open = all.filter((number) => named.includes(number));
    return open.length > 0 ? open : all;
  }

  private connect(number: number, texts: LessonTexts): void {
    const { goTo, close } = this.callbacks;
    const open = this.numbers();
    const [before, after] = [open.filter((n) => n < number).at(-1), open.find((n) => n > number)];
    const back = find('.back', HTMLButtonElement, this.place);
    const next = find('.next', HTMLButtonElement, this.place);
    for (const [button, to] of [
      [back, before],
      [next, after],
    ] as const) {
      button.disabled = to === undefined;
      if (to !== undefined) button.addEventListener('click', () => goTo(to));
    }
    const cross = find('.close', HTMLButtonElement, this.place);
    cross.setAttribute('aria-label', texts.close);
    cross.addEventListener('click', close);
    const list = find('select', HTMLSelectElement, this.place);
    list.setAttribute('aria-label', texts.all);
    list.append(
      ...this.chapters.flatMap(({ id }, i) =>
        open.includes(i + 1)
          ? [new Option(`${i + 1}. ${texts.chapters[id].title}`, String(i + 1))]
          : [],
      ),
    );
    list.value = String(number);
    list.addEventListener('change', () => goTo(Number(list.value)));
  }
}
