/** A link that could not be followed to the letter, as one sentence. */

import type { Dictionary } from '../i18n/index.js';
import type { Correction } from '../state/link.js';

/** A sentence holds so many; what is left is counted. */
const MOST = 6;

export function linkSentence(corrections: readonly Correction[], texts: Dictionary): string {
  const told = corrections.slice(0, MOST).map((correction) => wording(correction, texts));
  return texts.linkCorrected(told, corrections.length - told.length);
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
