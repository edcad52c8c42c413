/** Files that were dropped on the page, or chosen, and may hold a run: opened, and their check code compared with what the page
 * comes to. */

import type { Frame } from '../engine/frame.js';
import type { Language } from '../i18n/index.js';
import { callClasses } from '../state/names.js';
import type { Intent, Notice, Store } from '../state/store.js';
import { type Found, runIn } from './reading.js';

export interface RunFileActions {
  /** Goes on with the run of a link. */
  openRun(link: string): void;
  follow(follows: (store: Store) => void): void;
  refuse(notice: Notice): void;
}

/** Bytes of the largest file that is read. */
const LARGEST = 32 << 20;

export class RunFiles {
  /** What a file says of the run that it has begun. */
  private expected: (Found & { branches: number | null; file: string }) | null = null;

  private lang: Language = 'en';

  constructor(
    private readonly engine: { checkCode(): string },
    private readonly actions: RunFileActions,
  ) {}

  /** Opens the run that a file holds, or says why there is none; false where the file is of another kind. */
  async open(file: File): Promise<boolean> {
    const bytes = await file
      .slice(0, LARGEST)
      .arrayBuffer()
      .catch(() => null);
    const run = bytes && runIn(new Uint8Array(bytes));
    if (run === null) return false;
    if (typeof run === 'string') {
      this.actions.refuse({ kind: 'noRun', why: run, name: file.name });
      return true;
    }
    // Who opens it goes on reading in his own language.
    this.actions.openRun(`${run.link.replace(/&lang=\w*/, '')}&lang=${this.lang}`);
    if (run.classNames) this.actions.follow(callClasses(run.classNames));
    this.expected = run.check ? { ...run, branches: null, file: file.name } : null;
    return true;
  }

  /** Compares once the run has come to where the file was written, unless somebody has done something else with it meanwhile. */
  render({ step, branches, diverged }: Frame, { target, notice, lang }: Intent): void {
    this.lang = lang;
    const { expected } = this;
    if (!expected) return;
    expected.branches ??= branches;
    const isSame = expected.branches === branches;
    if (isSame && target !== null) return;
    this.expected = null;
    const isThere = step === stepOf(expected.link) || diverged !== null;
    if (!isSame || !isThere || notice !== null) return;
    const code = this.engine.checkCode();
    if (code !== expected.check)
      this.actions.refuse({ kind: 'otherRun', name: expected.file, check: expected.check, code });
  }
}

const stepOf = (link: string) => Number(/[#&]step=(\d+)/.exec(link)?.[1] ?? 0);
