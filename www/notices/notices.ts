/** What the user has to be told, in one line each: a corrected link, a refused number, a run that diverged, where the script would
 * have no number. */

import type { Classifier, Frame } from '../engine/frame.js';
import { readings, type SettingsTable } from '../engine/settings.js';
import type { Dictionary } from '../i18n/index.js';
import { LONGEST_LINK } from '../state/link.js';
import type { Intent, Notice } from '../state/store.js';
import { byId, make } from '../ui/dom.js';
import { changesSentence, linkSentence } from './corrections.js';

/** What else a link says takes fewer characters than this. */
const ROOM_FOR_SETTINGS = 300;

export interface NoticeActions {
  /** Saves the run's whole link as a file. */
  saveFile(): void;
  /** The answer to what was asked for has been read. */
  done(): void;
  /** Has the page drawn anew. */
  changed(): void;
}

export class Notices {
  private readonly place = byId('notices');
  private shown = '';
  /** Lines about the run that were put away, and stay away as long as they would say the same. */
  private dismissed = new Set<string>();

  constructor(
    private readonly table: SettingsTable,
    private readonly actions: NoticeActions,
  ) {}

  render(frame: Frame, { notice }: Intent, texts: Dictionary): void {
    const ofRun = linesOfRun(frame, texts);
    for (const line of this.dismissed) if (!ofRun.includes(line)) this.dismissed.delete(line);
    const standing = ofRun.filter((line) => !this.dismissed.has(line));
    const asked = notice ? this.wording(notice, texts) : '';
    const all = [texts.dismiss, asked, ...standing].join('\n');
    if (all === this.shown) return;
    this.shown = all;
    const rows = standing.map((line) =>
      makeRow(line, texts, () => {
        this.dismissed.add(line);
        this.actions.changed();
      }),
    );
    if (notice) rows.unshift(makeRow(asked, texts, this.actions.done));
    this.place.replaceChildren(...rows);
    if (isLong(frame)) this.place.append(makeButton(texts.saveFile, this.actions.saveFile));
    if (notice?.kind === 'notLoaded' && notice.why === 'replaced')
      this.place.append(reloadButton(texts));
  }

  private wording(notice: Notice, texts: Dictionary): string {
    // What was typed may be a number, only not one number.
    const both = 'given' in notice ? readings(notice.given, isWhole(notice, this.table)) : [];
    if ('given' in notice && both.length > 1) return texts.unclear(notice.given, both.map(String));
    switch (notice.kind) {
      case 'link':
        return linkSentence(notice.corrections, texts);
      case 'refused': {
        const { min, max, whole } = this.table[notice.name];
        return texts.refused(texts[notice.name], notice.given, String(min), String(max), whole);
      }
      case 'notLoaded':
        return notice.why === 'replaced' ? texts.replaced : texts.unreachable;
      case 'engine':
        return texts.engineRefuses(notice.refusal);
      case 'failed':
        return texts.fault(notice.reason);
      case 'badValue':
        return texts.badValue(notice.name, notice.given);
      case 'goal':
        return texts.goal(notice.outcome, notice.step);
      case 'crowdedOut':
        return texts.crowdedOut;
      case 'badFile':
        return texts.badFile(notice.name);
      case 'badEpsilon':
        return texts.badEpsilon(notice.given);
      case 'badStep':
        return texts.badStep(notice.given, String(notice.last));
      case 'changes':
        return changesSentence(notice.problems, notice.forgotten, texts);
      case 'noSuchUnit':
        return texts.noSuchUnit(notice.given, notice.last);
      case 'noSuchPoint':
        return texts.noSuchPoint(notice.given, notice.last);
    }
  }
}

/** What there is to say of the run as it stands. */
function linesOfRun(frame: Frame, texts: Dictionary): string[] {
  const lines: string[] = [];
  if (frame.diverged === 'linear') lines.push(texts.divergedLinear(String(frame.step)));
  if (frame.diverged === 'network') lines.push(texts.divergedNetwork(String(frame.step)));
  const lost = firstLost(frame);
  if (lost)
    lines.push(texts.scriptLost(lost, frame.script[lost].infAt, frame.script[lost].nanFrom));
  if (frame.asIf) lines.push(texts.notInLink);
  if (isLong(frame)) lines.push(texts.linkTooLong);
  return lines;
}

/** A link that held all changes would be too long to be passed on. */
function isLong({ experiment }: Frame): boolean {
  return experiment.changes.length > LONGEST_LINK - ROOM_FOR_SETTINGS;
}

/** Whose loss is the first to be `nan` for good in the tutorial's script, or else the first to be `inf` there. */
function firstLost({ script }: Frame): Classifier | null {
  for (const kind of ['nanFrom', 'infAt'] as const) {
    const step = (classifier: Classifier) => script[classifier][kind] ?? Number.POSITIVE_INFINITY;
    const first = step('linear') < step('network') ? 'linear' : 'network';
    if (Number.isFinite(step(first))) return first;
  }
  return null;
}

function makeRow(line: string, texts: Dictionary, dismiss: () => void): HTMLElement {
  const cross = make('button', '', '×');
  cross.type = 'button';
  cross.setAttribute('aria-label', texts.dismiss);
  cross.addEventListener('click', dismiss);
  return make('div', 'notice', make('p', '', line), cross);
}

/** The address holds the link of what is set, so that a reload keeps it. */
const reloadButton = (texts: Dictionary) => makeButton(texts.reload, () => location.reload());

function makeButton(text: string, action: () => void): HTMLButtonElement {
  const button = make('button', 'reload', text);
  button.type = 'button';
  button.addEventListener('click', action);
  return button;
}

/** Whether the box in which it was typed takes whole numbers only. */
function isWhole(notice: Notice, table: SettingsTable): boolean {
  if (notice.kind === 'refused') return table[notice.name].whole;
  return notice.kind !== 'badValue' && notice.kind !== 'badEpsilon';
}
