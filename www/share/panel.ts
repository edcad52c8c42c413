/** The dialog in which a run is handed on: a tab for each way to do that. */

import type { Frame } from '../engine/frame.js';
import type { Language } from '../i18n/index.js';
import { SHARE } from '../i18n/share.js';
import type { Intent } from '../state/store.js';
import { makeDialog } from '../ui/dialog.js';
import { byId, make, setText } from '../ui/dom.js';
import type { SharePart } from './part.js';

export class SharePanel {
  private readonly title = make('h2');
  private readonly tabs: readonly HTMLButtonElement[];
  private readonly bar = make('div', 'tabs');
  private readonly close = make('button');
  private readonly waiting = make('p', 'hint');
  private readonly answers = make('div', 'answers');
  private readonly dialog: HTMLDialogElement;
  private shown: SharePart;
  private lang: Language | null = null;
  /** The run is on its way to a step: its link would be of that step, its numbers of another. */
  private waits = false;

  constructor(private readonly parts: readonly [SharePart, ...SharePart[]]) {
    const { bar, close } = this;
    [this.shown] = parts;
    this.tabs = parts.map((part) => this.tabOf(part));
    bar.setAttribute('role', 'tablist');
    bar.append(...this.tabs);
    // The dialog lets no key through to the page, nor to what stands in it.
    addEventListener('keydown', (event) => this.step(event), true);
    // A single way needs no choice.
    bar.hidden = parts.length === 1;
    close.type = 'button';
    close.addEventListener('click', () => this.dialog.close());
    const elements = parts.map(({ element }) => element);
    this.waiting.setAttribute('role', 'status');
    this.dialog = makeDialog('share', this.title, bar, this.waiting, ...elements, this.answers);
    // The browser's Back leads to another run, behind what is told here.
    addEventListener('popstate', () => this.dialog.close());
  }

  /** Shows the run as it stands: in the way that the button was told of, or that is due, else in the one that was chosen last. */
  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    const { dataset } = byId('share');
    const due = this.parts.filter((part) => part.isDue?.());
    const told = this.parts.find(({ name }) => name === dataset.part);
    delete dataset.part;
    this.show(told ?? due[0] ?? this.shown);
  }

  render(frame: Frame, intent: Intent): void {
    for (const part of this.parts) part.render(frame, intent);
    this.offer(intent);
    this.wait(frame, intent);
    if (intent.lang !== this.lang) this.speak(intent.lang);
  }

  private wait({ step }: Frame, { target, lang }: Intent): void {
    const waits = target !== null;
    setText(this.waiting, waits ? SHARE[lang].waits(step, target) : '');
    if (waits === this.waits) return;
    this.waits = waits;
    if (this.dialog.open) this.show(this.shown);
  }

  private speak(lang: Language): void {
    this.lang = lang;
    const texts = SHARE[lang];
    setText(this.title, texts.title);
    setText(this.close, texts.close);
    this.parts.forEach((part, i) => {
      setText(this.tabs[i] as HTMLElement, texts[part.name]);
    });
  }

  /** In a task there is what a class needs; a hand-in that is looked at is a teacher's. */
  private offer({ task }: Intent): void {
    const isOfClass = task !== null && !task.handin && Boolean(task.ask || task.hide || task.lock);
    this.parts.forEach((part, i) => {
      (this.tabs[i] as HTMLElement).hidden = isOfClass && part.forTeachers === true;
    });
    if (isOfClass && this.shown.forTeachers) this.shown = this.parts[0];
  }

  private tabOf(part: SharePart): HTMLButtonElement {
    const tab = make('button');
    tab.type = 'button';
    tab.id = `share-${part.name}`;
    tab.setAttribute('role', 'tab');
    tab.addEventListener('click', () => this.show(part));
    part.element.setAttribute('role', 'tabpanel');
    part.element.setAttribute('aria-labelledby', tab.id);
    return tab;
  }

  private show(part: SharePart): void {
    this.shown = part;
    const held = this.waits && !part.withoutRun;
    this.waiting.hidden = !held;
    this.parts.forEach((each, i) => {
      const tab = this.tabs[i] as HTMLButtonElement;
      const chosen = each === part;
      each.element.hidden = !chosen || held;
      tab.ariaSelected = String(chosen);
      tab.tabIndex = chosen ? 0 : -1;
    });
    this.answers.replaceChildren(...(held ? [] : part.answers), this.close);
    if (held) this.close.focus();
    else part.open();
  }

  /** The arrows go from tab to tab, as its pattern asks for. */
  private step(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !this.bar.contains(event.target as Node)) return;
    event.preventDefault();
    const offered = this.parts.filter((_, i) => !this.tabs[i]?.hidden);
    const next = offered[(offered.indexOf(this.shown) + by + offered.length) % offered.length];
    if (!next) return;
    this.show(next);
    this.tabs[this.parts.indexOf(next)]?.focus();
  }
}
