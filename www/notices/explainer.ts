/** Why a classifier does not go on, and the ways on from there; or that its units are dead. Loaded when there is one such. */

import { changesOf } from '../engine/changes.js';
import {
  CLASSIFIERS,
  type Classifier,
  type Experiment,
  type Frame,
  type Standing,
} from '../engine/frame.js';
import type { Divergence, Inspector } from '../engine/inspector.js';
import type { SettingsTable } from '../engine/settings.js';
import { DIVERGENCE } from '../i18n/divergence.js';
import type { DivergenceTexts } from '../i18n/divergence-en.js';
import type { Language } from '../i18n/index.js';
import type { Answer, DivergenceActions, Explanation } from './notices.js';

/** The run's losses. */
export interface Losses {
  lastCalmStep(classifier: Classifier): number | null;
}

/** What the inspector has found of the classifier that does not go on. */
interface Found {
  /** What it was found for. */
  of: readonly unknown[];
  why: Divergence | null;
  /** Whether the other classifier goes on. */
  otherCan: boolean;
  /** The last step before its loss left the ground; null if there is none. */
  backTo: number | null;
}

export class Explainer {
  private found: Found | null = null;
  /** Of which experiment all units were found dead, and at which step. */
  private died: { experiment: Experiment; step: number } | null = null;

  constructor(
    private readonly inspector: Pick<Inspector, 'divergence' | 'isDead'>,
    private readonly losses: Losses,
    private readonly limits: SettingsTable,
    private readonly actions: DivergenceActions,
  ) {}

  /** Why the one that is halted does not go on; null if it would go on from here. */
  why(frame: Frame, language: Language): Explanation | null {
    const { halted } = frame;
    const { why, otherCan, backTo } = this.find(frame);
    if (!halted || !why) return null;
    const texts = DIVERGENCE[language];
    const { layer, from, to, handLayer, handFrom, handTo } = why;
    const sentence = texts.why(why, {
      parameter: nameOf(frame[halted.classifier], layer, from, to),
      byHand: nameOf(frame[halted.classifier], handLayer, handFrom, handTo),
      number: short(why.number),
    });
    return { sentence, answers: this.waysOn(frame, why, otherCan, backTo, texts) };
  }

  /** What there is to say of a network that may be dead; null if it is not. */
  dead({ experiment, points, step }: Frame, language: Language): string | null {
    // Who is dead for good need not be looked at again.
    const known = this.died?.experiment === experiment && step >= this.died.step;
    if (!known) this.died = this.inspector.isDead() ? { experiment, step } : null;
    if (!this.died) return null;
    return DIVERGENCE[language].allDead(experiment.beginning.hidden, points.classes);
  }

  /** A smaller rate may be too little against a great penalty, and against what was set by hand: then that is said. */
  private waysOn(
    { rate, reg, step, diverged, experiment }: Frame,
    { cause }: Divergence,
    otherCan: boolean,
    backTo: number | null,
    texts: DivergenceTexts,
  ): Answer[] {
    const { actions, limits } = this;
    const ways: Answer[] = [];
    if (backTo !== null)
      ways.push({ label: texts.backTo(backTo), press: () => actions.seek(backTo) });
    const half = Math.max(limits.rate.min, rate / 2);
    // Where the rate came later, half of it belongs to that step.
    const from = Math.max(backTo ?? step, lastRatesAt(experiment.changes, step));
    const halve = () => actions.emit({ kind: 'takeOtherWay', step: from, rate: half });
    const stays = whatStays(cause, half * reg, experiment.changes, from);
    ways.push({ label: texts.halveRate(stays), press: halve });
    const alone = () => actions.emit({ kind: 'goOnAlone' });
    if (diverged && otherCan) ways.push({ label: texts.goOnAlone, press: alone });
    return ways;
  }

  /** While one stands still the other one may be training, and nothing more is to be found of the first. */
  private find({ halted, diverged, experiment, rate, reg }: Frame): Found {
    const of = [halted?.classifier, halted?.step, diverged, experiment, rate, reg];
    if (this.found?.of.every((each, i) => each === of[i])) return this.found;
    const [first, second] = CLASSIFIERS;
    const classifier = halted?.classifier ?? first;
    const other = classifier === first ? second : first;
    const why = this.inspector.divergence(classifier);
    const otherCan = this.inspector.divergence(other) === null;
    const backTo = why && this.losses.lastCalmStep(classifier);
    this.found = { of, why, otherCan, backTo };
    return this.found;
  }
}

/** What keeps a smaller rate from being enough, if anything does: the penalty, or what was set by hand up to its step. */
function whatStays(
  cause: Divergence['cause'],
  rateTimesReg: number,
  changes: string,
  step: number,
): 'penalty' | 'hand' | null {
  const isByHand = (what: string) => /^\w*\.?[Wb]\d*\[/.test(what);
  const setsByHand = [...changesOf(changes)].some(([at, all]) => at <= step && all.some(isByHand));
  if (cause === 'hand') return setsByHand ? cause : null;
  return cause === 'penalty' && rateTimesReg > 2 ? cause : null;
}

/** The last step up to this one at which the rate or the penalty was changed; 0 if neither was. */
function lastRatesAt(changes: string, step: number): number {
  const areRates = (what: string) => /^(rate|reg)=/.test(what);
  const last = [...changesOf(changes)].findLast(([at, all]) => at <= step && all.some(areRates));
  return last?.[0] ?? 0;
}

/** A parameter as the script names it: W1[0, 5], b. */
function nameOf({ hidden }: Standing, layer = 0, from?: number, to?: number): string {
  const number = hidden === 0 ? '' : layer + 1;
  return from === undefined ? `b${number}[${to}]` : `W${number}[${from}, ${to}]`;
}

/** Three digits. */
function short(number: number): string {
  return String(Number(number.toPrecision(3)))
    .replace('-', '−')
    .replace('e+', 'e');
}
