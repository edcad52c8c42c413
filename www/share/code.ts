/** QR codes, which a class reads from the screen. */

import { generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';

/** Modules of white around a QR code, as its standard asks for. */
const QUIET = 4;

/** An empty code, for `drawCode` to fill. */
export function makeCode(): SVGSVGElement {
  const code = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  code.setAttribute('role', 'img');
  return code;
}

/** The page is a file, whose address leads to it on this machine alone. */
export const isFile = () => !location.protocol.startsWith('http');

/** Draws the code of an address, black on white in every theme: not all cameras read it the other way round. Says whether there is one,
 * and hides it where there is none: over 2,953 letters no QR code holds them, and that of a file would lead a phone nowhere. */
export function drawCode(code: SVGSVGElement, text: string): boolean {
  let drawn = !isFile();
  try {
    if (drawn) toSvg(generate(text), code, { on: '#000', off: '#fff', pad: QUIET });
  } catch {
    drawn = false;
  }
  code.toggleAttribute('hidden', !drawn);
  return drawn;
}
