/** A file's bytes as text: UTF-8 or UTF-16, with or without a byte order mark, or what spreadsheet programs write where nobody asks
 * for those. */

import type { NoText, OldCoding } from '../../i18n/points-table-told.js';

/** Bytes of a file that are read, and lines of a text. */
export const MOST_BYTES = 4 << 20;
export const MOST_LINES = 100_000;

export type Decoded = { text: string; coding?: OldCoding } | { fault: NoText };

/** How a workbook begins: as a zip archive, or as the older kind. */
const WORKBOOKS = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
];

export function decode(bytes: Uint8Array): Decoded {
  if (WORKBOOKS.some((begin) => begin.every((byte, i) => bytes[i] === byte)))
    return { fault: { kind: 'workbook' } };
  const wide = wideCoding(bytes);
  if (!wide && bytes.some(isNoLetter)) return { fault: { kind: 'binary' } };
  const text = textIn(bytes, wide ?? 'utf-8');
  if (text !== null) return { text };
  if (wide) return { fault: { kind: 'binary' } };
  // In the Western one each byte means something.
  const coding = isMostlyChinese(bytes) ? 'GBK' : 'Windows-1252';
  return { text: textIn(bytes, coding) ?? '', coding };
}

function textIn(bytes: Uint8Array, coding: string): string | null {
  try {
    // A letter that is cut off at the end is left out.
    return new TextDecoder(coding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Whether bytes that are no ASCII come in pairs, most of which are frequent Chinese characters or their punctuation; Western letters
 * with accents mostly stand alone. */
function isMostlyChinese(bytes: Uint8Array): boolean {
  let [pairs, frequent] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const [first, second] = [bytes[i] as number, bytes[i + 1] ?? 0];
    if (first < 0x80) continue;
    pairs += 1;
    if (second < 0x40) continue;
    if (second > 0xa0 && ((first > 0xaf && first < 0xd8) || (first > 0xa0 && first < 0xa4)))
      frequent += 1;
    i += 1;
  }
  return textIn(bytes, 'GBK') !== null && frequent > 0.6 * pairs;
}

/** UTF-16, which a mark tells, or the zeros that make up half of its Latin letters. */
function wideCoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const begin = bytes.subarray(0, 1000);
  begin.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > 0.3 * begin.length && even === 0) return 'utf-16le';
  if (even > 0.3 * begin.length && odd === 0) return 'utf-16be';
  return null;
}

/** A byte that stands in no text: a control character other than tabs and ends of lines. */
const isNoLetter = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26);

/** The first lines of a text, and whether there are more. */
export function firstLines(text: string, most: number): { text: string; more: boolean } {
  let end = -1;
  for (let line = 0; line < most; line++) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return { text, more: false };
  }
  return { text: text.slice(0, end + 1), more: end + 1 < text.length };
}
