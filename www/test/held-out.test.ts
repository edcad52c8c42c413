import { describe, expect, it } from 'vitest';
import { frameOf, reachOf } from '../boards/points-picture.js';
import { marksOf } from '../chart/marks.js';
import { type Histories, readerOf, valuesAt } from '../chart/values.js';
import type { Frame, Points } from '../engine/frame.js';
import { defaults, type Settings } from '../engine/settings.js';
import { dictionary } from '../i18n/index.js';
import { workedPoint } from '../inside/worked-point.js';
import type { Intent } from '../state/store.js';
import { formatLoss } from '../ui/format.js';
import { engine, limits } from './engine-in-node.js';

const points = (coordinates: number[]) =>
  ({ coordinates: Float64Array.from(coordinates) }) as Points;

describe('the frame around own points', () => {
  it('stays while they are in it, wherever they are moved', () => {
    expect(frameOf(points([0, 0.3, 1.1, -1.1]), 1.12)).toBe(1.12);
    expect(frameOf(points([0.2, 0.3, 0.5, -0.4]), 1.12)).toBe(1.12);
  });

  it('grows to a round number around all of them once one leaves it', () => {
    expect(frameOf(points([0, 0, 1.2, 0]), 1.12)).toBe(1.5);
    expect(frameOf(points([0, 0, 0, -3.7]), 1.12)).toBe(5);
    expect(frameOf(points([2000, 0]), 1.12)).toBe(2560);
  });

  it('comes down to points that would be lost in it, and stands around no points, too', () => {
    expect(frameOf(points([0.01, -0.02]), 40)).toBeCloseTo(0.0234375, 12);
    expect(frameOf(points([]), 0)).toBe(1.25);
  });

  it('is that of the farthest point where the points are not own ones', () => {
    expect(reachOf(points([3, 4, 0, 0]))).toBeCloseTo(5.6, 12);
  });
});

describe('the point that is worked out as long as nobody has chosen one', () => {
  const chosen = (settings: object) => {
    engine.start({ ...defaults(limits), ...settings } as Settings);
    return workedPoint({ selectedPoint: null } as Intent, engine.frame);
  };

  it('is in the middle of the spiral’s second arm', () => {
    expect(chosen({})).toBe(150);
    expect(chosen({ points: 7 })).toBe(10);
  });

  it.each([
    { data: 'moons', classes: 2 },
    { data: 'blobs', classes: 6, points: 50 },
    { data: 'iris', classes: 3 },
    { data: 'spiral', test: 0.5, wrong: 0.3 },
  ])('is one of the second class that is trained on: %o', (settings) => {
    const place = chosen(settings);
    const { trueLabels, heldOut } = engine.frame.points;
    expect(trueLabels[place]).toBe(1);
    expect(heldOut[place] ?? 0).toBe(0);
  });

  it('is there where no point is of the second class, and never beyond the last', () => {
    const labels = Uint8Array.from([0, 0, 0]);
    const frame = { points: { labels, trueLabels: labels, heldOut: [] } } as unknown as Frame;
    expect(workedPoint({ selectedPoint: null } as Intent, frame)).toBe(0);
    expect(workedPoint({ selectedPoint: 9 } as Intent, frame)).toBe(2);
  });
});

/** A run whose training loss falls, and whose test loss is least at step 2 and then infinite. */
function run(): { frame: Frame; histories: Histories } {
  const reading = { loss: 4, last: 4, accuracy: 0.5 };
  const test = { loss: Number.POSITIVE_INFINITY, last: Number.POSITIVE_INFINITY, accuracy: 0.4 };
  const standing = { ...reading, test };
  const frame = { step: 3, end: 3, linear: standing, network: standing } as unknown as Frame;
  frame.experiment = { changes: '' } as Frame['experiment'];
  const buckets = (losses: number[]) =>
    Float64Array.from(losses.flatMap((loss, step) => [loss, loss, loss, step]));
  const histories: Histories = (_, test) => ({
    width: 1,
    buckets: buckets(test ? [8, 7, 6, Number.POSITIVE_INFINITY] : [7, 6, 5, 4]),
  });
  return { frame, histories };
}

describe('the losses of points that are held out', () => {
  it('are read beside the others, with their names', () => {
    const { frame, histories } = run();
    expect(valuesAt(2, frame, histories)).toEqual({
      step: 2,
      losses: { linear: 5, network: 5 },
      tests: [6, 6],
    });
    const texts = dictionary('en');
    const { named, sentence } = readerOf(frame, histories, texts)(1);
    expect(named.map(([name, value]) => `${name} ${value}`)).toEqual([
      'Linear classifier 6.000000',
      'Neural network 6.000000',
      'Linear classifier, test 7.000000',
      'Neural network, test 7.000000',
    ]);
    expect(sentence).toContain('Neural network, test 7.000000');
  });

  it('are no number where they are infinite', () => {
    const { frame, histories } = run();
    expect(readerOf(frame, histories, dictionary('en'))(3).named.at(-1)?.[1]).toBe('–');
    expect(formatLoss(Number.NaN)).toBe('–');
  });

  it('have their least step marked, once they have grown since', () => {
    const { frame, histories } = run();
    const milestones = { reached: new Uint32Array(6).fill(2 ** 32 - 1), died: new Uint32Array() };
    expect(marksOf(frame, milestones, histories)).toEqual([
      {
        step: 2,
        all: [
          { kind: 'best', classifier: 'linear' },
          { kind: 'best', classifier: 'network' },
        ],
      },
    ]);
  });

  it('come from the engine with the loss of the last step, when it stands elsewhere, too', () => {
    engine.start({ ...defaults(limits), test: 0.3 });
    engine.advance(40);
    const at = engine.frame.network.test?.loss;
    expect(engine.frame.network.test?.last).toBe(at);
    expect(engine.history('network', true).buckets.at(-4)).toBe(at);
    engine.seek(10, 1000);
    expect(engine.frame.network.test?.last).toBe(at);
    expect(engine.frame.network.test?.loss).toBe(engine.history('network', true).buckets[40]);
  });
});
