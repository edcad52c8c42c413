/** Numbers tied to their units: no line ends between the two. */

const UNIT_AFTER = /(\d) (?=[%\u4e00-\u9fff])/g;
const WORD_BEFORE = /(第|\bstep) (?=\d)/gi;

export function tied(text: string): string {
  return text.replace(UNIT_AFTER, '$1\u00a0').replace(WORD_BEFORE, '$1\u00a0');
}

/** All texts of a dictionary with their numbers tied, those too that a function of it makes. */
export function tiedTexts<T>(texts: T): T {
  const tie = (value: unknown): unknown => {
    if (typeof value === 'string') return tied(value);
    if (typeof value === 'function') return (...given: unknown[]) => tie(value(...given));
    if (Array.isArray(value)) return value.map(tie);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tie(inner)]));
    return value;
  };
  return tie(texts) as T;
}
