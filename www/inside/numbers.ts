/** Numbers of the look inside, written so that they can be worked out by hand. Every double has a form: what is beyond the
 * numbers that a computer has is ∞, and what has no value at all (∞ − ∞, 0 · ∞) is a question mark. */

/** Digits of a number that is multiplied or added by hand. */
const DIGITS = 7;
/** Digits of what comes out: two fewer, so that what the factors lack seldom reaches them. */
const RESULT_DIGITS = 5;
/** Beyond so many decimals a power of ten is easier to read. */
const MOST_DECIMALS = 9;
/** Its spaces do not break, so that a product stays in one line. */
export const TIMES = '\u00a0·\u00a0';
/** Below it a number keeps fewer digits than others, down to none: the smallest of full precision, 2^−1022. */
export const LEAST_EXACT = 2.2250738585072014e-308;

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
  return finiteOr(value, () =>
    size !== 0 && (size < 0.001 || size >= 1e5) ? value.toExponential(1) : value.toFixed(4),
  );
}

/** A number to go on with: all its digits if they are few, else seven. */
export function factor(value: number): string {
  return finiteOr(value, () => String(digits(value) === value ? value : value.toPrecision(DIGITS)));
}

/** Twelve decimals, or a power of ten where they would say little: to compare two slopes digit by digit. */
export function precise(value: number): string {
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e9 ? power(value, 8) : finiteOr(value, () => value.toFixed(12));
}

/** A power of ten with so many decimals before it; 0 is 0. */
export function power(value: number, decimals: number): string {
  return finiteOr(value, () => (value === 0 ? '0' : value.toExponential(decimals)));
}

/** Twelve digits, as they are typed. */
export function twelveDigits(value: number): string {
  return finiteOr(value, () => value.toPrecision(12));
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
  // A sum next to the greatest number may go beyond it with seven digits, or the other way round: there is nothing to compare.
  if (!Number.isFinite(value) || !Number.isFinite(byHand)) return fiveDigits(value);
  const size = Math.max(
    Number.isFinite(greatest) ? greatest : 0,
    Math.abs(value),
    Math.abs(byHand),
  );
  if (value === 0 && byHand === 0) return '0';
  const most = RESULT_DIGITS - 1 - Math.floor(Math.log10(size));
  // With two digits fewer than `size` has before them, both are rounded to 0.
  for (let decimals = most; decimals >= most - RESULT_DIGITS - 1; decimals--) {
    const units = rounded(value, decimals);
    if (units === rounded(byHand, decimals)) return inDecimals(units, decimals);
  }
  return '0';
}

function fiveDigits(value: number): string {
  return finiteOr(value, () => value.toExponential(RESULT_DIGITS - 1));
}

/** How many units of the last decimal it is; −0 is 0. */
function rounded(value: number, decimals: number): number {
  return Math.round(shifted(value, decimals)) + 0;
}

/** value·10^decimals, in two steps where the power alone would be no number. */
function shifted(value: number, decimals: number): number {
  const half = Math.trunc(decimals / 2);
  if (Math.abs(decimals) <= 300)
    return decimals < 0 ? value / 10 ** -decimals : value * 10 ** decimals;
  return shifted(shifted(value, half), decimals - half);
}

function inDecimals(units: number, decimals: number): string {
  if (decimals >= 0 && decimals <= MOST_DECIMALS)
    return withMinus(Number(`${units}e${-decimals}`).toFixed(decimals));
  // Great numbers that cancel leave no digit: it is less than their own last one, and need not be 0.
  if (units === 0) return decimals < 0 ? '≈\u00a00' : '0';
  // From digit to digit, for the number itself may be beyond the greatest once it is rounded up.
  const [first = '', ...rest] = String(Math.abs(units));
  const exponent = rest.length - decimals;
  const mantissa = rest.length > 0 ? `${first}.${rest.join('')}` : first;
  return withMinus(`${units < 0 ? '-' : ''}${mantissa}e${exponent < 0 ? '' : '+'}${exponent}`);
}

/** The first factor of a later term keeps its sign to itself. */
function inBrackets(text: string): string {
  return text.replace(/^\S+/, (first) => `(${first})`);
}

/** A real minus sign instead of a hyphen. */
export function withMinus(text: string): string {
  return text.replaceAll('-', '−');
}

/** The text of a number, or the form of what is none. */
function finiteOr(value: number, text: () => string): string {
  if (Number.isNaN(value)) return '?';
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  return withMinus(text());
}
