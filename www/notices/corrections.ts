/** A link that could not be followed to the letter, as one sentence. */

import type { ChangeProblem } from '../engine/settings.js';
import type { Dictionary } from '../i18n/index.js';
import { type Correction, quote } from '../state/link.js';

/** A sentence holds so many; what is left is counted. */
const MOST = 6;

export function linkSentence(corrections: readonly Correction[], texts: Dictionary): string {
  const told = corrections.slice(0, MOST).map((correction) => wording(correction, texts));
  return texts.linkCorrected(told, corrections.length - told.length);
}

/** What of a link's changes was not done as it stands there. */
export function changesSentence(
  problems: readonly ChangeProblem[],
  forgotten: string | null,
  texts: Dictionary,
): string {
  const all = problems.map(({ piece, why }) => texts.changeProblem(quote(piece), why));
  if (forgotten !== null) all.push(texts.changesForgotten(quote(forgotten)));
  const told = all.slice(0, MOST);
  return texts.changesCorrected(told, all.length - told.length);
}

function wording(correction: Correction, texts: Dictionary): string {
  const { name, given } = correction;
  switch (correction.kind) {
    case 'value':
      return texts.correction(name, given, correction.used);
    case 'unclear':
      return texts.correctionUnclear(name, given, correction.readings.map(String), correction.used);
    case 'name':
      return texts.correctionName(given ? `${name}=${given}` : name, correction.meant);
    case 'again':
      return texts.correctionAgain(name, given);
  }
}
