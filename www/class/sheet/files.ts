/** Reads what is handed in as a file: a picture or a file that this page has saved, a table, or any text with links in it. */

import { runIn } from '../../export/reading.js';
import { decode } from '../../points/table/decode.js';
import { type Finding, findHandIns } from './find.js';

/** Bytes of the largest file that is read. */
const LARGEST = 16 << 20;

/** What the page calls its files, and what ends a file's name: neither is a person. */
const OWN_NAME = /[\s_-]*spiral-lab.*$|\.[^.]*$/i;

/** What a file hands in; a single run without a name is that of whom the file is named after. */
export async function handInsOf(file: File): Promise<Finding> {
  if (file.size > LARGEST) return NOTHING;
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => new Uint8Array(),
  );
  const name = file.name.replace(OWN_NAME, '');
  const run = runIn(bytes);
  if (run === 'picture' || run === 'damaged') return NOTHING;
  if (run !== null && typeof run === 'object')
    return { found: [{ link: run.link, name, check: run.check }], without: [] };
  const decoded = decode(bytes);
  const { found, without } = findHandIns('text' in decoded ? decoded.text : '');
  const [first] = found;
  if (!first || found.length > 1 || first.name) return { found, without };
  return { found: [{ ...first, name }], without: [] };
}

/** A picture without a run, or a file that was cut off, hands in nothing. */
const NOTHING: Finding = { found: [], without: [] };
