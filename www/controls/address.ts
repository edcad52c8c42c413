/** The address bar: it always holds the link of what is set. A change that a person made can be taken back with the
 * browser's Back; a drag along one slider, or a run's progress, makes no entry of its own. */

import type { Frame } from '../frame.js';
import { formatLink, type Link } from '../link.js';
import { settingsThatDiffer } from '../settings.js';
import type { Intent } from '../store.js';

/** Milliseconds. Browsers refuse more than some hundred changes of the address in half a minute. */
const PAUSE_BETWEEN_WRITES = 500;
/** While a run moves its step is not read off the address bar, and a frame in which it is written costs twice as much;
 * where the run stops it is written at once. */
const PAUSE_WHILE_RUNNING = 2000;

/** What a person changes in one stroke: each stroke is an entry. */
const ALWAYS_NEW: ReadonlySet<string> = new Set(['seed', 'lesson']);

export class Address {
  private written = '';
  private link: Link | null = null;
  /** The setting that the newest entry is about: changing it further belongs to the same entry. */
  private subject = '';
  private waiting: number | null = null;

  constructor(private readonly visit: (hash: string) => void) {
    const navigated = () => {
      if (location.hash === this.written) return;
      this.written = location.hash;
      this.forgetWaiting();
      this.subject = '';
      this.link = null;
      this.visit(location.hash);
    };
    addEventListener('popstate', navigated);
    addEventListener('hashchange', navigated);
  }

  /** Brings the address up to date with what is set and where the run stands. */
  update(intent: Intent, frame: Frame): void {
    const { settings, lang, lesson, target, playing } = intent;
    // A run that was changed on the way cannot be repeated from a link: that leads to its start.
    const repeatable = frame.ratesChangedAt === null && frame.editedAt === null;
    const step = repeatable ? (target ?? frame.step) : 0;
    const subject = this.subjectOf(intent);
    const newEntry = subject !== null && (subject !== this.subject || ALWAYS_NEW.has(subject));
    // The entry that is about to be left shall say where its run stood.
    if (newEntry) this.write('replaceState');
    this.link = { settings, lang, lesson, step };
    if (newEntry) {
      this.subject = subject;
      this.write('pushState');
    } else if (playing || subject !== null) {
      const pause = subject === null ? PAUSE_WHILE_RUNNING : PAUSE_BETWEEN_WRITES;
      this.waiting ??= window.setTimeout(() => this.write('replaceState'), pause);
    } else {
      this.write('replaceState');
    }
  }

  /** What has changed since the last link, if anything. */
  private subjectOf({ settings, lang, lesson }: Intent): string | null {
    if (!this.link) return null;
    if (lesson !== this.link.lesson) return 'lesson';
    if (lang !== this.link.lang) return 'lang';
    const [first] = settingsThatDiffer(settings, this.link.settings);
    return first ?? null;
  }

  private write(how: 'pushState' | 'replaceState'): void {
    this.forgetWaiting();
    if (!this.link) return;
    const hash = formatLink(this.link);
    if (hash === this.written) return;
    this.written = hash;
    history[how](null, '', hash);
  }

  private forgetWaiting(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }
}
