/** The sizes of a printed run, in pixels of the picture. */

import type { SettingsTable } from '../engine/settings.js';
import type { ExportTexts } from '../i18n/export.js';
import type { Dictionary } from '../i18n/index.js';
import type { Stage } from '../print/stage.js';
import type { RunAsItStands } from './run.js';

export const WIDTH = 2400;
export const MARGIN = 90;
export const GAP = 60;
/** Pixels of the picture for one of the page. */
export const SCALE = 3;
/** The height of letters, and of a line of them. */
export const BASE = 38;
export const LINE = 56;

/** What it is drawn on, and what is drawn. */
export interface Sheet {
  context: CanvasRenderingContext2D;
  run: RunAsItStands;
  texts: ExportTexts;
  page: Dictionary;
}

/** What draws it, and how it is shown. */
export interface Prints {
  stage: Stage;
  table: SettingsTable;
  soft: boolean;
}

export const letters = (size = BASE, weight = '') => `${weight} ${size}px system-ui, sans-serif`;
