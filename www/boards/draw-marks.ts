/** Draws what the look inside marks on a board. */

import { positivePart } from '../draw/half-plane.js';
import { classColour } from '../draw/palette.js';
import { theme } from '../draw/theme.js';
import type { Line } from '../engine/inspection.js';
import type { Intent } from '../state/store.js';
import type { Marks, Square } from './overlay.js';

/** CSS pixels. */
const FOLD_WIDTH = 1.5;
const CLASS_WIDTH = 1.5;
const LIT_WIDTH = 3;
const ARROW_WIDTH = 2.5;
const RING_WIDTH = 2.5;

const corners = new Float64Array(10);

function draw(context: CanvasRenderingContext2D, marks: Marks, square: Square): void {
  const { fold, lit, stroke } = theme();
  if (marks.lit) shadePositiveSide(context, marks.lit, square);
  marks.lines.forEach((line, i) => {
    context.lineWidth = (marks.ofClasses ? CLASS_WIDTH : FOLD_WIDTH) * stroke * square.scale;
    context.strokeStyle = marks.ofClasses ? classColour(i) : fold;
    strokeLine(context, line, square);
    if (marks.ofClasses) drawArrow(context, line, square);
  });
  if (marks.lit) {
    context.lineWidth = LIT_WIDTH * stroke * square.scale;
    context.strokeStyle = lit;
    strokeLine(context, marks.lit, square);
  }
  if (marks.point) ringPoint(context, marks.point, square);
}

const across = ({ side, reach }: Square, x: number) => (side * (1 + x / reach)) / 2;
const down = ({ side, reach }: Square, y: number) => (side * (1 - y / reach)) / 2;

function strokeLine(context: CanvasRenderingContext2D, { segment }: Line, square: Square): void {
  if (!segment) return;
  context.beginPath();
  context.moveTo(across(square, segment.x1), down(square, segment.y1));
  context.lineTo(across(square, segment.x2), down(square, segment.y2));
  context.stroke();
}

function shadePositiveSide(context: CanvasRenderingContext2D, line: Line, square: Square): void {
  const count = positivePart(line, square.reach, corners);
  context.beginPath();
  for (let corner = 0; corner < count; corner++) {
    context.lineTo(
      across(square, corners[2 * corner] as number),
      down(square, corners[2 * corner + 1] as number),
    );
  }
  context.fillStyle = theme().litSide;
  context.fill();
}

/** From the middle of a class's line towards the side where its score is positive. */
function drawArrow(
  context: CanvasRenderingContext2D,
  { wx, wy, segment }: Line,
  square: Square,
): void {
  const norm = Math.hypot(wx, wy);
  if (!segment || norm === 0) return;
  const length = 30 * square.scale;
  const head = 7 * square.scale;
  const x = across(square, (segment.x1 + segment.x2) / 2);
  const y = down(square, (segment.y1 + segment.y2) / 2);
  const [dx, dy] = [wx / norm, -wy / norm];
  const [tipX, tipY] = [x + length * dx, y + length * dy];
  context.lineWidth = ARROW_WIDTH * theme().stroke * square.scale;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(tipX, tipY);
  context.moveTo(tipX - head * (dx + dy), tipY - head * (dy - dx));
  context.lineTo(tipX, tipY);
  context.lineTo(tipX - head * (dx - dy), tipY - head * (dy + dx));
  context.stroke();
}

function ringPoint(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  square: Square,
): void {
  const { ink, ground, stroke } = theme();
  const width = RING_WIDTH * stroke * square.scale;
  const radius = 1.2 * square.radius + 2 * width;
  context.beginPath();
  context.arc(across(square, x), down(square, y), radius, 0, 2 * Math.PI);
  context.strokeStyle = ground;
  context.lineWidth = 2 * width;
  context.stroke();
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.stroke();
}

/** The marks of the look inside on the board of the classifier that is looked at. */
export function marksOf(
  { selectedUnit, allLines }: Pick<Intent, 'selectedUnit' | 'allLines'>,
  /** What is looked at has no hidden units: its lines are those of the classes' scores. */
  ofClasses: boolean,
  findLines: () => readonly Line[],
  point: Marks['point'],
): Marks {
  const lines = ofClasses || allLines || selectedUnit !== null ? findLines() : [];
  const lit = selectedUnit === null ? null : (lines[selectedUnit] ?? null);
  return { point, lines: ofClasses || allLines ? lines : [], lit, ofClasses, draw };
}

/** A ring around a point, and nothing more. */
export function ringOf(point: Marks['point']): Marks {
  return { point, lines: [], lit: null, ofClasses: false, draw };
}
