/** Numbers as people write them: with a point or a comma, in groups of three, full width from a Chinese keyboard. */

/** Every number that the text may mean: none where it is no number, two where it is unclear, as `1,000` may be one or a
 * thousand. Where a whole number is asked for, a group of three digits after a comma is a group of digits. */
export function readings(text: string, whole = false): readonly number[] {
  const found = /^([+-]?)([\d., '_]*)(e[+-]?\d+)?$/i.exec(plain(text));
  if (!found) return [];
  const [, sign = '', digits = '', power = ''] = found;
  return mantissas(digits.trim(), whole).map((mantissa) => Number(sign + mantissa + power));
}

/** The one number that the text means; NaN where it is none, or unclear. */
export function parseNumber(text: string, whole = false): number {
  const [value = Number.NaN, ...others] = readings(text, whole);
  return others.length > 0 ? Number.NaN : value;
}

/** In the letters of a script: half width, one minus sign, one kind of space, no space around. */
export function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s/g, ' ')
    .trim()
    .replace(/^([+-]) +/, '$1');
}

/** What a number without sign and power may be, as a script would write it. */
function mantissas(text: string, whole: boolean): string[] {
  const decimal = /^(\d+\.?\d*|\.\d+)$/;
  // 1 000, 1'000.5: nothing else can be meant.
  if (/^[1-9]\d{0,2}([ '_]\d{3})+([.,]\d*)?$/.test(text))
    return [text.replace(/[ '_]/g, '').replace(',', '.')];
  if (/[ '_]/.test(text)) return [];
  // 1,000,000 and 1,000.5; 1.000.000 and 1.000,5.
  if (/^[1-9]\d{0,2}(,\d{3}){2,}$|^[1-9]\d{0,2}(,\d{3})+\.\d*$/.test(text))
    return [text.replaceAll(',', '')];
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$|^[1-9]\d{0,2}(\.\d{3})+,\d*$/.test(text))
    return [text.replaceAll('.', '').replace(',', '.')];
  const point = text.replace(',', '.');
  if (!decimal.test(point)) return [];
  return ambiguous(text, whole) ?? [point];
}

/** A comma or a point in one group of digits, or almost: what it may be instead of the sign before the decimals. */
function ambiguous(text: string, whole: boolean): string[] | null {
  const together = text.replace(/[.,]/, '');
  const isGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  const both = [text.replace(',', '.'), together];
  if (text.includes(',')) {
    if (isGroup) return whole ? [together] : both;
    return whole && /,\d{2,}$/.test(text) ? both : null;
  }
  // A point is the sign of the decimals in every script and table; only where there can be none it may be something else.
  return isGroup && whole ? both : null;
}
