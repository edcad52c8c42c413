/** Finds which points have to be drawn anew when a few of them were added, moved or erased: those that lie where these were or are.
 * To draw all takes longer than a frame where there are thousands. */

import type { Points } from '../engine/frame.js';
import type { PartToDraw, PointsSquare } from './points-picture.js';

/** When more have changed at once, all are drawn. */
const FEW = 50;

/** Where a point is drawn: the middle, in pixels. */
type Place = readonly [x: number, y: number];

export const partToDraw: PartToDraw = (context, before, now, squareBefore, square) => {
  const { reach, radius, edges } = square;
  if (before.classes !== now.classes || radius !== squareBefore.radius) return null;
  if (reach !== squareBefore.reach || edges !== squareBefore.edges) return null;
  const places = changedPlaces(before, now, square);
  if (!places) return null;
  // A point is stamped within twice its radius, and at a whole pixel.
  const around = Math.ceil(2 * radius) + 2;
  context.save();
  context.beginPath();
  for (const [x, y] of places)
    context.rect(Math.round(x) - around, Math.round(y) - around, 2 * around, 2 * around);
  context.clip();
  context.clearRect(0, 0, square.side, square.side);
  const touched = (i: number) => {
    const [x, y] = placeOf(now, i, square);
    return places.some(([u, v]) => Math.max(Math.abs(u - x), Math.abs(v - y)) <= 2 * around);
  };
  return pick(now, [...now.labels.keys()].filter(touched));
};

/** Where points were and are that are not the same; null if they are many. Points keep their order: what has changed lies between a
 * beginning and an end that have not. */
function changedPlaces(before: Points, now: Points, square: PointsSquare): Place[] | null {
  const [old, count] = [before.labels.length, now.labels.length];
  const shorter = Math.min(old, count);
  let start = 0;
  while (start < shorter && areSame(before, start, now, start)) start++;
  let end = 0;
  while (end < shorter - start && areSame(before, old - 1 - end, now, count - 1 - end)) end++;
  if (old + count - 2 * (start + end) > FEW) return null;
  const places = (points: Points, upTo: number) =>
    Array.from({ length: upTo - start }, (_, i) => placeOf(points, start + i, square));
  return [...places(before, old - end), ...places(now, count - end)];
}

function areSame(before: Points, i: number, now: Points, k: number): boolean {
  return (
    before.coordinates[2 * i] === now.coordinates[2 * k] &&
    before.coordinates[2 * i + 1] === now.coordinates[2 * k + 1] &&
    before.labels[i] === now.labels[k] &&
    before.trueLabels[i] === now.trueLabels[k] &&
    (before.heldOut[i] ?? 0) === (now.heldOut[k] ?? 0)
  );
}

function placeOf({ coordinates }: Points, i: number, { side, reach }: PointsSquare): Place {
  const [x, y] = [coordinates[2 * i] as number, coordinates[2 * i + 1] as number];
  return [(side * (1 + x / reach)) / 2, (side * (1 - y / reach)) / 2];
}

/** Some of the points, in their order. */
function pick(points: Points, places: number[]): Points {
  const of = (all: Uint8Array) => Uint8Array.from(places, (i) => all[i] ?? 0);
  return {
    coordinates: Float64Array.from(
      places.flatMap((i) => [...points.coordinates.slice(2 * i, 2 * i + 2)]),
    ),
    labels: of(points.labels),
    trueLabels: of(points.trueLabels),
    heldOut: of(points.heldOut),
    classes: points.classes,
  };
}
