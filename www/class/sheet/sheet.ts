/** The teacher's sheet: what a class has handed in, each run repeated here, beside each other. */

import { Replay } from '../../engine/replay.js';
import type { Language } from '../../i18n/index.js';
import { SHEET, type SheetTexts } from '../../i18n/sheet.js';
import { fullAddress } from '../../share/address.js';
import { formatLink } from '../../state/link.js';
import { linkText } from '../../state/link-text.js';
import type { Intent } from '../../state/store.js';
import { copyAndSay } from '../../ui/copy.js';
import { make, setText } from '../../ui/dom.js';
import { download } from '../../ui/download.js';
import { escaped, forTeacher, type Writing } from '../hand-in/link.js';
import { type Entry, entryOf, stepOf } from './entry.js';
import { handInsOf } from './files.js';
import { type Finding, findHandIns } from './find.js';
import { Intake } from './intake.js';
import { keep, kept } from './keeping.js';
import { Progress } from './progress.js';
import { Repeating } from './repeating.js';
import { csvOf, textOf } from './save.js';
import { Table } from './table.js';

/** Runs that a sheet takes. */
const MOST = 500;

/** A sentence, in any language. */
type Say = (texts: SheetTexts) => string;

const sayEmpty =
  (file: string): Say =>
  (texts) =>
    texts.noLinkIn(file);

export class Sheet {
  private readonly hint = make('p', 'hint');
  private readonly intake: Intake;
  private readonly told = make('p', 'told');
  private readonly progress: Progress;
  private readonly table: Table;
  private readonly text = make('textarea');
  readonly element = make('div', 'collected');
  private readonly save = make('button', 'use');
  private readonly copy = make('button');
  private readonly done = make('span', 'hint');
  readonly answers = [this.save, this.copy, this.done];
  private entries: Entry[] = [];
  private readonly repeating: Repeating;
  private lang: Language = 'en';
  /** What there is to say of what was put in last, in any language. */
  private news: Say[] = [];
  /** What there was to say of all of them, the last time that none was left to repeat. */
  private sum: Say | null = null;
  private intent: Intent | null = null;

  constructor(
    private readonly writing: Writing,
    private readonly close: () => void,
  ) {
    const { save, copy, text, told, done } = this;
    this.intake = new Intake({
      take: (pasted) => this.take(pasted),
      takeFiles: (files) => void this.takeFiles(files),
    });
    this.table = new Table({
      open: (entry) => this.open(entry),
      remove: (entry) => this.remove(entry),
    });
    this.repeating = this.makeRepeating();
    this.progress = new Progress({
      skip: () => this.repeating.skip(),
      stop: () => this.repeating.stop(),
      goOn: () => this.goOn(),
    });
    save.type = copy.type = 'button';
    text.readOnly = true;
    text.rows = 4;
    text.hidden = true;
    told.setAttribute('role', 'status');
    done.setAttribute('role', 'status');
    save.addEventListener('click', () => this.saveAll());
    copy.addEventListener('click', () => this.copyAll());
    const { hint, intake, progress, table } = this;
    this.element.append(hint, intake.element, told, progress.element, table.element, text);
  }

  focus(): void {
    this.intake.focus();
  }

  listenOn(dialog: HTMLElement): void {
    this.intake.listenOn(dialog, () => this.element.offsetParent !== null);
  }

  /** Repeats what was on the sheet before the page was loaded anew. */
  restore(): void {
    this.add(kept());
  }

  render(intent: Intent): void {
    this.intent = intent;
    if (intent.lang === this.lang && this.save.textContent) return;
    this.lang = intent.lang;
    const texts = SHEET[this.lang];
    setText(this.hint, texts.hint);
    this.intake.render(texts);
    setText(this.save, texts.save);
    setText(this.copy, texts.copy);
    setText(this.done, '');
    this.text.setAttribute('aria-label', texts.asText);
    this.show();
  }

  private show(): void {
    const { entries, lang, text } = this;
    const texts = SHEET[lang];
    this.table.show(entries, lang);
    this.renderProgress();
    setText(this.told, this.news.map((say) => say(texts)).join(texts.between));
    this.told.hidden = this.told.textContent === '';
    for (const button of [this.save, this.copy]) button.hidden = entries.length === 0;
    text.hidden = true;
  }

  private renderProgress(): void {
    this.progress.render(this.entries, this.repeating.isGoing, this.lang);
  }

  private take(text: string): string {
    const { found, without } = findHandIns(text);
    this.news = [];
    if (found.length === 0) this.news.push((texts) => texts.noLink);
    else this.tellWithout(without);
    this.add(found);
    return found.length === 0 ? text : without.join('\n');
  }

  private async takeFiles(files: readonly File[]): Promise<void> {
    const findings = await Promise.all(files.map(handInsOf));
    const empty = files.filter((_, i) => findings[i]?.found.length === 0);
    this.news = empty.map(({ name }) => sayEmpty(name));
    const without = findings.flatMap((each) => (each.found.length > 0 ? each.without : []));
    this.intake.keep(without);
    this.tellWithout(without);
    this.add(findings.flatMap(({ found }) => found));
  }

  private tellWithout({ length }: readonly string[]): void {
    if (length > 0) this.news.push((texts) => texts.without(length));
  }

  private add(found: Finding['found']): void {
    const { entries, writing, news } = this;
    const known = new Set(entries.map(keyOf));
    const read = found.map((each) => entryOf(each, writing));
    const fresh = read.filter((entry) => !known.has(keyOf(entry)));
    const room = fresh.slice(0, Math.max(0, MOST - entries.length));
    if (fresh.length < read.length) news.push((t) => t.known(read.length - fresh.length));
    if (room.length < fresh.length) news.push((t) => t.tooMany(MOST));
    entries.push(...room);
    this.keep();
    this.show();
    if (room.length > 0) void this.repeating.goOn();
  }

  private keep(): void {
    const isKept = keep(this.entries.map(({ found }) => found));
    if (!isKept && this.entries.length > 0) this.news.push((texts) => texts.notKept);
  }

  private makeRepeating(): Repeating {
    return new Repeating({
      load: () => Replay.load(),
      pause: () =>
        new Promise((go) => {
          if (document.hidden) setTimeout(go);
          else requestAnimationFrame(() => go());
        }),
      next: () => this.entries.find(({ state }) => state.kind === 'waiting'),
      moved: (entry) => this.update(entry),
      done: (entry, replay) => {
        this.table.draw(entry, replay);
        this.update(entry);
      },
      rests: () => this.sumUp(),
    });
  }

  private update(entry: Entry): void {
    if (this.entries.includes(entry)) this.table.update(entry);
    this.renderProgress();
  }

  /** Says what came out, and sorts in what had no numbers before. */
  private sumUp(): void {
    const states = this.entries.map(({ state }) => state);
    const verdicts = states.flatMap((state) => (state.kind === 'done' ? [state.verdict] : []));
    const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
    const [right, wrong, none] = ['right', 'wrong', 'none'].map(count) as [number, number, number];
    const refused = states.filter(({ kind }) => kind === 'refused').length;
    this.news = this.news.filter((say) => say !== this.sum);
    const sum: Say = (texts) => texts.sum(verdicts.length, right, wrong, none, refused);
    this.sum = sum;
    if (verdicts.length + refused > 0) this.news.push(sum);
    this.show();
  }

  private goOn(): void {
    for (const entry of this.entries)
      if (entry.state.kind === 'skipped') entry.state = { kind: 'waiting' };
    void this.repeating.goOn();
    this.show();
  }

  private remove(entry: Entry): void {
    this.entries = this.entries.filter((each) => each !== entry);
    this.repeating.leave(entry);
    this.table.forget(entry);
    this.news = [];
    this.keep();
    this.show();
    // The button that was pressed is gone.
    this.focus();
  }

  private open(entry: Entry): void {
    const { lang = this.lang, display = 'auto' } = this.intent ?? {};
    const name = entry.name || SHEET[lang].nameless;
    location.hash = this.linkOf({ ...entry, name }, { lang, display });
    this.close();
  }

  /** What was handed in, as the page writes it. */
  private linkOf(entry: Entry, view: Pick<Intent, 'lang' | 'display'> | null): string {
    const { table, chapters } = this.writing;
    const { lang, display, ...run } = forTeacher(entry.link, stepOf(entry));
    const { ask, ...rest } = run.task ?? {};
    const task = {
      // What was not answered would be asked of the teacher before the run goes on.
      ...(ask && entry.answer && { ask }),
      ...rest,
      handin: linkText(entry.name),
    };
    return escaped(formatLink({ ...run, ...view, step: entry.link.step, task }, table, chapters));
  }

  private readonly address = (entry: Entry) => fullAddress(this.linkOf(entry, null));

  private saveAll(): void {
    const texts = SHEET[this.lang];
    download(csvOf(this.table.shown, this.address, texts), texts.file);
  }

  private copyAll(): void {
    const texts = SHEET[this.lang];
    const { text, done } = this;
    text.hidden = false;
    text.value = textOf(this.table.shown, this.address, texts);
    void copyAndSay(text, done, texts);
  }
}

/** The same that was pasted twice is one; the same student's other runs are not. */
const keyOf = ({ name, answer, check, link }: Entry) => JSON.stringify([name, answer, check, link]);
