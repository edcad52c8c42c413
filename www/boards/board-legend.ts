/** Which class has which shape and colour, in the right corners of a board, where no point can be. A board that is too small for
 * that has none; the page says it under such boards (classes.ts). */

import { classColour } from '../draw/palette.js';
import { addShape } from '../draw/shapes.js';
import { fontOf, theme } from '../draw/theme.js';

/** The height of letters in CSS pixels at the usual size of text; a row, and what lies around, in that height. */
const TEXT = 12;
const ROW = 1.35;
const AROUND = 0.45;
/** Widths of a name at most, in that height: the first that has room is taken. */
const WIDTHS = [7, 5, 4, 3];

/** Writes into a square of `side` pixels whose points lie within `clear` pixels of its middle; `words` are what
 * the classes are called, a line each. */
export function drawLegend(
  context: CanvasRenderingContext2D,
  side: number,
  clear: number,
  scale: number,
  words: string,
): void {
  const size = TEXT * theme().text * scale;
  context.font = fontOf(theme(), TEXT, scale);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const names = words.split('\n');
  const classes = names.length;
  const wide = (labels: string[]) =>
    Math.max(...labels.map((label) => context.measureText(label).width)) + 1.4 * size;
  const fits = (labels: string[], rows: number) => {
    const x = side / 2 - wide(labels) - AROUND * size;
    const y = side / 2 - (rows * ROW + AROUND) * size;
    return Math.hypot(x, Math.max(0, y)) > clear;
  };
  // On a small board the numbers stand alone, and half of the rows in the corner below.
  const labels =
    WIDTHS.map((width) => names.map((name) => cut(name, context, width * size))).find((cut) =>
      fits(cut, classes),
    ) ?? names.map((_, k) => `${k}`);
  const half = Math.ceil(classes / 2);
  if (!fits(labels, half)) return;
  const rows = fits(labels, classes) ? classes : half;
  const left = side - wide(labels) - AROUND * size;
  labels.forEach((label, k) => {
    const row = k < rows ? k : (side / size - 2 * AROUND) / ROW - (classes - k);
    const y = (AROUND + (row + 0.5) * ROW) * size;
    drawRow(context, k, left, y, size, label);
  });
}

/** As much of a name as has room. */
function cut(name: string, context: CanvasRenderingContext2D, room: number): string {
  const letters = [...name];
  const word = () => letters.join('');
  while (letters.length > 1 && context.measureText(word()).width > room) letters.splice(-2, 2, '…');
  return word();
}

function drawRow(
  context: CanvasRenderingContext2D,
  label: number,
  left: number,
  y: number,
  size: number,
  text: string,
): void {
  const { ink, ground } = theme();
  const path = new Path2D();
  addShape(path, label, left + 0.4 * size, y, 0.4 * size);
  context.strokeStyle = ground;
  context.lineWidth = 0.25 * size;
  context.lineJoin = 'round';
  context.stroke(path);
  context.fillStyle = classColour(label);
  context.fill(path);
  context.strokeText(text, left + 1.3 * size, y);
  context.fillStyle = ink;
  context.fillText(text, left + 1.3 * size, y);
}
