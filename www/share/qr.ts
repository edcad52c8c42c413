/** A text as a QR code, which a camera reads from a screen or from paper. */

import { generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';

/** Modules of white around a QR code, as its standard asks for. */
const QUIET = 4;

/** Draws it black on white in every theme: not all cameras read it the other way round. Whether a QR code holds so much. */
export function drawCode(svg: SVGSVGElement, text: string): boolean {
  try {
    toSvg(generate(text), svg, { on: '#000', off: '#fff', pad: QUIET });
  } catch {
    // Over 2,953 letters no QR code holds them.
    return false;
  }
  return true;
}
