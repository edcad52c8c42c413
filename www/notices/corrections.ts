/** A link that could not be followed to the letter, as one sentence. */

import type { NoticeTexts } from '../i18n/notices-en.js';
import { type Correction, quote } from '../state/link.js';

/** A sentence holds so many; what is left is counted. */
const MOST = 6;

/** `forgotten` are changes that were not made because the loss would be none. */
export function linkSentence(
  corrections: readonly Correction[],
  texts: NoticeTexts,
  forgotten: string | null = null,
): string {
  const told = corrections.slice(0, MOST).map((correction) => wording(correction, texts));
  const more = corrections.length - told.length;
  if (forgotten !== null) told.push(texts.changesForgotten(quote(forgotten)));
  return corrections.length > 0 ? texts.linkCorrected(told, more) : texts.changesCorrected(told);
}

function wording(correction: Correction, texts: NoticeTexts): string {
  const { given } = correction;
  switch (correction.kind) {
    case 'value':
      return texts.correction(correction.name, given, correction.used);
    case 'unclear': {
      const { name, used } = correction;
      return texts.correctionUnclear(name, given, correction.readings.map(String), used);
    }
    case 'name': {
      const { name, meant } = correction;
      return texts.correctionName(given ? `${name}=${given}` : name, meant);
    }
    case 'again':
      return texts.correctionAgain(correction.name, given);
    case 'own':
      return texts.correctionOwn(correction.wrong, correction.read, correction.detail);
    case 'later':
      return texts.correctionLater(given);
    case 'change':
      return texts.changeProblem(given, correction.why);
  }
}
