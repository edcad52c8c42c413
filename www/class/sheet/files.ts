/** Reads what is handed in as a file: a picture or a file that this page has saved, a table, or any text with links in it. */

import { decode } from '../../points/table/decode.js';
import { type Finding, findHandIns } from './find.js';

/** Bytes of the largest file that is read. */
const LARGEST = 16 << 20;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Under which the link stands in a picture. */
const KEYWORD = 'spiral-lab';

/** What the page calls its files, and what ends a file's name: neither is a person. */
const OWN_NAME = /[\s_-]*spiral-lab.*$|\.[^.]*$/i;

/** What a file hands in; a single run without a name is that of whom the file is named after. */
export async function handInsOf(file: File): Promise<Finding> {
  if (file.size > LARGEST) return NOTHING;
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => new Uint8Array(),
  );
  const { found, without } = findHandIns(textIn(bytes));
  const [first] = found;
  if (!first || found.length > 1 || first.name) return { found, without };
  return { found: [{ ...first, name: file.name.replace(OWN_NAME, '') }], without: [] };
}

const NOTHING: Finding = { found: [], without: [] };

function textIn(bytes: Uint8Array): string {
  if (PNG.every((byte, i) => bytes[i] === byte)) return linkInPicture(bytes);
  const decoded = decode(bytes);
  const text = 'text' in decoded ? decoded.text : '';
  return linkInJson(text) ?? text;
}

/** The link that the page writes into its pictures; nothing where there is none, or the file is damaged. */
export function linkInPicture(bytes: Uint8Array): string {
  // Latin-1 letters, of which a link has only those of ASCII.
  const letters = (from: number, to: number) =>
    new TextDecoder('latin1').decode(bytes.subarray(from, to));
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = lengthAt(bytes, at);
    const begin = at + 8;
    if (letters(at + 4, begin) === 'tEXt') {
      const [keyword, text = ''] = letters(begin, begin + length).split('\0');
      if (keyword === KEYWORD) return text;
    }
    at = begin + length + 4;
  }
  return '';
}

const lengthAt = (bytes: Uint8Array, at: number) =>
  bytes.subarray(at, at + 4).reduce((length, byte) => 256 * length + byte, 0);

function linkInJson(text: string): string | null {
  try {
    const { link } = JSON.parse(text) as { link?: unknown };
    return typeof link === 'string' ? link : null;
  } catch {
    return null;
  }
}
