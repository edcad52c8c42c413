/** What the user has to be told, in one line each: a corrected link, a refused number, a run that diverged, where the script would
 * have no number. */

import type { Classifier, Frame } from '../engine/frame.js';
import { readings, type SettingsTable } from '../engine/settings.js';
import type { Dictionary, Language } from '../i18n/index.js';
import { LONGEST_LINK } from '../state/link.js';
import type { Command, Intent, Notice } from '../state/store.js';
import { byId, make } from '../ui/dom.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';
import { linkSentence } from './corrections.js';

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
  /** Saves the run's whole link as a file. */
  saveFile(): void;
  /** The answer to what was asked for has been read. */
  done(): void;
  /** Has the page drawn anew. */
  changed(): void;
}

/** A line about the run, and what can be done about it. */
interface Line {
  line: string;
  answers: readonly Answer[];
}

export class Notices {
  private readonly place = byId('notices');
  private shown = '';
  /** Lines about the run that were put away, and stay away as long as they would say the same. */
  private dismissed = new Set<string>();

  constructor(
    private readonly table: SettingsTable,
    private readonly actions: NoticeActions,
    /** Null until it has been loaded, which asking for it brings about. */
    private readonly explains: () => Explains | null,
  ) {
    const { place } = this;
    // Tells the style how high all messages are, for which the boards make room.
    const measure = () => byId('page').style.setProperty('--told', `${place.offsetHeight}px`);
    new ResizeObserver(measure).observe(place);
  }

  render(frame: Frame, { notice, lang }: Intent, texts: Dictionary): void {
    const ofRun = this.linesOfRun(frame, lang, texts);
    const told = ofRun.map(({ line }) => line);
    for (const line of this.dismissed) if (!told.includes(line)) this.dismissed.delete(line);
    const standing = ofRun.filter(({ line }) => !this.dismissed.has(line));
    const asked = notice ? this.wording(notice, texts) : '';
    const words = ({ line, answers }: Line) => [line, ...answers.map(({ label }) => label)];
    const all = [texts.dismiss, asked, ...standing.flatMap(words)].join('\n');
    if (all === this.shown) return;
    this.shown = all;
    const rows = standing.map(({ line, answers }) =>
      makeRow(line, answers, texts, () => {
        this.dismissed.add(line);
        this.actions.changed();
      }),
    );
    if (notice) rows.unshift(makeRow(asked, [], texts, this.actions.done));
    this.place.replaceChildren(...rows);
    if (isLong(frame)) this.place.append(makeButton(texts.saveFile, this.actions.saveFile));
    if (notice?.kind === 'notLoaded' && notice.why === 'replaced')
      this.place.append(reloadButton(texts));
  }

  /** What there is to say of the run as it stands. Where it has diverged, its script has no more to say. */
  private linesOfRun(frame: Frame, lang: Language, texts: Dictionary): Line[] {
    const lines: Line[] = [];
    const add = (line: string, answers: readonly Answer[] = []) => lines.push({ line, answers });
    const { halted, diverged } = frame;
    const lost = firstLost(frame);
    const explains = halted || frame.mayBeDead ? this.explains() : null;
    if (halted) {
      const said = texts.diverged(halted.classifier, halted.step, diverged !== null);
      const why = explains?.why(frame, lang);
      add(said + (why ? texts.between + why.sentence : ''), why?.answers);
    } else if (lost)
      add(texts.scriptLost(lost, frame.script[lost].infAt, frame.script[lost].nanFrom));
    const dead = frame.mayBeDead ? explains?.dead(frame, lang) : null;
    if (dead) add(dead);
    if (frame.asIf) add(texts.notInLink);
    if (isLong(frame)) add(texts.linkTooLong(frame.experiment.own.length > ROOM_FOR_LINK));
    return lines;
  }

  private wording(notice: Notice, texts: Dictionary): string {
    // What was typed may be a number, only not one number.
    const both = 'given' in notice ? readings(notice.given, isWhole(notice, this.table)) : [];
    if ('given' in notice && both.length > 1) return texts.unclear(notice.given, both.map(String));
    switch (notice.kind) {
      case 'link':
        return linkSentence(notice.corrections, texts, notice.forgotten);
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
      case 'missed': {
        const { goal, step, now } = notice;
        const isLoss = goal.of === 'loss';
        const format = isLoss ? formatLoss : formatAccuracy;
        const what = `${texts[goal.classifier]}${texts.comma}${isLoss ? texts.loss : texts.accuracy}`;
        return texts.missed(step, what, format(now), format(goal.value));
      }
      case 'outside': {
        const { name, given, max, whole } = notice;
        return texts.refused(name, given, '0', String(max), whole);
      }
      case 'crowdedOut':
        return texts.crowdedOut;
      case 'undoFull':
        return texts.undoFull;
      case 'badFile':
        return texts.badFile(notice.name);
      case 'badEpsilon':
        return texts.badEpsilon(notice.given);
      case 'badStep':
        return texts.badStep(notice.given, String(notice.last));
      case 'noSuchUnit':
        return texts.noSuchUnit(notice.given, notice.last);
      case 'noSuchPoint':
        return texts.noSuchPoint(notice.given, notice.last);
    }
  }
}

/** A link that held all points and changes would be too long to be passed on. */
function isLong({ experiment }: Frame): boolean {
  return experiment.own.length + experiment.changes.length > ROOM_FOR_LINK;
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

function makeButton(text: string, action: () => void): HTMLButtonElement {
  const button = make('button', 'reload', text);
  button.type = 'button';
  button.addEventListener('click', action);
  return button;
}

/** Whether the box in which it was typed takes whole numbers only. */
function isWhole(notice: Notice, table: SettingsTable): boolean {
  if (notice.kind === 'refused') return table[notice.name].whole;
  if (notice.kind === 'outside') return notice.whole;
  return notice.kind !== 'badValue' && notice.kind !== 'badEpsilon';
}
