/** What happened at a step, in words. */

import type { Dictionary } from '../i18n/index.js';
import type { Happening, Mark } from './mark.js';

export function wordsOf({ all }: Mark, texts: Dictionary): string[] {
  return all.map((happening) => wordOf(happening, texts));
}

function wordOf(happening: Happening, texts: Dictionary): string {
  switch (happening.kind) {
    case 'changed':
      return texts.markChanged(changeWords(happening.what, texts));
    case 'reached':
      return texts.markReached(texts[happening.classifier], happening.percent);
    case 'died':
      return texts.markDied(happening.units);
    case 'least':
      return texts.markLeast(texts[happening.classifier]);
    case 'best':
      return texts.markBest(texts[happening.classifier]);
    case 'diverged':
      return texts.markDiverged(texts[happening.classifier]);
  }
}

/** More changes of one step than these are only counted. */
const MOST_NAMED = 3;

/** Changes, each of which is `name=value` in the link, in words. */
export function changeWords(changes: readonly string[], texts: Dictionary): string {
  const named = changes.slice(0, MOST_NAMED).map((change) => {
    const [name = '', value] = change.split('=');
    if (name === 'apart') return texts.apart;
    return name === 'rate' || name === 'reg' ? `${texts[name]} ${value}` : `${name} = ${value}`;
  });
  const others = changes.length - named.length;
  if (others > 0) named.push(`+ ${others}`);
  return named.join(texts.comma);
}
