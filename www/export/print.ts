/** A run as a picture to be printed, or put on a slide: boards, chart and numbers, dark on white whatever the page's display is. */

import { context2d } from '../draw/canvas.js';
import { EXPORT } from '../i18n/export.js';
import { dictionary } from '../i18n/index.js';
import { onPaper } from '../print/paper.js';
import { make } from '../ui/dom.js';
import { drawBoards, heightOfBoards } from './print-boards.js';
import { captionOf, drawCaption } from './print-caption.js';
import { drawChart, heightOfChart } from './print-chart.js';
import { BASE, GAP, LINE, letters, MARGIN, type Prints, type Sheet, WIDTH } from './print-sheet.js';
import type { RunAsItStands } from './run.js';

/** The height of the title's letters. */
const TITLE = 66;

export const printOf = (run: RunAsItStands, prints: Prints): HTMLCanvasElement =>
  onPaper(() => draw(run, prints));

function draw(run: RunAsItStands, prints: Prints): HTMLCanvasElement {
  const canvas = make('canvas');
  const context = context2d(canvas, { alpha: false });
  const sheet: Sheet = { context, run, texts: EXPORT[run.lang], page: dictionary(run.lang) };
  const caption = captionOf(sheet, prints.table);
  const [boards, chart] = [heightOfBoards(run), heightOfChart(prints)];
  const head = TITLE + GAP;
  canvas.width = WIDTH;
  canvas.height = MARGIN + head + boards + GAP + chart + GAP + caption.height + MARGIN;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, canvas.height);
  drawHead(sheet);
  let top = MARGIN + head;
  drawBoards(sheet, prints, top);
  top += boards + GAP;
  drawChart(sheet, prints, top);
  drawCaption(sheet, caption, top + chart + GAP);
  return canvas;
}

function drawHead({ context, run, texts, page }: Sheet): void {
  const line = MARGIN + TITLE;
  context.textBaseline = 'alphabetic';
  context.fillStyle = '#000';
  context.textAlign = 'left';
  context.font = letters(TITLE, 'bold');
  context.fillText(page.title, MARGIN, line);
  context.textAlign = 'right';
  context.font = letters(1.2 * BASE);
  context.fillText(texts.stepAndCheck(run.frame.step, run.check), WIDTH - MARGIN, line - LINE / 8);
}
