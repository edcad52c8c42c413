/** What the user has to be told, in one line each: a corrected link, a refused number, a run that diverged, where the script would
 * have no number. Most of it is worded by what is loaded when it is first needed. */

import { CLASSIFIERS, type Frame } from '../engine/frame.js';
import type { SettingsTable } from '../engine/settings.js';
import type { Dictionary, Language } from '../i18n/index.js';
import { LONGEST_LINK } from '../state/link.js';
import type { Command, Intent, Notice } from '../state/store.js';
import { byId, make } from '../ui/dom.js';
import { Lazy, type Missing } from '../ui/load.js';

/** What else a link says takes fewer than 300 characters. */
const ROOM_FOR_LINK = LONGEST_LINK - 300;

/** What can be done about a line. */
export interface Answer {
  label: string;
  press(): void;
}

export interface Explanation {
  sentence: string;
  answers: readonly Answer[];
}

/** Knows why a run does not go on, or learns no more. */
export interface Explains {
  why(frame: Frame, language: Language): Explanation | null;
  dead(frame: Frame, language: Language): string | null;
}

export interface DivergenceActions {
  emit(command: Command): void;
  seek(step: number): void;
}

export interface NoticeActions extends DivergenceActions {
  /** The run's whole link. */
  link(): string;
  /** The answer to what was asked for has been read. */
  done(): void;
  /** Has the page drawn anew. */
  changed(): void;
}

/** A line about the run, and what can be done about it. */
export interface Line {
  line: string;
  answers: readonly Answer[];
}

/** Notices that the first texts of the page word: they tell what could not be loaded, and what may break on the way to that. */
type NoticeAtHand = Extract<Notice, { kind: 'notLoaded' | 'failed' }>;
export type RareNotice = Exclude<Notice, NoticeAtHand>;

/** Words all other notices, and what there is to say of a run. */
export interface Words {
  wording(notice: RareNotice, table: SettingsTable, language: Language): string;
  linesOfRun(frame: Frame, explains: Explains | null, language: Language): Line[];
  saveFile(language: Language): string;
  saveRun(link: string): void;
  copyLink(language: Language): string;
  /** Copies it, and says so on the button. */
  copyRun(link: string, button: EventTarget | null, language: Language): void;
}

export class Notices {
  private readonly place = byId('notices');
  private readonly words: Lazy<Words>;
  /** Why the words did not come. */
  private missing: Missing | null = null;
  /** The notice of the last frame. */
  private last: Notice | null = null;
  private shown = '';
  /** Lines about the run that were put away, and stay away as long as they would say the same. */
  private dismissed = new Set<string>();

  constructor(
    private readonly table: SettingsTable,
    private readonly actions: NoticeActions,
    loadWords: () => Promise<Words>,
    /** Null until it has been loaded, which asking for it brings about. */
    private readonly explains: () => Explains | null,
  ) {
    const { place } = this;
    // Tells the style how high all messages are, for which the boards make room.
    const measure = () => byId('page').style.setProperty('--told', `${place.offsetHeight}px`);
    new ResizeObserver(measure).observe(place);
    const { changed } = actions;
    const failed = (why: Missing) => {
      this.missing = why;
      changed();
    };
    this.words = new Lazy(loadWords, { arrived: changed, failed, ready: changed });
  }

  render(frame: Frame, { notice, lang }: Intent, texts: Dictionary): void {
    const ofRun = this.linesOfRun(frame, lang, texts);
    const asked = notice ? this.wording(notice, lang, texts) : '';
    const told = ofRun.map(({ line }) => line);
    for (const line of this.dismissed) if (!told.includes(line)) this.dismissed.delete(line);
    // What could not be loaded for both is told once.
    const standing = ofRun.filter(({ line }) => line !== asked && !this.dismissed.has(line));
    const words = ({ line, answers }: Line) => [line, ...answers.map(({ label }) => label)];
    const all = [texts.dismiss, asked, ...standing.flatMap(words)];
    if (all.join('\n') === this.shown) return;
    this.shown = all.join('\n');
    const rows = standing.map(({ line, answers }) =>
      makeRow(line, answers, texts, () => {
        this.dismissed.add(line);
        this.actions.changed();
      }),
    );
    if (asked) rows.unshift(makeRow(asked, [], texts, this.actions.done));
    this.place.replaceChildren(...rows);
    const wording = isLong(frame) ? this.words.peek() : null;
    if (wording) {
      const save = () => wording.saveRun(this.actions.link());
      const copy = ({ target }: Event) => wording.copyRun(this.actions.link(), target, lang);
      this.place.append(
        makeButton(wording.saveFile(lang), save),
        makeButton(wording.copyLink(lang), copy),
      );
    }
    if (all.includes(texts.replaced)) this.place.append(reloadButton(texts));
  }

  private linesOfRun(frame: Frame, lang: Language, texts: Dictionary): Line[] {
    if (!isTold(frame)) return [];
    const explains = frame.halted || frame.mayBeDead ? this.explains() : null;
    const words = this.words.get();
    if (words) return words.linesOfRun(frame, explains, lang);
    return this.missing ? [{ line: whyNot(this.missing, texts), answers: [] }] : [];
  }

  /** Nothing until its words have come. */
  private wording(notice: Notice, lang: Language, texts: Dictionary): string {
    const isNew = notice !== this.last;
    this.last = notice;
    if (notice.kind === 'notLoaded') return whyNot(notice.why, texts);
    if (notice.kind === 'failed') return texts.fault(notice.reason);
    if (isNew && !this.words.peek()) {
      this.missing = null;
      this.words.hurry();
    }
    const words = this.words.get();
    if (words) return words.wording(notice, this.table, lang);
    return this.missing ? whyNot(this.missing, texts) : '';
  }
}

/** Whether there may be something to say of the run as it stands. */
function isTold(frame: Frame): boolean {
  const { halted, mayBeDead, withoutUnits, script } = frame;
  const isLost = CLASSIFIERS.some((each) => (script[each].nanFrom ?? script[each].infAt) !== null);
  return halted !== null || mayBeDead || withoutUnits !== null || isLost || isLong(frame);
}

const whyNot = (why: Missing, texts: Dictionary) =>
  why === 'replaced' ? texts.replaced : texts.unreachable;

/** Whether the points alone make a link too long to be passed on. */
export const areTooMany = ({ experiment }: Frame) => experiment.own.length > ROOM_FOR_LINK;

/** A link that held all points and changes would be too long to be passed on. */
export function isLong({ experiment }: Frame): boolean {
  return experiment.own.length + experiment.changes.length > ROOM_FOR_LINK;
}

function makeRow(
  line: string,
  answers: readonly Answer[],
  texts: Dictionary,
  dismiss: () => void,
): HTMLElement {
  const cross = make('button', 'dismiss', '×');
  cross.type = 'button';
  cross.setAttribute('aria-label', texts.dismiss);
  cross.addEventListener('click', dismiss);
  const words = make('div', 'words', make('p', '', line));
  if (answers.length > 0) words.append(make('div', 'answers', ...answers.map(answerButton)));
  return make('div', 'notice', words, cross);
}

/** The notice goes with what it is about, so that the keyboard goes on where the run does. */
function answerButton({ label, press }: Answer): HTMLButtonElement {
  const button = make('button', '', label);
  button.type = 'button';
  button.addEventListener('click', () => {
    press();
    byId('play').focus();
  });
  return button;
}

/** The address holds the link of what is set, so that a reload keeps it. */
const reloadButton = (texts: Dictionary) => makeButton(texts.reload, () => location.reload());

function makeButton(text: string, action: (event: Event) => void): HTMLButtonElement {
  const button = make('button', 'reload', text);
  button.type = 'button';
  button.addEventListener('click', action);
  return button;
}
