/** What draws boards and chart of a printed run. It draws as the page does, with what a first visit has loaded; to be loaded with
 * what else does, it is handed to the dialog that prints. */

import { drawBoards, heightOfBoards } from './print-boards.js';
import { drawChart, HEIGHT_OF_CHART } from './print-chart.js';

export const PRINTING = { drawBoards, heightOfBoards, drawChart, heightOfChart: HEIGHT_OF_CHART };

export type Printing = typeof PRINTING;
