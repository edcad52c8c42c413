/** Hands a text, or what is a file already, to the browser as a file. */

/** Milliseconds for which the browser may go on reading it. */
const KEPT = 60_000;

/** Saves the whole link of a run, however long. */
export const saveRun = (link: string) => download(link, 'spiral-lab.txt');

export function download(content: string | Blob, name: string): void {
  const file = typeof content === 'string' ? new Blob([content], { type: 'text/plain' }) : content;
  const address = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
