/** The address bar: it always holds the link of what is set. A change that a person made can be taken back with the
 * browser's Back; a drag along one slider, or a run's progress, makes no entry of its own. */

import type { Frame } from '../engine/frame.js';
import type { Beginning } from '../engine/link.js';
import { type Settings, type SettingsTable, settingsThatDiffer } from '../engine/settings.js';
import { formatLink, type Link, LONGEST_LINK, searchOfOthers } from '../state/link.js';
import type { Intent } from '../state/store.js';
import { Allowance } from './allowance.js';

/** Milliseconds between two writes about the same setting, as in a drag along a slider. */
const PAUSE_BETWEEN_WRITES = 500;
/** While a run moves its step is not read off the address bar, and a frame in which it is written costs twice as much;
 * where the run stops it is written at once. */
const PAUSE_WHILE_RUNNING = 2000;

/** What a person changes in one stroke: each stroke is an entry. */
const ALWAYS_NEW: ReadonlySet<string> = new Set(['seed', 'lesson']);

export class Address {
  /** What the address bar is known to hold, as it was written here, and as the browser spells it. */
  private written = '';
  private spelled = location.hash;
  /** What it shall hold: the newest link. */
  private link: Link | null = null;
  /** What the controls were set to then. */
  private settings: Settings | null = null;
  /** The newest link is an entry of the history that has not been made yet. */
  private isNewEntry = false;
  /** The setting that the newest entry is about: changing it further belongs to the same entry. */
  private subject = '';
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly allowance = new Allowance();
  /** What stands before the hash, where the query loses names of ours; else nothing. */
  private before: string;

  constructor(
    private readonly table: SettingsTable,
    private readonly chapters: readonly Beginning[],
    private readonly visit: (link: Pick<Location, 'hash' | 'search'>) => void,
  ) {
    this.before = withoutOurQuery();
    const navigated = () => {
      if (location.hash === this.spelled) return;
      this.written = this.spelled = location.hash;
      this.before = withoutOurQuery();
      this.forgetWaiting();
      this.isNewEntry = false;
      this.subject = '';
      this.link = null;
      // By the time a language is loaded, the address may be that of the run which still stands.
      const { hash, search } = location;
      this.visit({ hash, search });
    };
    addEventListener('popstate', navigated);
    addEventListener('hashchange', navigated);
  }

  /** Brings the address up to date with what is set and where the run stands. */
  update(intent: Intent, frame: Frame): void {
    const { lang, lesson, display, later, task, target, playing } = intent;
    const { beginning: settings, own, changes } = frame.experiment;
    const step = target ?? frame.step;
    const subject = this.subjectOf(intent);
    const newEntry = subject !== null && (subject !== this.subject || ALWAYS_NEW.has(subject));
    // The entry that is about to be left shall say where its run stood.
    if (newEntry) this.write();
    this.link = { settings, own, changes, lang, lesson, display, step, ...(later && { later }) };
    if (task) this.link.task = task;
    this.settings = intent.settings;
    if (newEntry) {
      this.subject = subject;
      this.isNewEntry = true;
      this.write();
    } else if (playing || subject !== null) {
      this.writeLater(subject === null ? PAUSE_WHILE_RUNNING : PAUSE_BETWEEN_WRITES);
    } else {
      this.write();
    }
  }

  /** The whole link, however long. */
  get text(): string {
    return this.link ? this.format(this.link) : '';
  }

  private format(link: Link): string {
    return formatLink(link, this.table, this.chapters);
  }

  /** What has changed since the last link, if anything. */
  private subjectOf({ settings, lang, lesson, display, task }: Intent): string | null {
    if (!this.link) return null;
    if (!task && this.link.task) return 'task';
    if (lesson !== this.link.lesson) return 'lesson';
    if (lang !== this.link.lang) return 'lang';
    if (display !== this.link.display) return 'display';
    const [first] = settingsThatDiffer(settings, this.settings ?? settings);
    return first ?? null;
  }

  /** Writes the newest link as soon as the browser may be asked to. Entries that came meanwhile are one entry. */
  private write(): void {
    this.forgetWaiting();
    // Somebody has gone to another link, whose event is still to come.
    if (!this.link || location.hash !== this.spelled) return;
    const whole = this.format(this.link);
    // Of a link that is too long only the beginning of the run is left: a notice says so, and offers a file.
    const hash =
      whole.length > LONGEST_LINK ? this.format({ ...this.link, changes: '', step: 0 }) : whole;
    if (hash === this.written) {
      this.isNewEntry = false;
      return;
    }
    const wait = this.allowance.wait(performance.now());
    if (wait > 0 || !this.call(hash)) {
      this.writeLater(this.allowance.wait(performance.now()));
      return;
    }
    this.written = hash;
    this.spelled = location.hash;
    this.isNewEntry = false;
    this.before = '';
  }

  /** Asks the browser; whether it did it. How many calls it allows is its own affair. */
  private call(hash: string): boolean {
    try {
      history[this.isNewEntry ? 'pushState' : 'replaceState'](null, '', this.before + hash);
    } catch {
      this.allowance.refused(performance.now());
      return false;
    }
    this.allowance.granted(performance.now());
    return true;
  }

  private writeLater(pause: number): void {
    this.waiting ??= setTimeout(() => this.write(), pause);
  }

  private forgetWaiting(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }
}

function withoutOurQuery(): string {
  const rest = searchOfOthers(location.search);
  return rest === location.search ? '' : location.pathname + rest;
}
