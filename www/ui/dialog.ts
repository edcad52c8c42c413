/** Dialogs over the page. */

import { make } from './dom.js';

/** A dialog that is named by its title and closed until it is shown. While it is open no key means the page behind it. */
export function makeDialog(name: string, title: HTMLElement, ...parts: Node[]): HTMLDialogElement {
  const dialog = make('dialog', `sheet ${name}`, title, ...parts);
  title.id = `${name}-title`;
  dialog.setAttribute('aria-labelledby', title.id);
  // Within a part that is hidden it could not be shown.
  document.body.append(dialog);
  const stop = (event: Event) => {
    if (dialog.open) event.stopPropagation();
  };
  for (const type of ['keydown', 'keyup']) addEventListener(type, stop, true);
  return dialog;
}
