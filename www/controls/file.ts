/** A run as a file, whose text is its link: opened by choosing it or by dropping it on the page. */

import { holdsLink } from '../state/link.js';

/** Bytes of the largest file that is read. */
const LARGEST = 4 << 20;

/** Opens files that are dropped on the page, and returns what opens one; `open` goes to the run of a link, and `openOther` looks
 * for a run or points in what is none. */
export function makeOpenFile(
  open: (link: string) => void,
  openOther: (file: File) => void,
): (file: File) => void {
  const openFile = (file: File) =>
    void read(file).then((link) => {
      if (link === null) openOther(file);
      else open(link);
    });
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    openFile(file);
  });
  return openFile;
}

/** The link that a file is, if it is one: a JSON has one among other things, a table may have many, and a picture begins with what is
 * no text. */
async function read(file: File): Promise<string | null> {
  if (file.size > LARGEST) return null;
  const text = (await file.text().catch(() => '')).trim();
  if (!/^[^[{\ufffd][^\n]*$/.test(text) || !holdsLink(text)) return null;
  // What stands before the link is an address, or a line that was handed in.
  return text.slice(Math.max(0, text.indexOf('#')));
}
