/** Both boards of a printed run, with their names and numbers. */

import { strokeBoundary } from '../boards/board.js';
import { PointsPicture } from '../boards/points-picture.js';
import { readingOf } from '../boards/readouts.js';
import { context2d } from '../draw/canvas.js';
import { regionColours } from '../draw/palette.js';
import { CLASSIFIERS, type Classifier, type Painter } from '../engine/frame.js';
import { drawPoints } from '../held-out/sprites.js';
import { nameOfClass } from '../i18n/index.js';
import { make } from '../ui/dom.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';
import { BASE, GAP, LINE, letters, MARGIN, SCALE, type Sheet, WIDTH } from './print-sheet.js';
import type { RunAsItStands } from './run.js';

const SIDE = (WIDTH - 2 * MARGIN - GAP) / 2;
const NAME = 50;
/** The lines between regions are found on a lattice of so many lines: right to a third of a millimetre. */
const LATTICE = SIDE / SCALE;

export function heightOfBoards({ frame }: RunAsItStands): number {
  return NAME + LINE / 2 + SIDE + LINE * (frame.linear.test ? 2.3 : 1.3);
}

export function drawBoards(
  sheet: Sheet,
  how: { painter: Painter; soft: boolean },
  top: number,
): void {
  const points = pointsOf(sheet);
  CLASSIFIERS.forEach((classifier, place) => {
    const left = MARGIN + place * (SIDE + GAP);
    drawName(sheet, classifier, left, top + NAME);
    const under = top + NAME + LINE / 2;
    sheet.context.drawImage(regionsOf(classifier, how, points.reach, sheet), left, under);
    sheet.context.drawImage(points.picture, left, under);
    sheet.context.strokeStyle = '#999';
    sheet.context.strokeRect(left, under, SIDE, SIDE);
    drawNumbers(sheet, classifier, left, under + SIDE + LINE);
  });
}

function pointsOf({ run, page }: Sheet): { picture: HTMLCanvasElement; reach: number } {
  const { frame, classNames } = run;
  const { points, experiment } = frame;
  const picture = new PointsPicture();
  const reach = picture.frame(points, experiment.beginning.data === 'own');
  const named = (_: unknown, label: number) => nameOfClass(label, classNames, page);
  const words = Array.from({ length: points.classes }, named).join('\n');
  const differ = points.heldOut.length > 0 || experiment.beginning.wrong > 0;
  return { picture: picture.of(points, SIDE, SCALE, words, differ ? drawPoints : null), reach };
}

/** On a canvas of its own: what the engine paints begins in a corner. */
function regionsOf(
  classifier: Classifier,
  { painter, soft }: { painter: Painter; soft: boolean },
  reach: number,
  { run }: Sheet,
): HTMLCanvasElement {
  const canvas = make('canvas');
  canvas.width = canvas.height = SIDE;
  const context = context2d(canvas);
  const colours = regionColours(run.frame.points.classes);
  painter.paint(classifier, context, { side: SIDE, reach, colours, soft }, false);
  const segments = painter.boundary(classifier, LATTICE, reach);
  strokeBoundary(context, segments, SIDE / LATTICE, SCALE);
  return canvas;
}

function drawName({ context, page, run }: Sheet, classifier: Classifier, x: number, y: number) {
  const { activation } = run.frame.experiment.beginning;
  const formulas = {
    linear: page.linearFormula,
    network: activation === 'relu' ? page.networkFormula : page.withoutReluFormula,
  };
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = '#000';
  context.font = letters(NAME, 'bold');
  context.fillText(page[classifier], x, y);
  const after = x + context.measureText(page[classifier]).width + BASE;
  context.font = letters(BASE, 'italic');
  context.fillText(formulas[classifier], after, y);
}

function drawNumbers({ context, page, run, texts }: Sheet, of: Classifier, x: number, y: number) {
  const { loss, accuracy } = readingOf(run.frame, of);
  const { test } = run.frame[of];
  const numbers = (loss: number, accuracy: number) =>
    `${page.loss} ${formatLoss(loss)}    ${page.accuracy} ${formatAccuracy(accuracy)}`;
  context.fillStyle = '#000';
  context.font = letters(1.2 * BASE);
  context.fillText(numbers(loss, accuracy), x, y);
  if (test) context.fillText(texts.heldOut(numbers(test.loss, test.accuracy)), x, y + LINE);
}
