/** What there is to say, and to do, where a classifier does not go on. */

import type { Classifier, Divergence, Frame } from '../engine/frame.js';
import type { LimitsTable } from '../engine/settings.js';
import type { Dictionary } from '../i18n/index.js';
import type { Command } from '../state/store.js';

export interface Answer {
  label: string;
  press(): void;
}

export interface DivergenceActions {
  emit(command: Command): void;
  seek(step: number): void;
}

export function divergenceSentence(why: Divergence, stopped: boolean, texts: Dictionary): string {
  const { classifier, layer, from, to, handLayer, handFrom, handTo } = why;
  return texts.diverged(why, stopped, {
    parameter: name(classifier, layer, from, to),
    byHand: name(classifier, handLayer, handFrom, handTo),
    number: short(why.number),
  });
}

/** The ways to go on from there. A smaller rate is of no help against what was set by hand. */
export function waysOn(
  { rate, step, diverged }: Frame,
  { backTo, cause, otherCan }: Divergence,
  texts: Dictionary,
  { rate: { min } }: LimitsTable,
  actions: DivergenceActions,
): Answer[] {
  const ways: Answer[] = [];
  if (backTo !== undefined)
    ways.push({ label: texts.backTo(String(backTo)), press: () => actions.seek(backTo) });
  const half = Math.max(min, rate / 2);
  const halve = () => actions.emit({ kind: 'takeOtherWay', step: backTo ?? step, rate: half });
  if (cause !== 'hand') ways.push({ label: texts.halveRate, press: halve });
  const alone = () => actions.emit({ kind: 'goOnAlone' });
  if (diverged && otherCan) ways.push({ label: texts.goOnAlone, press: alone });
  return ways;
}

/** A parameter as the script names it: W1[0, 5], b. */
function name(classifier: Classifier, layer = 0, from?: number, to?: number): string {
  const number = classifier === 'linear' ? '' : layer + 1;
  return from === undefined ? `b${number}[${to}]` : `W${number}[${from}, ${to}]`;
}

/** Three digits. */
function short(number: number): string {
  return String(Number(number.toPrecision(3)))
    .replace('-', '−')
    .replace('e+', 'e');
}
