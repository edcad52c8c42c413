/** A file's bytes as text: UTF-8 or UTF-16, with or without a byte order mark. */

import type { NoText } from '../../i18n/points-table-told.js';

/** Bytes of a file that are read, and lines of a text. */
export const MOST_BYTES = 4 << 20;
export const MOST_LINES = 100_000;

export type Decoded = { text: string } | { fault: NoText };

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
  const decoder = () => new TextDecoder(wide ?? 'utf-8', { fatal: true });
  try {
    // A letter that is cut off at the end is left out.
    return { text: decoder().decode(bytes, { stream: true }) };
  } catch {
    if (wide) return { fault: { kind: 'binary' } };
    return { fault: { kind: 'coding', line: lineOfFault(bytes, decoder()) } };
  }
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

function lineOfFault(bytes: Uint8Array, decoder: TextDecoder): number {
  let from = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, from) + 1 || bytes.length;
    try {
      decoder.decode(bytes.subarray(from, end));
    } catch {
      return line;
    }
    if (end === bytes.length) return line;
    from = end;
  }
}

/** The first lines of a text, and whether there are more. */
export function firstLines(text: string, most: number): { text: string; more: boolean } {
  let end = -1;
  for (let line = 0; line < most; line++) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return { text, more: false };
  }
  return { text: text.slice(0, end + 1), more: end + 1 < text.length };
}
