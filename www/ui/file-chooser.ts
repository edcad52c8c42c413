/** Lets a person choose a file. */

import { make } from './dom.js';

/** The input to put beside the button, which opens it; `accept` is what the input is told that files are of. Several come together
 * where the input is told that it may be `multiple`. */
export function makeFileChooser(
  button: HTMLButtonElement,
  accept: string,
  open: (first: File, ...others: File[]) => void,
): HTMLInputElement {
  const chooser = make('input');
  chooser.type = 'file';
  chooser.accept = accept;
  // The browser's own button has words in the browser's language.
  chooser.hidden = true;
  button.addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const [file, ...others] = chooser.files ?? [];
    if (file) open(file, ...others);
    // The same file may be chosen again.
    chooser.value = '';
  });
  return chooser;
}
