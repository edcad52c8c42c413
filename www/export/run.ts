/** A run as it stands, with all that files tell of it. */

import type { Frame } from '../engine/frame.js';
import type { Language } from '../i18n/index.js';

export interface RunAsItStands {
  frame: Frame;
  lang: Language;
  /** What a table calls the classes; null where they are numbers. */
  classNames: readonly string[] | null;
  /** Where it opens again. */
  link: string;
  /** The check code of the step at which it stands. */
  check: string;
  /** All weights and biases: layer by layer, weights row by row, then biases; those of the left classifier, then of the right. */
  parameters: Float64Array;
}

/** The address at which a link opens, without the query, which may be of others and secret; of a page from a disk the hash
 * alone, as its folders are nobody's business. */
export function addressOf(link: string, { protocol, origin, pathname }: Location): string {
  return protocol.startsWith('http') ? origin + pathname + link : link;
}
