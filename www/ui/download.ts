/** Hands a text to the browser as a file. */

/** Saves the whole link of a run, however long. */
export const saveRun = (link: string) => download(link, 'spiral-lab.txt');

/** A text, or what is a file already. */
export function download(content: string | Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}
