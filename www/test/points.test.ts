/** Own points as a list: where a brush leaves them, which is meant by a press, and that edits come back bit for bit. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults } from '../engine/settings.js';
import {
  classesOf,
  count,
  distance,
  MOST,
  nearest,
  onGrid,
  Paint,
  type Place,
  type PointList,
  placeOf,
  withMoved,
  without,
  withoutPoint,
  withPoints,
} from '../points/list.js';
import { engine, inspect } from './engine-in-node.js';

const coordinate = fc.integer({ min: -4096, max: 4096 });
const place = fc.record({ x: coordinate, y: coordinate });
const label = fc.integer({ min: 0, max: 5 });
const list = fc
  .array(fc.tuple(coordinate, coordinate, label), { maxLength: 40 })
  .map((all) => Int32Array.from(all.flat()));

describe('a brush', () => {
  it('leaves points no nearer to each other than it is told, and none far from its way', () => {
    const way = fc.array(place, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(way, fc.integer({ min: 300, max: 2000 }), (moves, apart) => {
        const brush = new Paint(apart);
        const left = moves.flatMap((to) => brush.to(to));
        expect(left[0]).toEqual(moves[0]);
        left.forEach((a, i) => {
          const others = left.slice(i + 1).map((b) => distance(a, b));
          expect(Math.min(...others)).toBeGreaterThanOrEqual(apart);
        });
        // Wherever the brush was, there is a point not much farther away than points are apart.
        for (const at of moves)
          expect(Math.min(...left.map((each) => distance(each, at)))).toBeLessThan(apart);
      }),
    );
  });

  it('leaves a row of points on a way that is one move', () => {
    const brush = new Paint(100);
    const left = [...brush.to({ x: 0, y: 0 }), ...brush.to({ x: 1000, y: 0 })];
    expect(left.map(({ x }) => x)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    expect(brush.to({ x: 450, y: 30 })).toEqual([]);
  });
});

describe('a press', () => {
  it('means the nearest point, if one is near', () => {
    fc.assert(
      fc.property(list, place, fc.integer({ min: 0, max: 3000 }), (points, at, within) => {
        const found = nearest(points, at, within);
        const all = Array.from({ length: count(points) }, (_, i) =>
          distance(placeOf(points, i), at),
        );
        const least = Math.min(...all);
        if (found < 0) expect(least).toBeGreaterThan(within);
        else expect(all[found]).toBe(least);
      }),
    );
  });

  it('means the upper one of two points that lie on each other', () => {
    expect(nearest(Int32Array.of(1, 1, 0, 5, 5, 0, 1, 1, 1), { x: 1, y: 2 })).toBe(2);
  });

  it('lies on the grid of 1024ths', () => {
    expect(onGrid(0.5, -1.00003)).toEqual({ x: 512, y: -1024 });
  });
});

type Edit = (points: PointList) => PointList;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.array(place, { maxLength: 5 }), label).map(
    ([places, of]): Edit =>
      (points) =>
        withPoints(points, places, of),
  ),
  fc.tuple(fc.nat(), place).map(
    ([i, to]): Edit =>
      (points) =>
        points.length > 0 ? withMoved(points, i % count(points), to) : points,
  ),
  fc.tuple(place, fc.integer({ min: 0, max: 2000 })).map(
    ([at, within]): Edit =>
      (points) =>
        without(points, at, within),
  ),
  fc.nat().map(
    (i): Edit =>
      (points) =>
        points.length > 0 ? withoutPoint(points, i % count(points)) : points,
  ),
);

describe('edits', () => {
  const settings = { ...defaults(engine.table), data: 'own', hidden: 2 } as const;
  const pack = (points: PointList) => (points.length > 0 ? inspect.packPoints(points) : '');
  const begin = (points: PointList) =>
    engine.begin({ ...settings, classes: classesOf(points, 2) }, '', false, pack(points));

  it('come back bit for bit from the link and from undo and redo', () => {
    fc.assert(
      fc.property(list, fc.array(edit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        engine.start({ ...settings, classes: classesOf(first, 2) }, '', pack(first));
        const states: PointList[] = [first];
        for (const each of edits) {
          const next = each(states.at(-1) as PointList);
          begin(next);
          states.push(next);
          expect([...inspect.pointsOnGrid()]).toEqual([...next]);
          expect(engine.frame.experiment.own).toBe(pack(next));
        }
        const { undoable } = engine.frame.experiment;
        for (let i = 0; i < undoable; i++) engine.undo();
        expect([...inspect.pointsOnGrid()]).toEqual([...first]);
        for (let i = 0; i < undoable; i++) engine.redo();
        expect([...inspect.pointsOnGrid()]).toEqual([...(states.at(-1) as PointList)]);
      }),
      { numRuns: 60 },
    );
  });

  it('add no more than there is room for', () => {
    const places: Place[] = Array.from({ length: MOST + 7 }, (_, i) => ({ x: i, y: 0 }));
    expect(count(withPoints(new Int32Array(3), places, 1))).toBe(MOST);
    expect(withPoints(new Int32Array(3 * MOST), places, 1)).toHaveLength(3 * MOST);
  });

  it('without a point near by leave the list as it is', () => {
    const points = Int32Array.of(0, 0, 0);
    expect(without(points, { x: 100, y: 0 }, 99)).toBe(points);
  });

  it('keep 300 points below 2000 characters of the link', () => {
    engine.start({ ...defaults(engine.table) });
    expect(inspect.packPoints(inspect.pointsOnGrid()).length).toBeLessThan(2000);
  });
});
