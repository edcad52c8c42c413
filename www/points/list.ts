/** Own points as a list of whole numbers, three a point: x and y in steps of the grid, and the class. An edit makes another
 * list. */

export type PointList = Int32Array;

/** A place on the grid. */
export interface Place {
  x: number;
  y: number;
}

/** Steps of the grid in a unit. */
export const GRID = 1024;
/** Points at most. */
export const MOST = 6000;

export const count = (points: PointList) => points.length / 3;

/** The place on the grid that is nearest to a place in the world. */
export function onGrid(x: number, y: number): Place {
  return { x: Math.round(x * GRID), y: Math.round(y * GRID) };
}

export function placeOf(points: PointList, index: number): Place {
  return { x: points[3 * index] as number, y: points[3 * index + 1] as number };
}

export function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point that is nearest to a place, the last of those that lie there, and no farther than `within`; −1 if there is none. */
export function nearest(
  points: PointList,
  { x, y }: Place,
  within = Number.POSITIVE_INFINITY,
): number {
  let best = -1;
  let least = within * within;
  for (let i = 0; i < points.length; i += 3) {
    const [dx, dy] = [(points[i] as number) - x, (points[i + 1] as number) - y];
    const square = dx * dx + dy * dy;
    if (square > least) continue;
    least = square;
    best = i / 3;
  }
  return best;
}

/** With these places as points of a class at the end: as many of them as there is room for. */
export function withPoints(points: PointList, places: readonly Place[], label: number): PointList {
  const added = places.slice(0, Math.max(0, MOST - count(points)));
  const longer = new Int32Array(points.length + 3 * added.length);
  longer.set(points);
  for (const [i, { x, y }] of added.entries()) longer.set([x, y, label], points.length + 3 * i);
  return longer;
}

/** With one point at another place. */
export function withMoved(points: PointList, index: number, { x, y }: Place): PointList {
  const moved = points.slice();
  moved.set([x, y], 3 * index);
  return moved;
}

/** Without the points that are no farther than `within` from a place; the same list if there is none. */
export function without(points: PointList, place: Place, within: number): PointList {
  const left: number[] = [];
  for (let i = 0; i < points.length; i += 3) {
    const each = points.subarray(i, i + 3) as unknown as [number, number, number];
    if (distance({ x: each[0], y: each[1] }, place) > within) left.push(...each);
  }
  return left.length === points.length ? points : Int32Array.from(left);
}

/** Without one point. */
export function withoutPoint(points: PointList, index: number): PointList {
  return points.filter((_, i) => Math.floor(i / 3) !== index);
}

/** How many classes these points need, but `least` at least. */
export function classesOf(points: PointList, least: number): number {
  let most = least;
  for (let i = 2; i < points.length; i += 3) most = Math.max(most, (points[i] as number) + 1);
  return most;
}

/** How many classes have a point. */
export function classesSeen(labels: Uint8Array): number {
  return new Set(labels).size;
}

/** The places between two of them, the second one included, that are `apart` from each other. */
export function between(from: Place, to: Place, apart: number): Place[] {
  const pieces = Math.max(1, Math.ceil(distance(from, to) / apart));
  return Array.from({ length: pieces }, (_, i) => {
    const share = (i + 1) / pieces;
    const along = (a: number, b: number) => Math.round(a + share * (b - a));
    return { x: along(from.x, to.x), y: along(from.y, to.y) };
  });
}

/** Where a stroke of paint leaves points: none is nearer than `apart` to one that the same stroke has left before. */
export class Paint {
  private readonly left: Place[] = [];
  private last: Place | null = null;

  constructor(private readonly apart: number) {}

  /** Leads the brush to a place; the points that it leaves on the way. */
  to(place: Place): Place[] {
    // Half the distance, so that a bend between two moves leaves no gap.
    const way = this.last ? between(this.last, place, this.apart / 2) : [place];
    this.last = place;
    const fresh: Place[] = [];
    for (const each of way) {
      if (this.left.some((other) => distance(other, each) < this.apart)) continue;
      this.left.push(each);
      fresh.push(each);
    }
    return fresh;
  }
}
