import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainTicks, lossDomain, position, stepDomain } from '../draw/scale.js';

describe('the axis of steps', () => {
  it('ends at the next round number', () => {
    const ends = [0, 100, 101, 201, 501, 1000, 1001, 999_999, 1_000_000].map(
      (step) => stepDomain(step).max,
    );
    expect(ends).toEqual([100, 100, 200, 500, 1000, 1000, 2000, 1_000_000, 1_000_000]);
  });
});

describe('the axis of losses', () => {
  const loss = fc.double({ min: 1e-9, max: 1e12, noNaN: true });

  it('holds every loss there is, on either scale', () => {
    fc.assert(
      fc.property(loss, loss, fc.boolean(), (a, b, log) => {
        const domain = lossDomain(Math.min(a, b), Math.max(a, b), log);
        for (const value of [a, b]) {
          expect(position(domain, log, value)).toBeGreaterThanOrEqual(-1e-9);
          expect(position(domain, log, value)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('has a readable number of ticks, all of them on the axis', () => {
    fc.assert(
      fc.property(loss, loss, fc.boolean(), (a, b, log) => {
        const domain = lossDomain(Math.min(a, b), Math.max(a, b), log);
        const ticks = domainTicks(domain, log, 5);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(12);
        for (const tick of ticks) expect(position(domain, log, tick)).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });

  it('starts a log scale at a power of ten, even for a loss of 0', () => {
    expect(lossDomain(0.25, 1.1, true)).toEqual({ min: 0.1, max: 2 });
    expect(lossDomain(0, 1.1, true).min).toBe(1e-12);
  });
});
