import { afterAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../frame.js';
import { defaults } from '../settings.js';
import { engine, limits } from './engine-in-node.js';

const tutorial = defaults(limits);
const small = { ...tutorial, points: 9, classes: 4, hidden: 7 };
const { inspect } = engine;
const both: Classifier[] = ['linear', 'network'];

afterAll(() => engine.start(tutorial));

describe('the state', () => {
  it.each(both)('of the %s classifier is all of its parameters, in order', (classifier) => {
    engine.start(small);
    engine.advance(30);
    const state = inspect.state(classifier);
    expect(state.map(({ inputs, outputs }) => [inputs, outputs])).toEqual(
      classifier === 'linear'
        ? [[2, 4]]
        : [
            [2, 7],
            [7, 4],
          ],
    );
    const numbers = state.flatMap(({ weights, biases }) => [...weights, ...biases]);
    expect(numbers).toEqual([...engine.parameters(classifier)]);
  });

  it.each(both)(
    'of the %s classifier has the slopes that the next step goes down',
    (classifier) => {
      engine.start({ ...small, reg: 0 });
      engine.advance(30);
      const stepped = inspect
        .state(classifier)
        .flatMap(({ weights, weightSlopes, biases, biasSlopes }) => [
          ...weights.map((w, i) => w - (weightSlopes[i] as number)),
          ...biases.map((b, i) => b - (biasSlopes[i] as number)),
        ]);
      engine.advance(1);
      expect([...engine.parameters(classifier)]).toEqual(stepped);
    },
  );
});

describe('the lines', () => {
  it.each(both)('of the %s classifier lie where its first layer is 0', (classifier) => {
    engine.start(small);
    engine.advance(50);
    const lines = inspect.lines(classifier, 1.1);
    const [first] = inspect.state(classifier);
    expect(lines.length).toBe(first?.outputs);
    expect(lines.some(({ segment }) => segment !== null)).toBe(true);
    lines.forEach(({ wx, wy, b, segment }, j) => {
      expect(wx).toBe(first?.weights[j]);
      expect(wy).toBe(first?.weights[lines.length + j]);
      expect(b).toBe(first?.biases[j]);
      if (!segment) return;
      const { x1, y1, x2, y2 } = segment;
      expect(wx * x1 + wy * y1 + b).toBeCloseTo(0, 12);
      expect(wx * x2 + wy * y2 + b).toBeCloseTo(0, 12);
      // A step to the left of the way from 1 to 2 is a step to the positive side.
      expect(wx * (y1 - y2) + wy * (x2 - x1)).toBeGreaterThan(0);
    });
  });

  it('need a window', () => {
    for (const reach of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => inspect.lines('network', reach)).toThrow('reach must be a positive number');
    }
  });
});

describe('the hidden units', () => {
  it('are counted on the points', () => {
    engine.start(small);
    engine.advance(200);
    const units = inspect.units();
    const [first] = inspect.state('network');
    const { coordinates } = engine.frame.points;
    const lines = inspect.lines('network', 1);
    expect(lines.length).toBe(first?.outputs);
    const active = lines.map(({ wx, wy, b }) => {
      let count = 0;
      for (let i = 0; i < coordinates.length; i += 2) {
        count += Number(b + wx * (coordinates[i] ?? 0) + wy * (coordinates[i + 1] ?? 0) > 0);
      }
      return count;
    });
    expect([...inspect.units().active]).toEqual(active);
    expect(units.dead).toBe(active.filter((count) => count === 0).length);
  });

  it('stand in the order of their importance', () => {
    const { importance, order } = inspect.units();
    const sorted = [...importance].sort((a, b) => b - a);
    expect([...order].map((unit) => importance[unit])).toEqual(sorted);
  });
});
