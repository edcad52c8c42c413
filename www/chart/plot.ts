/** The loss chart's geometry: where steps and losses lie on it, and how much room its labels take, which is measured. */

import { along, type Domain, position, roomyTicks, stepAlong, valueAt } from '../draw/scale.js';
import { fontOf, type Theme } from '../draw/theme.js';
import type { Ghost } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';

/** What is to be shown, and how large. */
export interface Wanted {
  ghosts: readonly Ghost[];
  steps: Domain;
  logSteps: boolean;
  losses: Domain;
  log: boolean;
  texts: Dictionary;
  theme: Theme;
  classes: number;
  /** What the values are, if not losses. */
  axis: Axis | null;
  /** Device pixels. */
  width: number;
  height: number;
  /** Device pixels per CSS pixel. */
  scale: number;
}

/** What comes with the chart's tools. */
export interface MoreAxes {
  /** Ticks of a log axis of steps: about `most`, at least `room` of the axis from each other. */
  logTicks(steps: Domain, most: number, room: number): number[];
  /** The axis of losses that are in sight of a part of the run. */
  closeDomain(least: number, greatest: number, log: boolean): Domain;
}

/** What the chart's tools add to it. */
export interface MoreChart extends MoreAxes {
  /** Runs to be compared with. */
  ghosts: readonly Ghost[];
  /** Draws them under the curves. */
  drawGhosts(context: CanvasRenderingContext2D, plot: Plot): void;
  /** Tells whether a part of the chart is free of them and of their names. */
  roomIn(context: CanvasRenderingContext2D, plot: Plot): (box: Box) => boolean;
  /** What they had come to at a step: each value with its name, the same names at every step. */
  earlierAt(step: number): readonly (readonly [name: string, value: string])[];
}

/** An axis of other values than losses. */
export interface Axis {
  /** What stands over the chart, and at the axis. */
  title: string;
  name: string;
  /** A tick's value as it is written. */
  label(value: number): string;
  /** The value of a classifier that guesses, and what is written at its line. */
  guess: number;
  chance: string;
}

/** A part of the canvas, in device pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Tick {
  value: number;
  label: string;
}

/** All that decides how the axes look. */
export interface Plot extends Wanted {
  /** What lies between the axes. */
  area: Box;
  stepTicks: readonly Tick[];
  lossTicks: readonly Tick[];
  /** The height of letters, in device pixels. */
  size: number;
  /** The value of a classifier that guesses; what is written at its line, the places where it may stand, best first, and the one where
   * it does: null where none is free. */
  guess: number;
  chance: string;
  chancePlaces: readonly Box[];
  chancePlace: Box | null;
}

/** The height of letters and of a line of them, a tick's length and the room beside a label: in CSS pixels at the usual size
 * of text, and in the height of letters. */
const TEXT = 13;
const LINE = 1.25;
const TICK = 4;
const BESIDE = 0.6;
/** How many ticks there are at most, and how far apart, in the height of letters. */
const MOST_STEPS = 5;
const MOST_LOSSES = 8;
const ROW = 1.6;
const COLUMN = 1.2;

export function layOut(
  context: CanvasRenderingContext2D,
  wanted: Wanted,
  more: MoreAxes | null,
): Plot {
  const { steps, logSteps, losses, log, texts, theme, classes, axis, width, height, scale } =
    wanted;
  const label = axis?.label ?? short;
  const size = TEXT * theme.text * scale;
  context.font = fontOf(theme, TEXT, scale);
  const wide = (text: string) => context.measureText(text).width;
  const top = 0.8 * size;
  const bottom = height - TICK * scale - (2 * LINE + 0.2) * size;
  const rows = Math.max(1, bottom - top);
  const most = Math.max(2, Math.min(MOST_LOSSES, Math.floor(rows / (2 * size))));
  const lossTicks = roomyTicks(losses, log, most, (ROW * size) / rows).map((value) => ({
    value,
    label: label(value),
  }));
  const labels = Math.max(...lossTicks.map(({ label }) => wide(label)));
  const left = LINE * size + labels + 2 * BESIDE * size;
  const widest = wide(String(Math.ceil(steps.max)));
  const right = width - Math.max(widest / 2, BESIDE * size);
  const columns = Math.max(1, right - left);
  const room = (widest + COLUMN * size) / columns;
  const found =
    logSteps && more
      ? more.logTicks(steps, MOST_STEPS, room)
      : roomyTicks(steps, false, MOST_STEPS, room);
  const stepTicks = found.map((value) => ({ value, label: String(value) }));
  const guess = axis?.guess ?? Math.log(classes);
  const chance = axis?.chance ?? `${texts.chance(classes)} = ${guess.toFixed(3)}`;
  const area = { left, right, top, bottom };
  const line = top + rows * (1 - position(losses, log, guess));
  const chancePlaces = placesAt(line, wide(chance), size, theme.stroke * scale, area);
  const chancePlace = chancePlaces[0] ?? null;
  return { ...wanted, area, stepTicks, lossTicks, size, guess, chance, chancePlaces, chancePlace };
}

/** Device pixels from the left edge to a step. */
export function xOf({ steps, logSteps, area }: Plot, step: number): number {
  const from = along(steps.min, logSteps);
  const share = (along(step, logSteps) - from) / (along(steps.max, logSteps) - from);
  return area.left + (area.right - area.left) * share;
}

/** Device pixels from the top edge to a loss. */
export function yOf({ losses, log, area }: Plot, loss: number): number {
  return area.top + (area.bottom - area.top) * (1 - position(losses, log, loss));
}

/** The step at so many device pixels from the left edge. */
export function stepAt({ steps, logSteps, area }: Plot, x: number): number {
  const from = along(steps.min, logSteps);
  const share = (x - area.left) / (area.right - area.left);
  return stepAlong(from + share * (along(steps.max, logSteps) - from), logSteps);
}

/** The loss at so many device pixels from the top edge. */
export function lossAt({ losses, log, area }: Plot, y: number): number {
  return valueAt(losses, log, (area.bottom - y) / (area.bottom - area.top));
}

/** At most seven characters, so that no axis takes much from its chart: a power of ten where a number is longer. */
function short(tick: number): string {
  const plain = String(tick);
  return (plain.length <= 6 ? plain : tick.toExponential()).replace('e+', 'e');
}

/** Places for words above and below a line: at its right end, then farther left. */
function placesAt(line: number, wide: number, size: number, stroke: number, area: Box): Box[] {
  const off = 2 * stroke;
  const tall = LINE * size;
  const places: Box[] = [];
  for (const share of [1, 0.75, 0.5]) {
    const right = area.left + Math.max(wide, share * (area.right - area.left));
    const sides = [line - off - tall, line + off];
    for (const top of sides) {
      if (top >= 0 && top + tall <= area.bottom)
        places.push({ left: right - wide, right, top, bottom: top + tall });
    }
  }
  // A chart that is too low for words beside the line has them on it.
  const top = line - tall / 2;
  places.push({ left: area.right - wide, right: area.right, top, bottom: top + tall });
  return places;
}
