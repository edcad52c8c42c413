/** Words a notice, and what there is to say of a run. Loaded when there is first something of it to tell. */

import type { Classifier, Frame, Goal } from '../engine/frame.js';
import { readings, type SettingsTable } from '../engine/settings.js';
import { type Dictionary, dictionary, type Language } from '../i18n/index.js';
import { NOTICES } from '../i18n/notices.js';
import type { Notice } from '../state/store.js';
import { copyTextAndSay } from '../ui/copy.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';
import { linkSentence } from './corrections.js';
import {
  type Answer,
  areTooMany,
  type Explains,
  isLong,
  type Line,
  type RareNotice,
} from './notices.js';

/** Why the page cannot start in this browser. */
export const lacks = (what: 'wasmOff' | 'noSimd', language: Language) => NOTICES[language][what];

export { saveRun } from '../ui/download.js';

export const saveFile = (language: Language) => NOTICES[language].saveFile;
export const copyLink = (language: Language) => NOTICES[language].copyLink;

export function copyRun(link: string, button: EventTarget | null, language: Language): void {
  if (button instanceof Element) void copyTextAndSay(link, button, NOTICES[language]);
}

/** What there is to say of the run as it stands. Where it has diverged, its script has no more to say. */
export function linesOfRun(frame: Frame, explains: Explains | null, language: Language): Line[] {
  const texts = NOTICES[language];
  const lines: Line[] = [];
  const add = (line: string, answers: readonly Answer[] = []) => lines.push({ line, answers });
  const { halted, diverged } = frame;
  const lost = firstLost(frame);
  if (halted) {
    const said = texts.diverged(halted.classifier, halted.step, diverged !== null);
    const why = explains?.why(frame, language);
    add(said + (why ? dictionary(language).between + why.sentence : ''), why?.answers);
  } else if (lost)
    add(texts.scriptLost(lost, frame.script[lost].infAt, frame.script[lost].nanFrom));
  const dead = frame.mayBeDead ? explains?.dead(frame, language) : null;
  if (dead) add(dead);
  if (frame.withoutUnits) add(texts.notInLink);
  if (isLong(frame)) add(texts.linkTooLong(areTooMany(frame)));
  return lines;
}

export function wording(notice: RareNotice, table: SettingsTable, language: Language): string {
  const texts = NOTICES[language];
  // What was typed may be a number, only not one number.
  const both = 'given' in notice ? readings(notice.given, isWhole(notice, table)) : [];
  if ('given' in notice && both.length > 1) return texts.unclear(notice.given, both.map(String));
  switch (notice.kind) {
    case 'link':
      return linkSentence(notice.corrections, texts, notice.forgotten);
    case 'refused': {
      const { min, max, whole } = table[notice.name];
      const name = dictionary(language)[notice.name];
      return texts.refused(name, notice.given, String(min), String(max), whole);
    }
    case 'engine':
      return texts.engineRefuses(notice.refusal);
    case 'badValue':
      return texts.badValue(notice.name, notice.given);
    case 'goal':
      return texts.goal(notice.outcome, notice.step);
    case 'stopBehind':
      return texts.stopBehind(notice.stop, notice.step);
    case 'missed': {
      const { goal, step, now } = notice;
      const format = goal.of === 'loss' ? formatLoss : formatAccuracy;
      return texts.missed(
        step,
        nameOf(goal, dictionary(language)),
        format(now),
        format(goal.value),
      );
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
    case 'noRun':
      return texts.noRun(notice.why, notice.name);
    case 'otherRun':
      return texts.otherRun(notice.name, notice.check, notice.code);
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

/** What a goal is about. */
function nameOf({ classifier, of }: Goal, texts: Dictionary): string {
  return `${texts[classifier]}${texts.comma}${of === 'loss' ? texts.loss : texts.accuracy}`;
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

/** Whether the box in which it was typed takes whole numbers only. */
function isWhole(notice: Notice, table: SettingsTable): boolean {
  if (notice.kind === 'refused') return table[notice.name].whole;
  if (notice.kind === 'outside') return notice.whole;
  return notice.kind !== 'badValue' && notice.kind !== 'badEpsilon';
}
