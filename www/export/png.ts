/** Texts in a PNG file: pieces of the kind `tEXt`, which every program that shows pictures leaves alone. */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Around a piece's content: its length and its kind before, its sum after. */
const BEFORE = 8;
const AFTER = 4;
const KIND = 'tEXt';

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** The picture with more texts, each in printable ASCII, behind its first piece, which is its header. */
export function withTexts(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const after = SIGNATURE.length + BEFORE + lengthAt(png, SIGNATURE.length) + AFTER;
  const pieces = Object.entries(texts).map(([key, text]) => piece(ascii(`${key}\0${text}`)));
  return joined([png.subarray(0, after), ...pieces, png.subarray(after)]);
}

/** The texts of a picture by their keys, the first of each key; what is damaged ends them. */
export function textsIn(png: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>();
  let at = SIGNATURE.length;
  while (isPng(png) && at + BEFORE + AFTER <= png.length) {
    const end = at + BEFORE + lengthAt(png, at);
    if (end + AFTER > png.length) break;
    const checked = png.subarray(at + AFTER, end);
    const kind = String.fromCharCode(...checked.subarray(0, KIND.length));
    // Something else, of millions of pieces without content perhaps.
    if (!/^[A-Za-z]{4}$/.test(kind)) break;
    if (kind === KIND && lengthAt(png, end) === crc(checked)) {
      const [key = '', value = ''] = latin(checked.subarray(KIND.length)).split('\0');
      if (!texts.has(key)) texts.set(key, value);
    }
    at = end + AFTER;
  }
  return texts;
}

function piece(content: Uint8Array): Uint8Array {
  const checked = joined([ascii(KIND), content]);
  return joined([number(content.length), checked, number(crc(checked))]);
}

/** Four bytes, the greatest first. */
const number = (value: number) =>
  Uint8Array.from([24, 16, 8, 0], (shift) => (value >>> shift) & 255);

const lengthAt = (bytes: Uint8Array, at: number) =>
  [0, 1, 2, 3].reduce((sum, i) => 256 * sum + (bytes[at + i] ?? 0), 0);

const ascii = (text: string) => new TextEncoder().encode(text);

/** Byte by byte, as texts may be long. */
const latin = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The sum that ends each piece: CRC-32, bit by bit. */
function crc(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
