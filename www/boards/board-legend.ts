/** Which class has which shape and colour, in the right corners of a board, where no point can be. A board that is too small for
 * that has none; the page says it under such boards (classes.ts). */

import { classColour } from '../draw/palette.js';
import { addShape } from '../draw/shapes.js';
import { fontOf, theme } from '../draw/theme.js';

/** The height of letters in CSS pixels at the usual size of text; a row, and what lies around, in that height. */
const TEXT = 12;
const ROW = 1.35;
const AROUND = 0.45;
/** Letters of a name at most; on a small board fewer, if one of the names is longer than a number with its word. */
const MOST = 14;
const LEAST = 5;
const SHORT = 7;

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
  let most = MOST;
  let labels = cut(names, most);
  const least = names.some(({ length }) => length > SHORT) ? LEAST : MOST;
  while (most > least && !fits(labels, classes)) labels = cut(names, --most);
  // On a small board the numbers stand alone, and half of the rows in the corner below.
  if (!fits(labels, classes)) labels = names.map((_, k) => `${k}`);
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

function cut(names: string[], most: number): string[] {
  return names.map((name) => (name.length > most ? `${name.slice(0, most - 1)}…` : name));
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
