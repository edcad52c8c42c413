/** What the look inside marks on a board: the point that is worked out, fold lines, and the side on which a unit is active. How
 * it is drawn is loaded with what is drawn. */

import type { Line } from '../engine/inspection.js';

export interface Marks {
  /** x and y of the point that is worked out. */
  point: readonly [x: number, y: number] | null;
  /** All lines to draw: folds of hidden units, or zero lines of class scores. */
  lines: readonly Line[];
  /** The line to light up, with its positive side. */
  lit: Line | null;
  /** Lines belong to classes, and have their colours and an arrow to the side where the score grows. */
  ofClasses: boolean;
  draw(context: CanvasRenderingContext2D, marks: Marks, square: Square): void;
}

/** Whether two marks look the same for sure: a ring at the same point, and no lines, which move with the run. */
export function areSame(some: Marks | null, others: Marks | null): boolean {
  if (!some || !others) return some === others;
  const lines = [some, others].some(({ lines, lit }) => lines.length > 0 || lit !== null);
  return !lines && some.point?.[0] === others.point?.[0] && some.point?.[1] === others.point?.[1];
}

/** A board's square: `side` pixels show the world from −reach to reach. */
export interface Square {
  side: number;
  reach: number;
  /** Device pixels per CSS pixel. */
  scale: number;
  /** Of a point, in device pixels. */
  radius: number;
}
