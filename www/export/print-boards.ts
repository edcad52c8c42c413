/** Both boards of a printed run, with their names and numbers. */

import { readingOf } from '../boards/readouts.js';
import { CLASSIFIERS, type Classifier } from '../engine/frame.js';
import { boardOf } from '../print/board.js';
import { isSeen } from '../print/stage.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';
import {
  BASE,
  GAP,
  LINE,
  letters,
  MARGIN,
  type Prints,
  SCALE,
  type Sheet,
  WIDTH,
} from './print-sheet.js';
import type { RunAsItStands } from './run.js';

const SIDE = (WIDTH - 2 * MARGIN - GAP) / 2;
const NAME = 50;
export function heightOfBoards({ frame }: RunAsItStands): number {
  return NAME + LINE / 2 + SIDE + LINE * (frame.linear.test ? 2.3 : 1.3);
}

export function drawBoards(sheet: Sheet, { stage, soft }: Prints, top: number): void {
  const { context, run, page } = sheet;
  const seen = { soft, classNames: run.classNames, texts: page };
  CLASSIFIERS.forEach((classifier, place) => {
    if (!isSeen(`${classifier}-board`)) return;
    const left = MARGIN + place * (SIDE + GAP);
    drawName(sheet, classifier, left, top + NAME);
    const under = top + NAME + LINE / 2;
    context.drawImage(boardOf(stage, classifier, run.frame, seen, SIDE, SCALE), left, under);
    context.strokeStyle = '#999';
    context.strokeRect(left, under, SIDE, SIDE);
    if (isSeen(`${classifier}-loss`)) drawNumbers(sheet, classifier, left, under + SIDE + LINE);
  });
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
