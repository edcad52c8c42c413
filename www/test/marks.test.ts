import { describe, expect, it } from 'vitest';
import { areSame, type Marks } from '../boards/overlay.js';
import type { Line } from '../engine/inspector.js';

const ring = (x: number, y: number): Marks => ({
  point: [x, y],
  lines: [],
  lit: null,
  ofClasses: false,
  draw: () => {},
});
const line: Line = { wx: 1, wy: 0, b: 0, segment: null };

describe('marks on a board', () => {
  it('are the same where the same point is ringed, and where there are none', () => {
    expect(areSame(ring(1, 2), ring(1, 2))).toBe(true);
    expect(areSame(null, null)).toBe(true);
  });

  it('are others where another point is ringed, or none', () => {
    expect(areSame(ring(1, 2), ring(1, 3))).toBe(false);
    expect(areSame(ring(1, 2), ring(3, 2))).toBe(false);
    expect(areSame(ring(1, 2), null)).toBe(false);
    expect(areSame(null, ring(1, 2))).toBe(false);
  });

  it('may be others where there are lines, which move', () => {
    const folds = { ...ring(1, 2), lines: [line] };
    const lit = { ...ring(1, 2), lit: line };
    expect(areSame(folds, folds)).toBe(false);
    expect(areSame(lit, lit)).toBe(false);
    expect(areSame(ring(1, 2), lit)).toBe(false);
  });
});
