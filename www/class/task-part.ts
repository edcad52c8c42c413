/** A teacher's link, made by using the page: the run as it stands, with what is to be hidden, locked, asked, and where Play halts. */

import type { Frame } from '../engine/frame.js';
import { isAllowed, parseNumber, type SettingsTable } from '../engine/settings.js';
import type { ClassTexts } from '../i18n/class.js';
import { CLASS } from '../i18n/class.js';
import { type Dictionary, dictionary, type Language } from '../i18n/index.js';
import { fullAddress, isFile } from '../share/address.js';
import { LONGEST_LINK, type Task } from '../state/link.js';
import { linkText, plainText } from '../state/link-text.js';
import type { Intent } from '../state/store.js';
import { copyAndSay } from '../ui/copy.js';
import { make, setText } from '../ui/dom.js';
import { frameOf, withTask } from './links.js';
import { PARTS, type Part } from './parts.js';
import { wordsOf } from './plan.js';
import { Ticks } from './ticks.js';

const PART_NAMES = Object.keys(PARTS) as Part[];

export interface TaskPartActions {
  /** The run's whole link. */
  link(): string;
}

export class TaskPart {
  readonly name = 'taskPart';
  readonly forTeachers = true;
  private readonly hint = make('p', 'hint');
  private readonly question = make('input');
  private readonly stop = make('input', 'number');
  private readonly questionWord = make('span');
  private readonly stopWord = make('span');
  private readonly problem = make('p', 'problem');
  private readonly hide: Ticks;
  private readonly lock: Ticks;
  private readonly parts: Ticks;
  private readonly chapters: Ticks;
  private readonly result = make('input');
  private readonly code = make('textarea');
  private readonly resultWord = make('span');
  private readonly codeWord = make('span');
  private readonly copyLink = make('button', 'use');
  private readonly copyCode = make('button');
  private readonly tryIt = make('button');
  private readonly done = make('span', 'hint');
  readonly element = make('div', 'task-part');
  readonly answers = [this.copyLink, this.copyCode, this.tryIt, this.done];
  private lang: Language = 'en';
  /** The task of a link that was read last. */
  private read: Task | null = null;

  constructor(
    private readonly table: SettingsTable,
    private readonly lastStep: number,
    private readonly actions: TaskPartActions,
    private readonly titles: (lang: Language) => readonly string[],
  ) {
    const settings = Object.keys(table);
    const changed = () => this.update();
    this.hide = new Ticks('hide', settings, changed);
    this.lock = new Ticks('lock', settings, changed);
    this.parts = new Ticks('parts', PART_NAMES, changed);
    const numbers = titles('en').map((_, i) => String(i + 1));
    this.chapters = new Ticks('chapters', numbers, changed);
    this.build(changed);
    this.speak();
  }

  /** As it was left: what was typed and ticked stays. */
  open(): void {
    setText(this.done, '');
    this.update();
    this.question.focus();
  }

  render(_: Frame, intent: Intent): void {
    const { task, taskLeft } = intent;
    const set = task ?? taskLeft;
    if (set && set !== this.read && !set.handin) this.fill(set);
    if (intent.lang === this.lang && this.copyLink.textContent) return;
    this.lang = intent.lang;
    this.speak();
    this.update();
  }

  /** A task that was opened can be set anew, with changes. */
  private fill(task: Task): void {
    this.read = task;
    const hidden = wordsOf(task.hide);
    this.hide.set(hidden);
    this.parts.set(hidden);
    this.lock.set(wordsOf(task.lock));
    this.chapters.set(wordsOf(task.chapters));
    this.question.value = plainText(task.ask);
    this.stop.value = plainText(task.stop);
    this.update();
  }

  private build(changed: () => void): void {
    const { question, stop, result, code, copyLink, copyCode, tryIt, done } = this;
    question.type = stop.type = result.type = 'text';
    question.maxLength = 300;
    stop.inputMode = 'numeric';
    question.autocomplete = stop.autocomplete = 'off';
    result.readOnly = code.readOnly = true;
    code.rows = 3;
    code.spellcheck = result.spellcheck = false;
    for (const box of [question, stop]) box.addEventListener('input', changed);
    for (const button of [copyLink, copyCode, tryIt]) button.type = 'button';
    this.problem.setAttribute('role', 'status');
    done.setAttribute('role', 'status');
    copyLink.addEventListener('click', () => void copyAndSay(result, done, CLASS[this.lang]));
    copyCode.addEventListener('click', () => void copyAndSay(code, done, CLASS[this.lang]));
    tryIt.addEventListener('click', () => this.leaveFor(this.link()));
    this.element.append(
      this.hint,
      make('label', 'asks', this.questionWord, question),
      make('label', 'stops', this.stopWord, ' ', stop),
      this.problem,
      make('div', 'ticks', this.hide.place, this.lock.place, this.parts.place, this.chapters.place),
      make('label', 'made', this.resultWord, result),
      make('label', 'made', this.codeWord, code),
    );
  }

  private speak(): void {
    const texts = CLASS[this.lang];
    const words = dictionary(this.lang);
    setText(this.hint, isFile() ? texts.taskOfFile : texts.taskHint);
    setText(this.questionWord, texts.taskQuestion);
    setText(this.stopWord, texts.taskStop);
    this.question.placeholder = texts.taskExample;
    const settings = Object.keys(this.table).map((name) => settingName(name, words));
    this.hide.speak(texts.taskHide, texts.taskAll, settings);
    this.lock.speak(texts.taskLock, texts.taskAll, settings);
    this.parts.speak(
      texts.taskParts,
      texts.taskAll,
      PART_NAMES.map((name) => partName(name, texts, words)),
    );
    const titles = this.titles(this.lang).map((title, i) => `${i + 1}. ${title}`);
    this.chapters.speak(texts.taskChapters, texts.taskAll, titles);
    setText(this.resultWord, texts.taskLink);
    setText(this.codeWord, texts.taskFrame);
    setText(this.copyLink, texts.copyLink);
    setText(this.copyCode, texts.copyFrame);
    setText(this.tryIt, texts.tryIt);
    setText(this.done, '');
  }

  private task(): Task {
    const all = (...lists: readonly string[][]) => lists.flat().join(',');
    const stop = parseNumber(this.stop.value, true);
    const isStop = this.stop.value.trim() !== '' && this.isStep(stop);
    return {
      hide: all(this.hide.chosen, this.parts.chosen),
      lock: all(this.lock.chosen),
      ask: linkText(this.question.value),
      chapters: all(this.chapters.chosen),
      ...(isStop && { stop: String(stop) }),
    };
  }

  private isStep(step: number): boolean {
    return isAllowed({ min: 1, max: this.lastStep, whole: true }, step);
  }

  private link(): string {
    return withTask(this.actions.link(), this.task());
  }

  private update(): void {
    const texts = CLASS[this.lang];
    const link = this.link();
    const address = fullAddress(link);
    this.result.value = address;
    this.code.value = frameOf(`${address}&embed=1`, dictionary(this.lang).title);
    const given = this.stop.value.trim();
    const isBad = given !== '' && !this.isStep(parseNumber(given, true));
    const problems = [
      isBad && texts.badStop(given, this.lastStep),
      link.length > LONGEST_LINK && texts.longLink,
      this.lessonUnlocks() && texts.lessonSets,
    ];
    setText(this.problem, problems.filter(Boolean).join(texts.between));
    this.stop.setAttribute('aria-invalid', String(isBad));
  }

  /** Chapters set the page to what they are about. */
  private lessonUnlocks(): boolean {
    const isOpen = !this.parts.chosen.includes('lesson') && this.chapters.chosen.length === 0;
    return isOpen && this.lock.chosen.length > 0;
  }

  /** The page as the class will find it; the browser's Back leads here again. */
  private leaveFor(link: string): void {
    this.element.closest('dialog')?.close();
    location.hash = link;
  }
}

function settingName(name: string, words: Dictionary): string {
  const key = name === 'activation' ? 'relu' : name;
  return String((words as unknown as Record<string, unknown>)[key]);
}

/** Parts that have a button are called as that. */
function partName(name: Part, texts: ClassTexts, words: Dictionary): string {
  const own = {
    lesson: words.lessonButton,
    inside: words.inside,
    editor: words.ownPoints,
    share: words.share,
    linear: words.linear,
    network: words.network,
    newdata: words.newData,
    speed: words.speed,
    reset: words.reset,
    soft: words.soft,
    check: words.checkCode,
    display: words.display,
  };
  return { ...own, ...texts.parts }[name];
}
