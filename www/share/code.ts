/** QR codes, which a class reads from the screen. */

import { generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';
import { isFile } from './address.js';

/** Modules of white around a QR code, as its standard asks for. */
const QUIET = 4;

/** Modules a side above which a camera has to come close, and which are lost in print. */
export const FINE = 105;

/** The code of an address. There is none where it is too long, over 2,953 letters, nor of a file's: that would lead a phone nowhere. */
export function codeOf(address: string): ReturnType<typeof generate> | null {
  if (isFile()) return null;
  try {
    return generate(address);
  } catch {
    return null;
  }
}

/** An empty code, for `drawCode` to fill. */
export function makeCode(): SVGSVGElement {
  const code = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  code.setAttribute('role', 'img');
  return code;
}

/** Draws the code of an address, black on white in every theme: not all cameras read it the other way round. Returns its modules a side,
 * and hides it where there is none, 0. */
export function drawCode(code: SVGSVGElement, address: string): number {
  const drawn = codeOf(address);
  if (drawn) toSvg(drawn, code, { on: '#000', off: '#fff', pad: QUIET });
  code.toggleAttribute('hidden', !drawn);
  return drawn?.size ?? 0;
}
