/** Hands a text to the browser as a file. */

/** Saves the whole link of a run, however long. */
export const saveRun = (link: string) => download(link, 'spiral-lab.txt');

export function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}
