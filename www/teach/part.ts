/** How to teach with the page: lessons that are ready to be held, whose links open their runs, and what to do without a network, a
 * projector, or anything but phones. */

import type { Frame } from '../engine/frame.js';
import type { Language } from '../i18n/index.js';
import { TEACH, type TeachTexts } from '../i18n/teach.js';
import type { SharePart } from '../share/part.js';
import type { Intent } from '../state/store.js';
import { copyAndSay } from '../ui/copy.js';
import { make } from '../ui/dom.js';
import { linkOf, READY, type ReadyLesson, type Run } from './lessons.js';

export class TeachPart implements SharePart {
  readonly name = 'teachPart';
  readonly forTeachers = true;
  readonly withoutRun = true;
  readonly element = make('div', 'teach-part');
  /** What is copied stands here, so that it can be copied by hand where nothing else may. */
  private readonly box = make('input');
  private readonly done = make('span', 'hint');
  private readonly copying = make('div', 'copying', this.box, this.done);
  readonly answers = [this.copying];
  private lang: Language | null = null;
  private texts: TeachTexts = TEACH.en;
  private display: Intent['display'] = 'auto';

  constructor() {
    const { box, done, copying } = this;
    box.type = 'text';
    box.readOnly = true;
    box.spellcheck = false;
    done.setAttribute('role', 'status');
    copying.hidden = true;
  }

  open(): void {
    this.copying.hidden = true;
  }

  render(_: Frame, { lang, display }: Intent): void {
    this.display = display;
    if (lang === this.lang) return;
    this.lang = lang;
    this.texts = TEACH[lang];
    const { texts, element, box, copying } = this;
    copying.hidden = true;
    box.setAttribute('aria-label', texts.link);
    const rooms = texts.rooms.map(({ title, text }) =>
      fold(title, ...text.map((each) => make('p', '', each))),
    );
    element.replaceChildren(
      make('p', 'hint', texts.intro),
      ...READY.map((lesson) => this.lessonOf(lesson, lang)),
      ...rooms,
    );
  }

  private lessonOf({ id, runs }: ReadyLesson, lang: Language): HTMLElement {
    const { texts } = this;
    const { title, aim, projector, plan, handIn, wrong } = texts.lessons[id];
    const [open, close] = texts.quotes;
    const lines = plan.map(([minutes, what]) =>
      make('li', '', make('strong', '', minutes), ' ', make('span', '', what)),
    );
    const mistakes = wrong.map(([said, shows]) =>
      make('li', '', make('strong', '', `${open}${said}${close}`), ' ', shows),
    );
    const links = runs.map((run) => this.runOf(run, linkOf(run, id, texts, lang), id));
    return fold(
      title,
      ...part(texts.aim, make('p', '', aim)),
      ...part(texts.projector, make('p', '', projector)),
      ...part(texts.plan, make('ul', 'plan', ...lines)),
      ...part(texts.runs, make('ol', 'runs', ...links)),
      ...part(texts.handIn, make('p', '', handIn)),
      ...part(texts.wrong, make('ul', 'wrong', ...mistakes)),
    );
  }

  private runOf({ id }: Run, link: string, lesson: ReadyLesson['id']): HTMLElement {
    const { texts } = this;
    const { name = '', ask } = texts.lessons[lesson].runs[id] ?? {};
    const anchor = make('a', '', name);
    anchor.href = new URL(link, location.href).href;
    // The run opens on the page behind the dialog; with a key held down, in another window.
    anchor.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.element.closest('dialog')?.close();
      // Who shows it on the projector goes on with that display.
      const { display } = this;
      const goesOn = display !== 'auto' && !link.includes('display=');
      location.hash = goesOn ? `${link}&display=${display}` : link;
    });
    const copy = make('button', '', texts.copy);
    copy.type = 'button';
    copy.setAttribute('aria-label', texts.copyOf(name));
    copy.addEventListener('click', () => this.copyLink(anchor.href));
    return make('li', '', make('span', '', anchor, copy), ...(ask ? [make('em', '', ask)] : []));
  }

  private copyLink(link: string): void {
    const { box, done, copying, texts } = this;
    copying.hidden = false;
    box.value = link;
    void copyAndSay(box, done, texts);
  }
}

function fold(title: string, ...contents: HTMLElement[]): HTMLElement {
  const summary = make('summary', '', title);
  return make('details', '', summary, make('div', '', ...contents));
}

const part = (heading: string, content: HTMLElement) => [make('h3', '', heading), content];
