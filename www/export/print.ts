/** A run as a picture to be printed, or put on a slide: boards, chart and numbers, dark on white whatever the page's display is. */

import type { Histories } from '../chart/values.js';
import { context2d } from '../draw/canvas.js';
import { readTheme, swapTheme, type Theme } from '../draw/theme.js';
import type { Painter } from '../engine/frame.js';
import type { SettingsTable } from '../engine/settings.js';
import { EXPORT } from '../i18n/export.js';
import { dictionary } from '../i18n/index.js';
import { make } from '../ui/dom.js';
import { captionOf, drawCaption } from './print-caption.js';
import { BASE, GAP, LINE, letters, MARGIN, type Sheet, WIDTH } from './print-sheet.js';
import type { Printing } from './printing.js';
import type { RunAsItStands } from './run.js';

export interface Prints {
  printing: Printing;
  painter: Painter;
  histories: Histories;
  table: SettingsTable;
  /** As the page shows them. */
  soft: boolean;
  logLoss: boolean;
}

/** The height of the title's letters. */
const TITLE = 66;

export function printOf(run: RunAsItStands, prints: Prints): HTMLCanvasElement {
  const before = swapTheme(printTheme());
  try {
    return draw(run, prints);
  } finally {
    swapTheme(before);
  }
}

/** The colours of the light display, and letters of the usual size. */
function printTheme(): Theme {
  const probe = make('div', 'probe');
  probe.dataset.display = 'light';
  document.body.append(probe);
  const theme = { ...readTheme(probe), stroke: 1, point: 1, text: 1 };
  probe.remove();
  return theme;
}

function draw(run: RunAsItStands, prints: Prints): HTMLCanvasElement {
  const canvas = make('canvas');
  const context = context2d(canvas, { alpha: false });
  const sheet: Sheet = { context, run, texts: EXPORT[run.lang], page: dictionary(run.lang) };
  const caption = captionOf(sheet, prints.table);
  const { drawBoards, drawChart, heightOfBoards, heightOfChart } = prints.printing;
  const boards = heightOfBoards(run);
  const head = TITLE + GAP;
  canvas.width = WIDTH;
  canvas.height = MARGIN + head + boards + GAP + heightOfChart + GAP + caption.height + MARGIN;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, canvas.height);
  drawHead(sheet);
  let top = MARGIN + head;
  drawBoards(sheet, prints, top);
  top += boards + GAP;
  drawChart(sheet, prints, top);
  drawCaption(sheet, caption, top + heightOfChart + GAP);
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
