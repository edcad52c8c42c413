/** What happened at a step, in words. */

import type { Dictionary } from '../i18n/index.js';
import type { Happening, Mark } from './mark.js';

export function wordsOf({ all }: Mark, texts: Dictionary): string[] {
  return all.map((happening) => wordOf(happening, texts));
}

function wordOf(happening: Happening, texts: Dictionary): string {
  switch (happening.kind) {
    case 'changed':
      return texts.markChanged(happening.what);
    case 'reached':
      return texts.markReached(texts[happening.classifier], happening.percent);
    case 'died':
      return texts.markDied(happening.units);
    case 'least':
      return texts.markLeast(texts[happening.classifier]);
    case 'diverged':
      return texts.markDiverged(texts[happening.classifier]);
  }
}
