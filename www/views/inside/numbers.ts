/** Numbers of the look inside, written so that they can be worked out by hand. */

/** Four decimals, or a power of ten where four decimals would say nothing. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 0.001 || size >= 1e5) ? value.toExponential(1) : value.toFixed(4);
  return withMinus(text);
}

/** A factor: seven digits, so that whoever multiplies what is shown gets the result that is shown. */
export function factor(value: number): string {
  const text = value === 0 ? '0' : value.toPrecision(7);
  return withMinus(text);
}

/** A result: as many decimals as the greatest term leaves exact when its factors have seven digits. */
export function result(value: number, terms: readonly number[] = [value]): string {
  const greatest = Math.max(...terms.map(Math.abs), Math.abs(value));
  if (greatest === 0) return '0';
  const decimals = 4 - Math.floor(Math.log10(greatest));
  if (decimals > 9) return withMinus(value.toExponential(4));
  return withMinus(value.toFixed(Math.max(0, Math.min(decimals, 9))));
}

/** A factor that follows an operator: in brackets if it is negative. */
export function bracketed(value: number): string {
  const text = factor(value);
  return value < 0 ? `(${text})` : text;
}

function withMinus(text: string): string {
  return text.replaceAll('-', '−');
}
