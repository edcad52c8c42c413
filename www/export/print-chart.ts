/** The chart of a printed run, as the page shows it, under its name and those of the curves. */

import { theme } from '../draw/theme.js';
import { chartOf } from '../print/chart.js';
import { isSeen } from '../print/stage.js';
import {
  BASE,
  LINE,
  letters,
  MARGIN,
  type Prints,
  SCALE,
  type Sheet,
  WIDTH,
} from './print-sheet.js';

const SIZE = { width: WIDTH - 2 * MARGIN, height: 620, scale: SCALE };
const LENGTH_OF_KEY = 80;

export const heightOfChart = ({ stage }: Prints): number =>
  stage.chart.plot && isSeen('chart') ? SIZE.height + 1.5 * LINE : 0;

export function drawChart(sheet: Sheet, { stage }: Prints, top: number): void {
  const picture = isSeen('chart') && chartOf(stage, sheet.run.frame, SIZE);
  if (!picture) return;
  drawTitle(sheet, stage.chart.drawn?.axis.title ?? sheet.page.chart, top + LINE);
  sheet.context.drawImage(picture, MARGIN, top + 1.5 * LINE);
}

/** What the chart shows, and which curve is whose. */
function drawTitle({ context, run, page, texts }: Sheet, title: string, y: number): void {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = '#000';
  context.font = letters(1.2 * BASE, 'bold');
  context.fillText(title, MARGIN, y);
  let x = MARGIN + context.measureText(title).width + 2 * BASE;
  context.font = letters();
  const { linear, network } = theme().curves;
  const keys: [name: string, colour: string, dashes: number[]][] = [
    [page.linear, linear, []],
    [page.network, network, []],
  ];
  if (run.frame.linear.test) keys.push([texts.test, theme().ink, [18, 16]]);
  for (const [name, colour, dashes] of keys) {
    context.strokeStyle = colour;
    context.lineWidth = 2.5 * SCALE;
    context.setLineDash(dashes);
    context.beginPath();
    context.moveTo(x, y - BASE / 3);
    context.lineTo(x + LENGTH_OF_KEY, y - BASE / 3);
    context.stroke();
    context.setLineDash([]);
    context.fillText(name, x + LENGTH_OF_KEY + BASE / 2, y);
    x += LENGTH_OF_KEY + 2 * BASE + context.measureText(name).width;
  }
}
