/** The printed run as a file, which holds the run. */

import { withTexts } from './png.js';
import { printOf } from './print.js';
import type { Prints } from './print-sheet.js';
import { textsOf } from './reading.js';
import type { RunAsItStands } from './run.js';

const TYPE = 'image/png';

/** Null where the browser could not make it. */
export async function pictureOf(run: RunAsItStands, how: Prints): Promise<Blob | null> {
  const canvas = printOf(run, how);
  const plain = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, TYPE));
  if (plain?.type !== TYPE) return null;
  const bytes = new Uint8Array(await plain.arrayBuffer());
  return new Blob([withTexts(bytes, textsOf(run))], { type: TYPE });
}
