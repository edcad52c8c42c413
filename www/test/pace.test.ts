import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from '../loop/pace.js';

/** Plays `frames` frames on a machine where a step costs `cost` ms and drawing 3 ms; returns the steps of each. */
function play(speed: number, cost: number, frames: number, interval = 1000 / 60): number[] {
  const pace = new Pace();
  pace.restart();
  return Array.from({ length: frames }, (_, i) => {
    const steps = pace.stepsDue(speed, i === 0 ? 0 : interval);
    pace.trained(steps, steps * cost);
    pace.drew(3);
    return steps;
  });
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the pace', () => {
  it('takes the first step at once and then keeps the speed', () => {
    expect(play(1, 0.1, 1)).toEqual([1]);
    expect(sum(play(1, 0.1, 601))).toBe(11);
    expect(Math.abs(sum(play(100, 0.01, 601)) - 1001)).toBeLessThanOrEqual(1);
  });

  it('keeps the speed on a screen of another rate', () => {
    expect(Math.abs(sum(play(100, 0.01, 1201, 1000 / 120)) - 1001)).toBeLessThanOrEqual(1);
  });

  it('fills a frame that comes after a free one a little more', () => {
    const often = play(Number.POSITIVE_INFINITY, 0.05, 200).at(-1) ?? 0;
    const seldom = play(Number.POSITIVE_INFINITY, 0.05, 200, 1000 / 30).at(-1) ?? 0;
    expect(seldom).toBeGreaterThan(often);
    expect(0.05 * seldom + 3).toBeLessThanOrEqual(15);
  });

  it('fills the frame and no more when it goes as fast as it can', () => {
    const steps = play(Number.POSITIVE_INFINITY, 0.05, 200);
    const work = steps.map((n) => n * 0.05 + 3);
    expect(Math.max(...work)).toBeLessThanOrEqual(12);
    expect(work.at(-1)).toBeGreaterThan(11);
  });

  it('takes one step a frame where even one does not fit', () => {
    expect(play(Number.POSITIVE_INFINITY, 50, 20)).toEqual(Array(20).fill(1));
  });

  it('does not make up for the time of a hidden tab', () => {
    const pace = new Pace();
    pace.restart();
    expect(pace.stepsDue(10, 60_000)).toBeLessThanOrEqual(2);
  });

  it('grows carefully while the clock has not yet seen a step', () => {
    const pace = new Pace();
    for (let i = 0; i < 4; i++) pace.trained(1, 0);
    expect(pace.stepsDue(Number.POSITIVE_INFINITY, 16)).toBe(2);
  });

  describe('on the way to a step', () => {
    let now: number;
    beforeEach(() => {
      now = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => now);
    });
    afterEach(() => vi.restoreAllMocks());

    /** The frames that it takes to come so far, each with the milliseconds that it lasted. */
    function frames(target: number, cost: number): number[] {
      const pace = new Pace();
      const lasted: number[] = [];
      for (let step = 0; step < target; ) {
        const begin = now;
        pace.catchUp((steps) => {
          expect(steps).toBeGreaterThan(0);
          step += steps;
          now += steps * cost;
          return step >= target;
        });
        lasted.push(now - begin);
      }
      return lasted;
    }

    it('fills its frames from the first on, and none is long', () => {
      const lasted = frames(10_000, 0.02);
      expect(lasted.length).toBeLessThan(20);
      expect(Math.max(...lasted)).toBeLessThan(16);
    });

    it('takes single steps where even one is long', () => {
      expect(frames(5, 50)).toEqual([50, 50, 50, 50, 50]);
    });

    it('does not wait for a clock that stands still', () => {
      const calls = vi.fn(() => false);
      new Pace().catchUp(calls);
      expect(calls.mock.calls.length).toBeLessThan(1000);
    });
  });
});
