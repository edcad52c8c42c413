/** Zooming along the steps: in shares of what is shown, so that it is the same on an even axis and on a log one. */

import { along, type Domain, stepAlong } from '../draw/scale.js';

/** What is shown, and the whole run. */
export interface Shown {
  steps: Domain;
  whole: Domain;
  log: boolean;
  /** So many steps are shown at least. */
  least: number;
}

/** The steps that are shown after zooming in by a factor, where what was at one share of the width comes to another; null for
 * the whole run. */
export function zoomed(shown: Shown, factor: number, share: number, to = share): Domain | null {
  const { steps, whole, log, least } = shown;
  const from = along(steps.min, log);
  const wide = along(steps.max, log) - from;
  const [start, end] = [along(whole.min, log), along(whole.max, log)];
  const span = wide / factor;
  // A little less, because what is halved and doubled is not always the same to the last digit.
  if (span > 0.999999 * (end - start)) return null;
  const wanted = from + share * wide - to * span;
  const begin = Math.max(start, Math.min(wanted, end - span));
  const next = { min: stepAlong(begin, log), max: stepAlong(begin + span, log) };
  return factor > 1 && next.max - next.min < least ? steps : next;
}

/** Where a step lies in what is shown: a share of the width. */
export function shareOf({ steps, log }: Shown, step: number): number {
  const from = along(steps.min, log);
  return (along(step, log) - from) / (along(steps.max, log) - from);
}
