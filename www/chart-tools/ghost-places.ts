/** Where letters and names stand beside the ends of curves: none over another, and over a curve only where nothing else is near. */

import type { Box } from '../chart/plot.js';

/** The end of a curve, and how wide the words are that stand beside it. */
export interface Anchor {
  x: number;
  y: number;
  wide: number;
}

/** In the height of letters: a line, and the room beside the curve's end. */
const LINE = 1.15;
const BESIDE = 0.4;
/** A place on a curve is taken only where the next free one is so many lines farther; one whose line would run through other words,
 * or which would lie on another's line, only where the next one is still farther. */
const CROSSED = 5;
const STRUCK = 8;
/** So far from the curve's end are words that a line leads to, in the height of letters. */
const FAR = 0.6;

/** The place for each, in this order; null where there is none. `taken` is kept free. */
export function placesFor(
  anchors: readonly Anchor[],
  area: Box,
  size: number,
  taken: readonly Box[],
  isFree: (box: Box) => boolean,
): (Box | null)[] {
  const all = [...taken];
  const lines: Line[] = [];
  return anchors.map((anchor) => {
    const place = bestFor(anchor, area, size, (box) => {
      if (all.some((other) => overlap(box, other))) return null;
      const line = lineTo(anchor, box, size);
      const struck =
        lines.some((other) => crosses(other, box)) ||
        (line !== null && all.some((other) => crosses(line, other)));
      return LINE * size * ((isFree(box) ? 0 : CROSSED) + (struck ? STRUCK : 0));
    });
    const line = place && lineTo(anchor, place, size);
    if (place) all.push(place);
    if (line) lines.push(line);
    return place;
  });
}

/** From the end of a curve to its words. */
export type Line = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** The line that leads to words; null where they are near enough. */
export function lineTo({ x, y }: Anchor, place: Box, size: number): Line | null {
  const [toX, toY] = nearest(x, y, place);
  return Math.hypot(toX - x, toY - y) > FAR * size ? [x, y, toX, toY] : null;
}

/** From the curve's end to the nearest edge of the words. */
export function wayTo({ x, y }: Anchor, place: Box): number {
  const [toX, toY] = nearest(x, y, place);
  return Math.hypot(toX - x, toY - y);
}

const nearest = (x: number, y: number, { left, right, top, bottom }: Box) =>
  [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))] as const;

/** Whether a line runs through a box. */
export function crosses(
  [fromX, fromY, toX, toY]: Line,
  { left, right, top, bottom }: Box,
): boolean {
  let [enters, leaves] = [0, 1];
  for (const [from, way, least, most] of [
    [fromX, toX - fromX, left, right],
    [fromY, toY - fromY, top, bottom],
  ] as const) {
    if (way === 0) {
      if (from <= least || from >= most) return false;
      continue;
    }
    const [a, b] = [(least - from) / way, (most - from) / way];
    enters = Math.max(enters, Math.min(a, b));
    leaves = Math.min(leaves, Math.max(a, b));
  }
  return enters < leaves;
}

interface Candidate {
  box: Box;
  way: number;
}

/** The nearest place in the area, where `dearer` adds to the way; null is no place. */
function bestFor(
  anchor: Anchor,
  area: Box,
  size: number,
  dearer: (box: Box) => number | null,
): Box | null {
  let best: Candidate | null = null;
  for (const { box, way } of candidates(anchor, area, size)) {
    // No place that follows is nearer.
    if (best && way >= best.way) break;
    const more = dearer(box);
    if (more !== null && (!best || way + more < best.way)) best = { box, way: way + more };
  }
  return best?.box ?? null;
}

/** Places to the right and to the left of a curve's end, the nearest first. */
function candidates({ x, y, wide }: Anchor, area: Box, size: number): Candidate[] {
  const half = (LINE * size) / 2;
  const found: Candidate[] = [];
  for (let up = area.top - y + half; up <= area.bottom - y; up += half / 2) {
    for (let off = 0; off < area.right - area.left; off += size / 2) {
      for (const left of [x + BESIDE * size + off, x - BESIDE * size - wide - off]) {
        const box = { left, right: left + wide, top: y + up - half, bottom: y + up + half };
        if (left >= area.left && box.right <= area.right && box.bottom <= area.bottom)
          found.push({ box, way: Math.hypot(off, up) });
      }
    }
  }
  return found.sort((a, b) => a.way - b.way);
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
