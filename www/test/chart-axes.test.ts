/** The axes that come with the chart's tools, and zooming along the steps. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Curves } from '../chart/curves.js';
import { layOut, lossAt, type Plot, stepAt, xOf, yOf } from '../chart/plot.js';
import type { Histories } from '../chart/values.js';
import { closeDomain, logTicks, MORE_AXES } from '../chart-tools/axes.js';
import { type Shown, shareOf, zoomed } from '../chart-tools/zoom.js';
import { type Domain, domainTicks, lossDomain, position, stepDomain } from '../draw/scale.js';
import type { Theme } from '../draw/theme.js';
import { BUCKET, type Frame } from '../engine/frame.js';
import { dictionary } from '../i18n/index.js';

const letters = () => {
  const context = {
    font: '',
    measureText: (text: string) => ({ width: 0.7 * Number.parseFloat(context.font) * text.length }),
  };
  return context as unknown as CanvasRenderingContext2D;
};

function plotOf(steps: Domain, logSteps: boolean, losses = lossDomain(0.3, 1.2, false)): Plot {
  const theme = { text: 1, stroke: 1, curves: { linear: 'grey', network: 'blue' } } as Theme;
  const size = { width: 880, height: 170, scale: 1 };
  const how = {
    ghosts: [],
    logSteps,
    log: false,
    texts: dictionary('en'),
    theme,
    classes: 3,
    axis: null,
  };
  return layOut(letters(), { steps, losses, ...how, ...size }, MORE_AXES);
}

const steps = fc.integer({ min: 0, max: 1_000_000 });
/** A whole run, or a part of one. */
const part: fc.Arbitrary<Domain> = fc.oneof(
  steps.map(stepDomain),
  fc
    .tuple(steps, fc.integer({ min: 10, max: 100_000 }))
    .map(([min, wide]) => ({ min, max: min + wide })),
);

describe('a place on the axis of steps', () => {
  it('leads back to its step, on either axis and in any part', () => {
    fc.assert(
      fc.property(
        part,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (part, log, x) => {
          const plot = plotOf(part, log);
          const { left, right } = plot.area;
          const place = left + x * (right - left);
          expect(xOf(plot, stepAt(plot, place))).toBeCloseTo(place, 6);
          expect(xOf(plot, part.min)).toBeCloseTo(left, 6);
          expect(xOf(plot, part.max)).toBeCloseTo(right, 6);
        },
      ),
    );
  });

  it('is the farther right, the later the step', () => {
    fc.assert(
      fc.property(part, fc.boolean(), steps, steps, (part, log, a, b) => {
        const plot = plotOf(part, log);
        expect(Math.sign(xOf(plot, a) - xOf(plot, b))).toBe(Math.sign(a - b));
      }),
    );
  });

  it('is on a log axis as far from one power of ten to the next', () => {
    const plot = plotOf({ min: 0, max: 9999 }, true);
    const places = [0, 9, 99, 999, 9999].map((step) => xOf(plot, step));
    const ways = places.slice(1).map((place, i) => place - (places[i] ?? 0));
    for (const way of ways) expect(way).toBeCloseTo(ways[0] ?? 0, 6);
  });
});

describe('the ticks of a log axis of steps', () => {
  it('are 0 and powers of ten, with 2 and 5 between them where there is room', () => {
    expect(logTicks(stepDomain(100), 5, 0.05)).toEqual([0, 1, 2, 5, 10, 20, 50, 100]);
    expect(logTicks(stepDomain(10_000), 5, 0.07)).toEqual([0, 1, 10, 100, 1000, 10_000]);
    expect(logTicks(stepDomain(10_000), 5, 0.2)).toEqual([0, 10, 100, 1000, 10_000]);
  });

  it('are even in a part that has too few of those', () => {
    expect(logTicks({ min: 600, max: 900 }, 5, 0.05)).toEqual([600, 650, 700, 750, 800, 850, 900]);
  });

  it('are whole steps in sight, apart from each other and beside each other', () => {
    fc.assert(
      fc.property(part, fc.double({ min: 0, max: 0.3, noNaN: true }), (part, room) => {
        const ticks = logTicks(part, 5, room);
        expect(ticks.length).toBeGreaterThan(0);
        const axis = { min: Math.log1p(part.min), max: Math.log1p(part.max) };
        ticks.forEach((tick, i) => {
          expect(Number.isInteger(tick)).toBe(true);
          expect(tick).toBeGreaterThanOrEqual(part.min);
          expect(tick).toBeLessThanOrEqual(part.max);
          const [before, here] = [ticks[i - 1], tick].map((step) =>
            position(axis, false, Math.log1p(step ?? Number.NaN)),
          );
          if (i > 0) expect((here ?? 0) - (before ?? 0)).toBeGreaterThanOrEqual(room);
        });
      }),
    );
  });
});

describe('the losses of a part of the run', () => {
  const loss = fc.double({ min: 0, noDefaultInfinity: true, noNaN: true });

  it('all lie on an axis that begins and ends close to them', () => {
    fc.assert(
      fc.property(loss, loss, fc.boolean(), (a, b, log) => {
        const domain = closeDomain(Math.min(a, b), Math.max(a, b), log);
        expect(domain.max).toBeGreaterThan(domain.min);
        expect(Number.isFinite(domain.max)).toBe(true);
        for (const value of [a, b]) {
          expect(position(domain, log, value)).toBeGreaterThanOrEqual(-1e-9);
          expect(position(domain, log, value)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(domainTicks(domain, log, 5).length).toBeGreaterThan(0);
      }),
    );
  });

  it('begin and end at round numbers', () => {
    expect(closeDomain(0.283, 0.786, false)).toEqual({ min: 0.2, max: 0.8 });
    expect(closeDomain(0.283, 0.786, true)).toEqual({ min: 0.2, max: 1 });
    expect(domainTicks({ min: 0.2, max: 1 }, true, 5)).toEqual([0.2, 0.5, 1]);
    expect(domainTicks({ min: 0.5, max: 1 }, true, 5)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  it('have an axis even where all are the same', () => {
    const { min, max } = closeDomain(0.5, 0.5, false);
    expect(min).toBeLessThanOrEqual(0.5);
    expect(max).toBeGreaterThan(0.5);
    expect(max - min).toBeLessThan(0.001);
  });
});

describe('zooming', () => {
  const whole = { min: 0, max: 1000 };
  const shown = (steps: Domain, log = false): Shown => ({ steps, whole, log, least: 10 });
  const all = shown(whole);

  it('keeps in its place what it goes around', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.boolean(),
        fc.double({ min: 1.1, max: 8, noNaN: true }),
        (x, log, by) => {
          const before = shown(whole, log);
          const steps = zoomed(before, by, x);
          if (!steps || steps === whole) return;
          const step = log ? Math.expm1(x * Math.log1p(1000)) : 1000 * x;
          expect(shareOf(shown(steps, log), step)).toBeCloseTo(x, 6);
        },
      ),
    );
  });

  it('goes in and back out to the whole run', () => {
    const near = zoomed(all, 2, 0.5);
    expect(near).toEqual({ min: 250, max: 750 });
    expect(zoomed(shown(near ?? whole), 0.5, 0.5)).toBeNull();
    // At an end it goes on to the other side.
    const end = zoomed(all, 4, 1);
    expect(end).toEqual({ min: 750, max: 1000 });
    expect(zoomed(shown(end ?? whole), 0.5, 1)).toEqual({ min: 500, max: 1000 });
    expect(zoomed(shown({ min: 900, max: 1000 }), 0.5, 0)).toEqual({ min: 800, max: 1000 });
  });

  it('ends where few steps are left, and stays in the run', () => {
    const close = { min: 500, max: 515 };
    expect(zoomed(shown(close), 2, 0.5)).toBe(close);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0.2, max: 5, noNaN: true }),
            fc.double({ min: 0, max: 1, noNaN: true }),
          ),
        ),
        fc.boolean(),
        (moves, log) => {
          let steps = whole;
          for (const [factor, share] of moves)
            steps = zoomed(shown(steps, log), factor, share) ?? whole;
          expect(steps.min).toBeGreaterThanOrEqual(-1e-6);
          expect(steps.max).toBeLessThanOrEqual(1000 + 1e-6);
          expect(steps.max - steps.min).toBeGreaterThanOrEqual(9.99);
        },
      ),
    );
  });

  it('moves what two fingers hold to where they go', () => {
    expect(zoomed(shown({ min: 400, max: 600 }), 1, 0.5, 0.25)).toEqual({ min: 450, max: 650 });
  });
});

/** A canvas's context that notes where it is led, and whether it may draw there. */
function recorder() {
  const lines: [number, number][][] = [];
  const areas: [number, number, number, number][] = [];
  let clip: number[] = [];
  const known: Record<string, unknown> = {
    canvas: { style: {}, width: 0, height: 0 },
    beginPath: () => lines.push([]),
    rect: (...box: number[]) => {
      clip = box;
    },
    moveTo: (x: number, y: number) => lines.at(-1)?.push([x, y]),
    lineTo: (x: number, y: number) => lines.at(-1)?.push([x, y]),
    fillRect: (...box: [number, number, number, number]) => areas.push(box),
    measureText: () => ({ width: 10 }),
  };
  const context = new Proxy(known, { get: (all, name: string) => all[name] ?? (() => {}) });
  return {
    context: context as unknown as CanvasRenderingContext2D,
    lines,
    areas,
    clip: () => clip,
  };
}

describe('the curves', () => {
  const points = {} as Frame['points'];
  const run = (last: number, width: number) => {
    const reading = { loss: 0.5, last: 0.5, accuracy: 1 };
    const stands = { step: last, end: last, branches: 0 };
    const frame = { ...stands, linear: reading, network: reading, points } as Frame;
    const count = Math.floor(last / width) + 1;
    const buckets = Float64Array.from(
      { length: BUCKET * count },
      (_, i) => [0.5, 0.4, 0.9][i % BUCKET] ?? 0,
    );
    const histories: Histories = () => ({ width, buckets });
    return { frame, histories };
  };
  const canvases = () => {
    const [chart, tail] = [recorder(), recorder()];
    const canvas = { ...tail.context.canvas, getContext: () => tail.context } as unknown;
    return { chart, tail, curves: new Curves(chart.context, canvas as HTMLCanvasElement) };
  };

  it('are drawn where they are in sight, and cut off at the plot’s ends', () => {
    const { chart, curves } = canvases();
    const { frame, histories } = run(1000, 1);
    const plot = plotOf({ min: 400, max: 500 }, false, closeDomain(0.4, 0.9, false));
    curves.update(frame, histories, plot, false);
    const [left = 0, , wide = 0] = chart.clip();
    expect(left).toBeGreaterThan(plot.area.left - 3);
    expect(left + wide).toBeLessThan(plot.area.right + 3);
    const curve = chart.lines.at(-1) ?? [];
    expect(curve).toHaveLength(101);
    expect(curve.at(-1)?.[0]).toBeCloseTo(plot.area.right, 6);
    for (const [, y] of curve) expect(lossAt(plot, y)).toBeCloseTo(0.5, 6);
  });

  it('have an area where a bucket is wide, and a stroke where it is narrow', () => {
    const { chart, curves } = canvases();
    const { frame, histories } = run(10_000, 8);
    const log = plotOf(stepDomain(10_000), true);
    curves.update(frame, histories, log, false);
    const first = chart.areas.find(
      ([x, , wide, tall]) => x === xOf(log, 0) && wide > 1 && tall > 1,
    );
    expect(first?.[2]).toBeCloseTo(xOf(log, 8) - xOf(log, 0), 6);
    expect(first?.[1]).toBeCloseTo(yOf(log, 0.9), 6);
    // A stroke goes down to the least loss and up to the greatest.
    const end = (chart.lines.at(-1) ?? []).slice(-4).map(([, y]) => lossAt(log, y));
    expect(Math.max(...end)).toBeCloseTo(0.9, 6);
    const even = canvases();
    even.curves.update(frame, histories, plotOf(stepDomain(10_000), false), false);
    // The axes have ticks, but no curve has an area.
    expect(even.chart.areas.every(([, , wide, tall]) => wide <= 1 || tall <= 30)).toBe(true);
  });

  it('of a moving run are drawn piece by piece on a log axis too, never many in one frame', () => {
    const { tail, curves } = canvases();
    const plot = plotOf(stepDomain(2000), true);
    for (let step = 1; step <= 2000; step += 7) {
      const { frame, histories } = run(step, 1);
      curves.update(frame, histories, plot, true);
      const drawn = tail.lines.at(-1) ?? [];
      expect(drawn.length).toBeLessThanOrEqual(514);
      expect(drawn.at(-1)?.[0]).toBeCloseTo(xOf(plot, step), 6);
    }
  });

  it('are drawn anew when the axis grows', () => {
    const { chart, curves } = canvases();
    const { frame, histories } = run(1001, 1);
    curves.update(frame, histories, plotOf(stepDomain(1000), true), true);
    const grown = plotOf(stepDomain(1001), true);
    curves.update(frame, histories, grown, true);
    curves.update(frame, histories, grown, false);
    const curve = chart.lines.at(-1) ?? [];
    expect(curve[0]?.[0]).toBeCloseTo(xOf(grown, 0), 6);
    expect(curve.at(-1)?.[0]).toBeCloseTo(xOf(grown, 1001), 6);
  });
});
