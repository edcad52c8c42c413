import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positivePart } from '../draw/half-plane.js';

const room = new Float64Array(10);

function cornersOf(wx: number, wy: number, b: number, reach: number): [number, number][] {
  const count = positivePart({ wx, wy, b }, reach, room);
  return Array.from({ length: count }, (_, i) => [room[2 * i] ?? 0, room[2 * i + 1] ?? 0]);
}

/** Whether a point lies within corners that go round it counter-clockwise; null within `edge` of a side. */
function within(corners: [number, number][], x: number, y: number, edge: number): boolean | null {
  let inside = corners.length > 0;
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + 1) % corners.length] as [number, number];
    const length = Math.hypot(bx - ax, by - ay);
    if (length < edge) continue;
    const left = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
    if (Math.abs(left) < edge) return null;
    inside &&= left > 0;
  }
  return inside;
}

describe('the positive part of a square', () => {
  const weight = fc.double({ min: -3, max: 3, noNaN: true });
  const share = fc.double({ min: -0.999, max: 0.999, noNaN: true });
  const reach = fc.double({ min: 0.1, max: 4, noNaN: true });

  it('holds the points at which the function is positive, and no others', () => {
    fc.assert(
      fc.property(weight, weight, weight, reach, share, share, (wx, wy, b, reach, u, v) => {
        const [x, y] = [u * reach, v * reach];
        const value = wx * x + wy * y + b;
        fc.pre(Math.abs(value) > 1e-6 * (Math.hypot(wx, wy) + Math.abs(b)));
        const found = within(cornersOf(wx, wy, b, reach), x, y, 1e-7 * reach);
        if (found !== null) expect(found).toBe(value > 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('has five corners at most, none beyond the square or on the other side', () => {
    fc.assert(
      fc.property(weight, weight, weight, reach, (wx, wy, b, reach) => {
        const corners = cornersOf(wx, wy, b, reach);
        expect(corners.length).toBeLessThanOrEqual(5);
        for (const [x, y] of corners) {
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(reach * (1 + 1e-12));
          expect(wx * x + wy * y + b).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
    );
  });

  it('is all of the square or nothing where the function has no line in it', () => {
    expect(cornersOf(0, 0, 1, 2)).toEqual([
      [-2, -2],
      [2, -2],
      [2, 2],
      [-2, 2],
    ]);
    expect(cornersOf(0, 0, 0, 2)).toEqual([]);
    expect(cornersOf(0, 0, -1, 2)).toEqual([]);
    expect(cornersOf(1, 1, -9, 2)).toEqual([]);
  });
});
