import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAxes } from '../chart/axes.js';
import { isFree, placeForChance } from '../chart/label.js';
import { type Box, layOut, lossAt, type Plot, stepAt, xOf, yOf } from '../chart/plot.js';
import { type Histories, valuesAt } from '../chart/values.js';
import { lossDomain, stepDomain } from '../draw/scale.js';
import type { Theme } from '../draw/theme.js';
import type { Frame } from '../engine/frame.js';
import { dictionary } from '../i18n/index.js';
import { formatLoss } from '../ui/format.js';

/** Letters of a wide font: seven tenths as wide as they are high. */
function letters(): CanvasRenderingContext2D {
  const context = {
    font: '',
    measureText: (text: string) => ({ width: 0.7 * Number.parseFloat(context.font) * text.length }),
  };
  return context as unknown as CanvasRenderingContext2D;
}

interface Size {
  width: number;
  height: number;
  text: number;
}

function plotOf(step: number, greatest: number, log: boolean, { width, height, text }: Size): Plot {
  return layOut(
    letters(),
    {
      steps: stepDomain(step),
      logSteps: false,
      losses: lossDomain(Math.min(1, greatest), Math.max(Math.log(3), greatest), log),
      log,
      ghosts: [],
      texts: dictionary('en'),
      theme: { text, stroke: 1 } as Theme,
      classes: 3,
      axis: null,
      width,
      height,
      scale: 1,
    },
    null,
  );
}

const DESK: Size = { width: 880, height: 170, text: 1 };

describe('the chart’s labels', () => {
  const wide = ({ size }: Plot, label: string) => 0.7 * size * label.length;
  const size = fc.record({
    width: fc.integer({ min: 296, max: 2400 }),
    height: fc.integer({ min: 150, max: 900 }),
    text: fc.double({ min: 1, max: 1.2, noNaN: true }),
  });
  const step = fc.integer({ min: 0, max: 1_000_000 });
  const loss = fc.double({ min: 0, noDefaultInfinity: true, noNaN: true });

  it('stand beside each other and beside the axis’ name, whatever the losses', () => {
    fc.assert(
      fc.property(step, loss, fc.boolean(), size, (step, loss, log, size) => {
        const plot = plotOf(step, loss, log, size);
        const { area, lossTicks, stepTicks } = plot;
        expect(area.right - area.left).toBeGreaterThan(0.4 * size.width);
        expect(area.bottom - area.top).toBeGreaterThan(0.4 * size.height);
        expect(new Set(lossTicks.map(({ label }) => label)).size).toBe(lossTicks.length);
        // The axis’ name is as wide as a line is high.
        for (const { label } of lossTicks)
          expect(area.left - wide(plot, label)).toBeGreaterThan(1.2 * plot.size);
        let end = Number.NEGATIVE_INFINITY;
        for (const { value, label } of stepTicks) {
          const [middle, half] = [xOf(plot, value), wide(plot, label) / 2];
          expect(middle - half).toBeGreaterThan(end);
          end = middle + half;
        }
        expect(end).toBeLessThanOrEqual(size.width + 0.01);
      }),
    );
  });

  it('are short powers of ten where a run has diverged', () => {
    const labels = plotOf(131, 3.31e306, false, DESK).lossTicks.map(({ label }) => label);
    expect(labels).toEqual(['0', '1e306', '2e306', '3e306']);
    const decades = plotOf(131, 3.31e306, true, DESK).lossTicks.map(({ label }) => label);
    expect(decades).toEqual(['1', '1e100', '1e200', '1e300']);
  });

  it('are plain numbers as long as those are short', () => {
    const labels = plotOf(1000, 15_000, false, DESK).lossTicks.map(({ label }) => label);
    expect(labels).toEqual(['0', '5000', '10000', '15000']);
  });
});

/** Curves through these losses, one a step. */
function run(...losses: number[]): { frame: Frame; histories: Histories } {
  const last = losses.length - 1;
  const reading = { loss: losses[last] as number, accuracy: 0.5 };
  const frame = { step: last, linear: reading, network: reading } as Frame;
  const buckets = Float64Array.from(losses.flatMap((loss) => [loss, loss, loss, 0]));
  return { frame, histories: () => ({ width: 1, buckets }) };
}

const steady = (length: number, loss: (step: number) => number) =>
  run(...Array.from({ length }, (_, step) => loss(step)));

function placeOf(plot: Plot, frame: Frame, histories: Histories): Box {
  const place = placeForChance(plot, frame, histories, undefined);
  if (!place) throw new Error('there is room');
  return place;
}

describe('the words at the dashed line', () => {
  const chance = Math.log(3);
  const plot = plotOf(100, 2, false, { ...DESK, height: 300 });

  it('stand above its end', () => {
    const { frame, histories } = steady(101, () => 0.7);
    const place = placeOf(plot, frame, histories);
    expect(place.right).toBe(plot.area.right);
    expect(place.bottom).toBeLessThan(yOf(plot, chance));
  });

  it('make way for a curve above it, and stay there', () => {
    const { frame, histories } = steady(101, () => chance + 0.05);
    const place = placeOf(plot, frame, histories);
    expect(place.right).toBe(plot.area.right);
    expect(place.top).toBeGreaterThan(yOf(plot, chance));
    expect(placeOf({ ...plot, chancePlace: place }, frame, histories)).toBe(place);
  });

  it('stand farther left where the run has its end on both sides', () => {
    const { frame, histories } = steady(101, (step) =>
      step < 70 ? 0.4 : chance + 0.2 * (-1) ** step,
    );
    const place = placeOf(plot, frame, histories);
    expect(place.right).toBeLessThan(xOf(plot, 70));
    expect(isFree(place, plot, frame, histories)).toBe(true);
  });

  it('see a curve that jumps over them from one step to the next', () => {
    const few = plotOf(100, 2, false, { ...DESK, height: 300 });
    const { frame, histories } = steady(101, (step) => (step === 100 ? 1.9 : 0.4));
    const [end] = few.chancePlaces;
    expect(end && isFree(end, few, frame, histories)).toBe(false);
  });

  it('are left out if nothing is free, and come back', () => {
    const { frame, histories } = steady(101, (step) => chance + (-1) ** step);
    expect(placeForChance(plot, frame, histories, undefined)).toBeNull();
    const low = steady(101, () => 0.7);
    const without = { ...plot, chancePlace: null };
    expect(placeForChance(without, low.frame, low.histories, undefined)).toBe(plot.chancePlaces[0]);
  });

  it('make way for what is drawn of earlier runs', () => {
    const { frame, histories } = steady(101, () => 0.7);
    const [end, ...others] = plot.chancePlaces;
    const place = placeForChance(plot, frame, histories, (box) => box !== end);
    expect(others).toContain(place);
  });
});

describe('places on the chart', () => {
  it('lead from a step and a loss to pixels and back', () => {
    for (const log of [false, true]) {
      const plot = plotOf(500, 3, log, DESK);
      expect(stepAt(plot, xOf(plot, 123))).toBeCloseTo(123, 9);
      expect(lossAt(plot, yOf(plot, 1.5))).toBeCloseTo(1.5, 9);
    }
  });
});

describe('the values at a step', () => {
  it('are those of the nearest step that is known exactly', () => {
    const buckets = Float64Array.from([9, 8, 9, 3, 7, 6, 7, 7, 5, 4, 5, 11]);
    const reading = { loss: 3, accuracy: 1, last: 3 };
    const network = { ...reading, loss: 2, last: 2 };
    const frame = { step: 11, end: 11, linear: reading, network } as Frame;
    const histories: Histories = () => ({ width: 4, buckets });
    const at = (asked: number) => {
      const { step, losses } = valuesAt(asked, frame, histories);
      return [step, losses.linear, losses.network];
    };
    expect(at(-5)).toEqual([0, 9, 9]);
    expect(at(1)).toEqual([0, 9, 9]);
    expect(at(3)).toEqual([4, 7, 7]);
    expect(at(9)).toEqual([8, 5, 5]);
    expect(at(11)).toEqual([11, 3, 2]);
    expect(at(Number.POSITIVE_INFINITY)).toEqual([11, 3, 2]);
    // Looking back, the run’s own step is known exactly, too, and so is its end.
    Object.assign(frame, { step: 6 });
    Object.assign(network, { loss: 6.5 });
    expect(at(6)).toEqual([6, 3, 6.5]);
    expect(at(7)).toEqual([8, 5, 5]);
    expect(at(12)).toEqual([11, 3, 2]);
  });
});

describe('a loss', () => {
  it('has six decimals, and fits its place on its way to infinity', () => {
    expect(formatLoss(0.7862304)).toBe('0.786230');
    expect(formatLoss(5.4219e304)).toBe('5.42e304');
    expect(formatLoss(123_456.7)).toBe('1.23e5');
  });
});

describe('the words at the dashed line', () => {
  it('have no line behind them, not even that one where the chart is too low for any other place', () => {
    const low = plotOf(10_000, 1, false, { ...DESK, height: 90 });
    const plot = { ...low, theme: { ...low.theme, ground: 'ground', quiet: 'quiet' } };
    const done: { name: string; style: unknown; given: unknown[] }[] = [];
    const context = new Proxy({} as Record<string, unknown>, {
      get: (kept, name: string) =>
        kept[name] ?? ((...given: unknown[]) => done.push({ name, style: kept.fillStyle, given })),
    });
    const onLine = plot.chancePlaces.at(-1) as Box;
    const line = yOf(plot, Math.log(plot.classes));
    expect(onLine.top < line && line < onLine.bottom).toBe(true);
    drawAxes(context as unknown as CanvasRenderingContext2D, { ...plot, chancePlace: onLine });
    const [ground, words] = done.slice(-2);
    expect(words).toMatchObject({
      name: 'fillText',
      given: [plot.chance, onLine.right, (onLine.top + onLine.bottom) / 2],
    });
    expect(ground).toMatchObject({ name: 'fillRect', style: 'ground' });
    const [left = 0, top = 0, width = 0, height = 0] = (ground?.given ?? []) as number[];
    expect(left).toBeLessThanOrEqual(onLine.left);
    expect(left + width).toBeGreaterThanOrEqual(onLine.right);
    expect(top).toBeLessThanOrEqual(onLine.top);
    expect(top + height).toBeGreaterThanOrEqual(onLine.bottom);
  });
});
