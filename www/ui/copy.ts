/** Copying, also in a page within a page, which may often not write to the clipboard. */

import { setText } from './dom.js';

/** What is said of a try: it was copied, or is marked for the person to copy. */
export interface CopyTexts {
  readonly copied: string;
  readonly marked: string;
}

/** Copies a text that stands nowhere. Says whether it was copied. */
async function copyText(text: string): Promise<boolean> {
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.value = text;
  document.body.append(field);
  const copied = await copyFrom(field);
  field.remove();
  return copied;
}

/** Copies what stands in a field, and leaves it marked: where no way is open the person can still copy it. Says whether it was copied. */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Out of date, and allowed in frames in which the other way is not.
    return document.execCommand('copy');
  }
}

/** Copies a text that stands nowhere, and says on its button what came of it. */
export async function copyTextAndSay(
  text: string,
  button: Element,
  { copied, notCopied }: { readonly copied: string; readonly notCopied: string },
): Promise<void> {
  setText(button, (await copyText(text)) ? copied : notCopied);
}

/** Copies what stands in a field, and says in `place` what came of it. */
export async function copyAndSay(
  field: HTMLInputElement | HTMLTextAreaElement,
  place: HTMLElement,
  { copied, marked }: CopyTexts,
): Promise<void> {
  setText(place, (await copyFrom(field)) ? copied : marked);
}
