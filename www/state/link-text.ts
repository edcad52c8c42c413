/** The text of a link as it arrives: typed by hand, or passed on by a messenger or a course page that has rewritten it. */

import { plain } from '../ui/numerals.js';

/** A name as it is known, and what was given for it. */
export interface Pair {
  name: string;
  /** The name as it was written. */
  written: string;
  text: string;
}

/** What messengers and search engines add to an address for purposes of their own. */
const TRACKING =
  /^(utm(_.*)?|.*clk?id|[gw]braid|mc_[ce]id|igshid|_g[al]|spm|from|isappinstalled|nsukey)$/;

/** `name=value`, joined by `&`, in the order in which they stand; what others have added for themselves is left out. */
export function pairsOf(text: string): Pair[] {
  const pairs: Pair[] = [];
  for (const piece of unescaped(text).split(/&(?:amp;)*|#|;(?=\s*[a-z.]+\s*=)/i)) {
    const at = piece.indexOf('=');
    const written = decoded(at < 0 ? piece : piece.slice(0, at)).trim();
    const name = plain(written).toLowerCase();
    if (name === '' || TRACKING.test(name)) continue;
    const value = decoded(at < 0 ? '' : piece.slice(at + 1));
    pairs.push({ name, written, text: value.replace(/;$/, '').trim() });
  }
  return pairs;
}

/** Without the signs that lead to it, in half width, and decoded once more where it was encoded as a whole. */
function unescaped(text: string): string {
  // The browser encodes what is full width, and with it the signs that separate.
  const half = plain(decoded(text, /(?:%[89a-f][0-9a-f])+/gi));
  const bare = half.replace(/^[#!?/\s]+/, '');
  return bare.includes('=') ? bare : decoded(bare);
}

/** Percent signs that encode nothing stay, and so does `+`: in a number it is a sign. */
function decoded(text: string, what = /(?:%[0-9a-f]{2})+/gi): string {
  return text.replace(what, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

/** The name that was probably meant: one that is part of what was written, or nearly the same. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const word = written.toLowerCase();
  const within = names.filter(
    (name) => word.includes(name) || (word.length > 2 && name.includes(word)),
  );
  if (within.length > 0) return within.reduce((a, b) => (b.length > a.length ? b : a));
  const allowed = word.length > 4 ? 2 : 1;
  const near = names
    .map((name) => ({ name, distance: distance(word, name) }))
    .filter((candidate) => candidate.distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name ?? null;
}

/** Letters to add, leave out, replace or swap with their neighbour, to get from one word to the other. */
function distance(from: string, to: string): number {
  let [before, last]: [number[], number[]] = [
    [],
    Array.from({ length: to.length + 1 }, (_, i) => i),
  ];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
        swapped ? (before[j - 2] as number) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[to.length] as number;
}
