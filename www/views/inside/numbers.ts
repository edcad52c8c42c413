/** Numbers of the look inside, written so that they can be worked out by hand. */

/** Digits of a number that is multiplied or added by hand. */
const DIGITS = 7;
/** Digits of what comes out: two fewer, so that what the factors lack seldom reaches them. */
const RESULT_DIGITS = 5;
/** Beyond so many decimals a power of ten is easier to read. */
const MOST_DECIMALS = 9;
/** Its spaces do not break, so that a product stays in one line. */
export const TIMES = '\u00a0·\u00a0';

/** Something to work out by hand. */
export interface Written {
  text: string;
  /** What its digits come to. */
  byHand: number;
  /** Its greatest term, which decides how many digits of the result are good. */
  greatest: number;
}

/** Four decimals, or a power of ten where four decimals would say nothing. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 0.001 || size >= 1e5) ? value.toExponential(1) : value.toFixed(4);
  return withMinus(text);
}

/** A number to go on with: all its digits if they are few, else seven. */
export function factor(value: number): string {
  return withMinus(String(digits(value) === value ? value : value.toPrecision(DIGITS)));
}

/** A factor that follows an operator: in brackets if it is negative. */
export function bracketed(value: number): string {
  const text = factor(value);
  return value < 0 ? `(${text})` : text;
}

/** What `factor` shows, as a number. */
export function digits(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

export function written(text: string, byHand: number, greatest = Math.abs(byHand)): Written {
  return { text, byHand, greatest };
}

/** a · b. */
export function times(a: number, b: number): Written {
  return written(`${factor(a)}${TIMES}${bracketed(b)}`, digits(a) * digits(b));
}

/** a / b. */
export function over(a: number, b: number): Written {
  return written(`${factor(a)} / ${bracketed(b)}`, digits(a) / digits(b));
}

/** Terms with plus signs between them. */
export function plus(...terms: readonly Written[]): Written {
  return written(
    terms
      .map(({ text }, i) => (i > 0 && text.startsWith('−') ? inBrackets(text) : text))
      .join(' + '),
    terms.reduce((sum, { byHand }) => sum + byHand, 0),
    Math.max(...terms.map(({ greatest }) => greatest)),
  );
}

/** A number as a term. */
export function term(value: number): Written {
  return written(factor(value), digits(value));
}

/** What is to be worked out, and what comes out: `value`, with as many digits as whoever works it out finds too. */
export function equals({ text, byHand, greatest }: Written, value: number): string {
  return `${text} =\u00a0${result(value, byHand, greatest)}`;
}

/** The digits of `value` that are also those of `byHand`, five at most counted from the greatest term's first. */
export function result(value: number, byHand = value, greatest = Math.abs(value)): string {
  const size = Math.max(greatest, Math.abs(value), Math.abs(byHand));
  if (size === 0) return '0';
  let decimals = RESULT_DIGITS - 1 - Math.floor(Math.log10(size));
  while (rounded(value, decimals) !== rounded(byHand, decimals)) decimals -= 1;
  return withMinus(inDecimals(rounded(value, decimals), decimals));
}

/** How many units of the last decimal it is; −0 is 0. */
function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) + 0;
}

function inDecimals(units: number, decimals: number): string {
  const value = Number(`${units}e${-decimals}`);
  if (decimals >= 0 && decimals <= MOST_DECIMALS) return value.toFixed(decimals);
  return units === 0 ? '0' : value.toExponential(String(Math.abs(units)).length - 1);
}

/** The first factor of a later term keeps its sign to itself. */
function inBrackets(text: string): string {
  return text.replace(/^\S+/, (first) => `(${first})`);
}

/** A real minus sign instead of a hyphen. */
export function withMinus(text: string): string {
  return text.replaceAll('-', '−');
}
