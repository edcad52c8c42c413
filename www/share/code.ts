/** QR codes, which a class reads from the screen. */

import { generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';
import { isFile } from './address.js';

/** Modules of white around a QR code, as its standard asks for. */
const QUIET = 4;

/** An empty code, for `drawCode` to fill. */
export function makeCode(): SVGSVGElement {
  const code = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  code.setAttribute('role', 'img');
  return code;
}

/** Draws the code of an address, black on white in every theme: not all cameras read it the other way round. Returns its modules a side,
 * and hides it where there is none, 0: over 2,953 letters no QR code holds them, and that of a file would lead a phone nowhere. */
export function drawCode(code: SVGSVGElement, text: string): number {
  let modules = 0;
  try {
    if (!isFile()) {
      const drawn = generate(text);
      toSvg(drawn, code, { on: '#000', off: '#fff', pad: QUIET });
      modules = drawn.size;
    }
  } catch {
    // Too long.
  }
  code.toggleAttribute('hidden', modules === 0);
  return modules;
}
