import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  domainTicks,
  lossDomain,
  position,
  roomyTicks,
  stepDomain,
  valueAt,
} from '../draw/scale.js';

describe('the axis of steps', () => {
  it('ends at the next round number', () => {
    const ends = [0, 100, 101, 201, 501, 1000, 1001, 999_999, 1_000_000].map(
      (step) => stepDomain(step).max,
    );
    expect(ends).toEqual([100, 100, 200, 500, 1000, 1000, 2000, 1_000_000, 1_000_000]);
  });
});

describe('the axis of losses', () => {
  /** Any loss there can be, a diverged one's too. */
  const loss = fc.double({ min: 0, noDefaultInfinity: true, noNaN: true });
  const chance = Math.log(2);

  /** The chart's axis also holds the loss of guessing. */
  const domainOf = (a: number, b: number, log: boolean) =>
    lossDomain(Math.min(a, b, chance), Math.max(a, b, chance), log);

  it('holds every loss there is, on either scale', () => {
    fc.assert(
      fc.property(loss, loss, fc.boolean(), (a, b, log) => {
        const domain = domainOf(a, b, log);
        expect(Number.isFinite(domain.max)).toBe(true);
        for (const value of [a, b]) {
          expect(position(domain, log, value)).toBeGreaterThanOrEqual(-1e-9);
          expect(position(domain, log, value)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('has a readable number of ticks, all of them on the axis and short', () => {
    fc.assert(
      fc.property(loss, loss, fc.boolean(), fc.integer({ min: 1, max: 8 }), (a, b, log, count) => {
        const domain = domainOf(a, b, log);
        const ticks = domainTicks(domain, log, count);
        expect(ticks.length).toBeGreaterThanOrEqual(count > 2 ? 2 : 1);
        expect(ticks.length).toBeLessThanOrEqual(2 * count + 1);
        for (const tick of ticks) {
          expect(position(domain, log, tick)).toBeLessThanOrEqual(1 + 1e-6);
          expect(tick.toExponential().length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  it('leaves its ticks the room that they need', () => {
    fc.assert(
      fc.property(
        loss,
        loss,
        fc.boolean(),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        (a, b, log, room) => {
          const domain = domainOf(a, b, log);
          const places = roomyTicks(domain, log, 6, room).map((tick) =>
            position(domain, log, tick),
          );
          expect(places.length).toBeGreaterThanOrEqual(1);
          if (places.length > 2)
            for (let i = 1; i < places.length; i++)
              expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(room);
        },
      ),
    );
  });

  it('leads from a loss to its place and back', () => {
    fc.assert(
      fc.property(
        loss,
        loss,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, log, share) => {
          const domain = domainOf(a, b, log);
          expect(position(domain, log, valueAt(domain, log, share))).toBeCloseTo(share, 9);
        },
      ),
    );
  });

  it('starts a log scale at a power of ten, even for a loss of 0', () => {
    expect(lossDomain(0.25, 1.1, true)).toEqual({ min: 0.1, max: 2 });
    expect(lossDomain(0, 1.1, true).min).toBe(1e-12);
  });

  it('ends for a loss near the greatest of all numbers', () => {
    expect(domainTicks(lossDomain(0.7, 1.7e308, true), true, 5).at(-1)).toBeGreaterThan(1e200);
    expect(domainTicks(lossDomain(0.7, 1.7e308, false), false, 5).at(-1)).toBeGreaterThan(1e307);
  });
});
