/** What the chart shows besides the loss: true states of the run, on axes of their own, to be seen and heard. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOut, type Plot, xOf, yOf } from '../chart/plot.js';
import { MORE_AXES } from '../chart-tools/axes.js';
import { Drawing, drawCurves } from '../chart-tools/drawing.js';
import { earlierLosses, shortLoss } from '../chart-tools/earlier-curve.js';
import { earlierHeard, heardOf } from '../chart-tools/hearing.js';
import { pitchOf, Sound } from '../chart-tools/listen.js';
import { formatProbability, quantityOf } from '../chart-tools/quantity.js';
import { Trace } from '../chart-tools/trace.js';
import { lossDomain, stepDomain } from '../draw/scale.js';
import type { Theme } from '../draw/theme.js';
import { CLASSIFIERS } from '../engine/frame.js';
import { defaults } from '../engine/settings.js';
import { dictionary } from '../i18n/index.js';
import type { ChartMode, Intent } from '../state/store.js';
import { engine, inspect, limits } from './engine-in-node.js';

const tutorial = defaults(limits);
const POINT = 150;

const wish = (chart: ChartMode, more: Partial<Intent> = {}) =>
  ({ chart, lang: 'en', insideOf: 'network', selectedPoint: POINT, ...more }) as Intent;

/** What is shown of a mode. */
function shown(chart: ChartMode, more: Partial<Intent> = {}): Drawing {
  const drawing = new Drawing(engine, { hidden: false });
  expect(drawing.choose(wish(chart, more), engine.frame, POINT)).toBe(true);
  return drawing;
}

const histories = engine.history.bind(engine);

function plotOf(drawing: Drawing | null, zoom: { min: number; max: number } | null = null): Plot {
  const steps = zoom ?? stepDomain(engine.frame.end);
  const losses = drawing?.domain(steps, zoom !== null) ?? lossDomain(0.2, 1.2, false);
  const context = { font: '', measureText: (text: string) => ({ width: 8 * text.length }) };
  const curves = { linear: 'grey', network: 'blue' };
  const theme = { text: 1, stroke: 1, curves } as Theme;
  const how = { ghosts: [], logSteps: false, log: false, classes: 3, axis: drawing?.axis ?? null };
  const size = { width: 880, height: 300, scale: 1 };
  const wanted = { steps, losses, theme, texts: dictionary('en'), ...how, ...size };
  return layOut(context as unknown as CanvasRenderingContext2D, wanted, MORE_AXES);
}

beforeEach(() => {
  engine.start(tutorial);
  engine.advance(400);
});

describe('the trace of a run', () => {
  /** What is known where the run stands, by the ways that the page has besides. */
  const here = () =>
    CLASSIFIERS.map((classifier) => {
      const { loss, accuracy } = engine.frame[classifier];
      const { probabilities, label } = inspect.workOut(classifier, POINT);
      return { loss, accuracy, probability: probabilities[label] };
    });

  function known(trace: Trace, step: number) {
    const sample = trace.samples.find((sample) => sample.step === step);
    return sample && CLASSIFIERS.map((classifier) => sample[classifier]);
  }

  it('has the exact numbers of the step where it stands, and of its end', () => {
    const trace = new Trace(engine);
    trace.follow(engine.frame, POINT);
    expect(trace.samples.map(({ step }) => step)).toEqual(
      Array.from({ length: 81 }, (_, i) => 5 * i),
    );
    engine.advance(2);
    const end = here();
    engine.seek(133, 1000);
    trace.follow(engine.frame, POINT);
    expect(known(trace, 133)).toMatchObject(here());
    expect(known(trace, 402)).toMatchObject(end);
    const steps = trace.samples.map(({ step }) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('is asked for bit by bit, and anew when the run or the point is another one', () => {
    const asked: number[] = [];
    const spied = {
      trace: (...given: Parameters<typeof engine.trace>) => {
        if (given[0] === 'linear') asked.push(given[2]);
        return engine.trace(...given);
      },
    };
    const trace = new Trace(spied);
    trace.follow(engine.frame, POINT);
    trace.follow(engine.frame, POINT);
    engine.advance(10);
    trace.follow(engine.frame, POINT);
    expect(asked).toEqual([0, 401]);
    trace.follow(engine.frame, 7);
    engine.change('rate', 0.5);
    trace.follow(engine.frame, 7);
    expect(asked).toEqual([0, 401, 0, 0]);
  });

  it('has the numbers after a change of its step', () => {
    engine.setParameter('network', { layer: 1, kind: 'bias', index: 0 }, 3);
    const changed = here();
    engine.advance(5);
    const trace = new Trace(engine);
    trace.follow(engine.frame, POINT);
    expect(known(trace, 400)).toMatchObject(changed);
  });
});

describe('a mode of the chart', () => {
  it('shows a share from 0 to 1, per cent or probability, with the line of a guess', () => {
    const accuracy = plotOf(shown('accuracy'));
    expect(accuracy.losses).toEqual({ min: 0, max: 1 });
    expect(accuracy.lossTicks.at(-1)?.label).toBe('100\u00a0%');
    expect([accuracy.guess, accuracy.chance]).toEqual([1 / 3, 'guessing: 1/3']);
    const point = plotOf(shown('point'));
    expect(point.lossTicks.at(-1)?.label).toBe('1');
    expect(point.axis?.title).toBe('p(y) of point 150, class 1, step by step');
  });

  it('stands close to the curves in a part of the run, and never leaves 0 to 1', () => {
    for (const mode of ['accuracy', 'point'] as const) {
      const { min, max } = shown(mode).domain({ min: 300, max: 400 }, true);
      expect(min).toBeGreaterThanOrEqual(0);
      expect(max).toBeLessThanOrEqual(1);
      expect(max).toBeGreaterThan(min);
    }
    expect(shown('parts').domain({ min: 300, max: 400 }, true).min).toBe(0);
  });

  it('reads the values of the nearest state, with their names', () => {
    const parts = shown('parts');
    const { step, named, losses, sentence } = parts.read(122);
    expect(step % 5).toBe(0);
    expect(Math.abs(step - 122)).toBe(2);
    expect(named.map(([name]) => name)).toEqual([
      'data loss',
      'regularization loss',
      'loss, their sum',
    ]);
    const [data = 0, reg = 0, sum = 0] = named.map(([, value]) => Number(value));
    expect(data + reg).toBeCloseTo(sum, 5);
    expect(losses.linear).toBeNaN();
    expect(losses.network).toBeCloseTo(sum, 5);
    expect(sentence).toMatch(/^step.\d+: data loss 0\.\d+, regularization loss/);
    expect(parts.read(400).losses.network).toBe(engine.frame.network.loss);
    expect(shown('accuracy').read(400).losses.linear).toBe(engine.frame.linear.accuracy);
  });

  it('keeps its axis as long as that looks the same', () => {
    const drawing = shown('point');
    const { axis } = drawing;
    engine.advance(1);
    drawing.choose(wish('point'), engine.frame, POINT);
    expect(drawing.axis).toBe(axis);
    drawing.choose(wish('point', { selectedPoint: 3 }), engine.frame, 3);
    expect(drawing.axis).not.toBe(axis);
    expect(drawing.choose(wish('loss'), engine.frame, 3)).toBe(false);
  });

  it('knows where no curve is', () => {
    const drawing = shown('accuracy');
    const plot = plotOf(drawing);
    const { left, right, top, bottom } = plot.area;
    expect(drawing.isFree({ left, right, top, bottom }, plot)).toBe(false);
    expect(drawing.isFree({ left, right, top: yOf(plot, 0.2), bottom }, plot)).toBe(true);
    const after = xOf(plot, 430);
    expect(drawing.isFree({ left: after, right, top, bottom }, plot)).toBe(true);
  });

  it('writes a probability that is very small, but not 0, as such', () => {
    expect([0, 1e-9, 0.25, 1].map(formatProbability)).toEqual([
      '0.0000',
      '1.00e-9',
      '0.2500',
      '1.0000',
    ]);
  });
});

describe('runs that were left', () => {
  /** Leaves the run of 400 steps for one of 200 that differs in these settings, and that for one more. */
  const left = (more: Partial<typeof tutorial>) => {
    engine.begin({ ...tutorial, ...more });
    engine.advance(200);
    engine.begin({ ...tutorial, hidden: 7 });
    const [first, second] = engine.frame.ghosts;
    if (!first || !second) throw new Error('two runs were left');
    return [first, second] as const;
  };

  it('have in every mode the numbers that they had when they went on themselves', () => {
    const was = shown('accuracy').read(250);
    const [network, linear] = [shown('point').read(250), shown('parts').read(400)];
    const [first] = left({ hidden: 3 });
    for (const [mode, step, told] of [
      ['accuracy', 250, was],
      ['point', 250, network],
      ['parts', 400, linear],
    ] as const) {
      const drawing = shown(mode);
      const reading = drawing.readingOf(first, step);
      expect(reading?.step).toBe(told.step);
      expect(reading?.named).toEqual(told.named);
      const curves = drawing.curvesOf(first);
      expect(curves.at(-1)?.at(step)).toEqual({ step, value: told.losses.network });
    }
    expect(shown('accuracy').readingOf(first, 401)).toBeNull();
  });

  it('have no curve of one point if they have others, but of all else', () => {
    const [first, second] = left({ noise: 0.4 });
    expect(shown('point').curvesOf(first)).toHaveLength(2);
    expect(shown('point').curvesOf(second)).toEqual([]);
    expect(shown('point').readingOf(second, 100)).toBeNull();
    expect(shown('accuracy').curvesOf(second)).toHaveLength(2);
    const fewer = left({ points: 20 })[1];
    expect(shown('accuracy').curvesOf(fewer)).toHaveLength(2);
  });

  it('are not there once they have been removed', () => {
    const [first] = left({ hidden: 3 });
    engine.forgetGhost(first.id);
    expect(shown('accuracy').curvesOf(first)).toEqual([]);
  });

  it('are on the axis with all of their values', () => {
    const steps = { min: 0, max: 200 };
    const [, second] = left({ hidden: 3, reg: 1 });
    const drawing = shown('parts');
    const alone = drawing.domain(steps, false).max;
    drawing.ghosts = [second];
    const greatest = Math.max(
      ...Array.from({ length: 41 }, (_, i) => drawing.curvesOf(second)[1]?.at(5 * i).value ?? 0),
    );
    expect(drawing.domain(steps, false).max).toBeGreaterThanOrEqual(greatest);
    expect(drawing.domain(steps, false).max).toBeGreaterThanOrEqual(alone);
  });

  it('are known by their losses at the steps where a bucket begins, and at the last one', () => {
    const [first] = left({ hidden: 3 });
    const { readingOf, curvesOf } = earlierLosses(dictionary('en'));
    const losses = first.histories.network.buckets;
    expect(readingOf(first, 250)).toMatchObject({ step: 250 });
    expect(curvesOf(first)[1]?.at(250)).toEqual({ step: 250, value: losses[4 * 250] });
    expect(curvesOf(first)[1]?.at(400)).toEqual({ step: 400, value: first.last.network });
    expect(readingOf(first, 401)).toBeNull();
    const wide = { ...first, histories: { ...first.histories } };
    for (const each of CLASSIFIERS) wide.histories[each] = { ...first.histories[each], width: 4 };
    expect(readingOf(wide, 9)?.step).toBe(8);
    expect(shortLoss(0.123456)).toBe('0.1235');
    expect(shortLoss(1234567)).toBe('1.23e6');
  });

  it('are heard up to their own end', () => {
    const [first] = left({ hidden: 3 });
    const { curvesOf } = earlierLosses(dictionary('en'));
    const { tones } = earlierHeard(plotOf(null), 400, curvesOf(first));
    expect(tones.map(({ side }) => side)).toEqual([-1, 1]);
    for (const { heights } of tones) expect(heights[0]).toBeGreaterThan(heights.at(-1) as number);
  });
});

describe('the words for a classifier', () => {
  it('follow what it is, not the place where it stands', () => {
    const { frame } = engine;
    const swapped = { ...frame, linear: { ...frame.linear, hidden: 9 } };
    const title = (of: typeof frame) =>
      quantityOf(wish('parts', { insideOf: 'linear' }), of)?.axis.title;
    expect(title(frame)).toBe('Loss in two parts: linear');
    expect(title(swapped)).toBe('Loss in two parts: network');
  });
});

describe('what is drawn', () => {
  /** The paths that are filled and stroked. */
  function drawn(drawing: Drawing) {
    const plot = plotOf(drawing);
    const done: { how: string; path: (readonly [number, number])[] }[] = [];
    let path: (readonly [number, number])[] = [];
    const context = {
      save: () => {},
      restore: () => {},
      rect: () => {},
      clip: () => {},
      beginPath: () => {
        path = [];
      },
      moveTo: (x: number, y: number) => path.push([x, y]),
      lineTo: (x: number, y: number) => path.push([x, y]),
      fill: () => done.push({ how: 'fill', path }),
      stroke: () => done.push({ how: 'stroke', path }),
    };
    const samples = Array.from({ length: 101 }, (_, i) => drawing.sampleAt(4 * i));
    const { curves } = drawing;
    const stacked = curves[0]?.classifier === curves[1]?.classifier;
    drawCurves(context as unknown as CanvasRenderingContext2D, plot, { curves, stacked }, samples);
    return { plot, done, samples };
  }

  it('is a line for each board, through the values at their steps', () => {
    const { plot, done, samples } = drawn(shown('accuracy'));
    expect(done.map(({ how }) => how)).toEqual(['stroke', 'stroke']);
    const [linear] = done;
    expect(linear?.path.slice(1)).toEqual(
      samples.map(({ step, linear }) => [xOf(plot, step), yOf(plot, linear.accuracy)]),
    );
  });

  it('is the data loss on the ground, and the regularization loss on top of it up to the loss', () => {
    const { plot, done, samples } = drawn(shown('parts'));
    expect(done.map(({ how }) => how)).toEqual(['fill', 'stroke', 'fill', 'stroke']);
    const [data, , reg] = done.map(({ path }) => path.slice(1));
    const place = (step: number, value: number) => [xOf(plot, step), yOf(plot, value)];
    const lower = samples.map(({ step, network }) => place(step, network.dataLoss));
    const upper = samples.map(({ step, network }) => place(step, network.loss));
    const { bottom } = plot.area;
    expect(data).toEqual([...lower, [xOf(plot, 400), bottom], [xOf(plot, 0), bottom]]);
    expect(reg).toEqual([...upper, ...lower.toReversed()]);
  });
});

describe('what is heard', () => {
  it('is each board on its side, as high as its curve, with a tick at each number of the axis', () => {
    engine.advance(100);
    const { tones, ticks } = heardOf(plotOf(null), engine.frame, histories, null);
    expect(tones.map(({ side }) => side)).toEqual([-1, 1]);
    for (const { heights } of tones) {
      expect(heights[0]).toBeGreaterThan(heights.at(-1) as number);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...heights)).toBeLessThanOrEqual(1);
    }
    expect(ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => expect.closeTo(share, 9)));
    const drawing = shown('accuracy');
    const rising = heardOf(plotOf(drawing), engine.frame, histories, drawing).tones[1];
    expect(rising?.heights.at(-1)).toBeCloseTo(engine.frame.network.accuracy, 9);
    const stacked = shown('parts');
    const parts = heardOf(plotOf(stacked), engine.frame, histories, stacked).tones;
    expect(parts.map(({ side }) => side)).toEqual([1, 1]);
  });

  it('is higher the greater the value, an octave for equal ways', () => {
    expect(pitchOf(1 / 3) / pitchOf(0)).toBeCloseTo(2, 9);
    expect(pitchOf(1) / pitchOf(0)).toBeCloseTo(8, 9);
  });
});

describe('the sound', () => {
  afterEach(() => vi.unstubAllGlobals());
  const heard = { tones: [{ side: -1, heights: [0, 1] }], ticks: [0, 0.5] };

  it('cannot be played where there is none, and says so', () => {
    vi.stubGlobal('AudioContext', undefined);
    const sound = new Sound(() => {});
    expect([sound.play(heard), sound.plays]).toEqual([false, false]);
  });

  it('ends by itself, and stops when it is told to', () => {
    const closed: string[] = [];
    const clocks: { onended: (() => void) | undefined }[] = [];
    const node = () => {
      const parameter = {
        value: 0,
        setValueAtTime: () => {},
        linearRampToValueAtTime: () => {},
        setValueCurveAtTime: () => {},
      };
      return {
        onended: undefined as (() => void) | undefined,
        frequency: parameter,
        gain: parameter,
        pan: parameter,
        connect: (to: unknown) => to,
        start: () => {},
        stop: () => {},
      };
    };
    vi.stubGlobal(
      'AudioContext',
      class {
        currentTime = 0;
        resume = () => Promise.resolve();
        close = () => {
          closed.push('closed');
          return Promise.resolve();
        };
        createOscillator = () => {
          const oscillator = node();
          clocks.push(oscillator);
          return oscillator;
        };
        createGain = node;
        createStereoPanner = node;
      },
    );
    const ended = vi.fn();
    const sound = new Sound(ended);
    expect([sound.play(heard), sound.plays]).toEqual([true, true]);
    // One tone, two ticks, and what tells the end.
    expect(clocks.length).toBe(4);
    sound.stop();
    expect([sound.plays, closed.length, ended.mock.calls.length]).toEqual([false, 1, 0]);
    // The end of what was stopped is not that of what plays now.
    const stopped = clocks.at(-1);
    sound.play(heard);
    stopped?.onended?.();
    expect(sound.plays).toBe(true);
    clocks.at(-1)?.onended?.();
    expect([sound.plays, closed.length, ended.mock.calls.length]).toEqual([false, 2, 1]);
  });
});
