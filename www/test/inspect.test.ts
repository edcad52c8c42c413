import { afterAll, describe, expect, it } from 'vitest';
import type { Classifier, ParameterAddress as Parameter } from '../engine/frame.js';
import type { CheckProgress, NoSlope } from '../engine/inspector.js';
import { defaults } from '../engine/settings.js';
import { engine, inspect, limits, parametersOf } from './engine-in-node.js';

const tutorial = defaults(limits);
const small = { ...tutorial, points: 9, classes: 4, hidden: 7 };
const both: Classifier[] = ['linear', 'network'];

afterAll(() => engine.start(tutorial));

/** Takes a change back, or makes it again, and goes to where the run stood; whether there was one. */
function back(way: 'undo' | 'redo'): boolean {
  const step = engine[way]();
  return step !== null && engine.seek(step, step) === 0;
}

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
    expect(numbers).toEqual([...parametersOf(classifier)]);
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
      expect([...parametersOf(classifier)]).toEqual(stepped);
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

describe('one point, worked out', () => {
  it.each(both)('can be followed by hand through the %s classifier', (classifier) => {
    engine.start(small);
    engine.advance(100);
    const state = inspect.state(classifier);
    const p = inspect.workOut(classifier, 11);
    const { coordinates, labels } = engine.frame.points;
    expect([p.x, p.y, p.label]).toEqual([coordinates[22], coordinates[23], labels[11]]);
    const inputs = state.length === 1 ? [p.x, p.y] : [...p.hidden];
    const { weights, biases } = state.at(-1) ?? { weights: [], biases: [] };
    p.scores.forEach((score, k) => {
      const sum = inputs.reduce((sum, h, j) => sum + h * (weights[4 * j + k] ?? 0), biases[k] ?? 0);
      expect(score).toBeCloseTo(sum, 12);
      expect(p.shifted[k]).toBe(score - Math.max(...p.scores));
      expect(p.exps[k]).toBeCloseTo(Math.exp(p.shifted[k] ?? 0), 14);
      expect(p.probabilities[k]).toBe((p.exps[k] ?? 0) / p.sum);
      expect(p.errors[k]).toBe((p.probabilities[k] ?? 0) - Number(k === p.label));
      expect(p.scoreSlopes[k]).toBe((p.errors[k] ?? 0) / 36);
    });
    expect(p.points).toBe(36);
    expect(p.loss).toBeCloseTo(-Math.log(p.probabilities[p.label] ?? 0), 12);
    p.z.forEach((z, j) => {
      expect(p.hidden[j]).toBe(Math.max(0, z));
      expect(p.zSlopes[j]).toBe(z > 0 ? p.hiddenSlopes[j] : 0);
    });
    const shares = inputs.flatMap((h) => [...p.scoreSlopes].map((slope) => h * slope));
    expect([...(p.shares.at(-1)?.weights ?? [])]).toEqual(shares);
    expect(p.z.length).toBe(classifier === 'linear' ? 0 : 7);
  });

  it.each([
    [36, 'There is no point 36: they are counted from 0 to 35.'],
    [-1, 'point must be a whole number from 0 to 4294967295, not -1.'],
    [Number.NaN, 'point must be a whole number from 0 to 4294967295, not NaN.'],
  ])('is refused with a sentence if it is number %d', (index, sentence) => {
    expect(() => inspect.workOut('network', index)).toThrow(sentence);
  });
});

describe('a step by its phases', () => {
  it('is the step', () => {
    engine.start(small);
    for (let i = 0; i < 20; i++) {
      for (const classifier of both) {
        inspect.forward(classifier);
        inspect.softmax(classifier);
        inspect.loss(classifier);
        inspect.gradients(classifier);
      }
      engine.advance(1);
      engine.advance(i % 2);
    }
    const stepped = both.map((classifier) => parametersOf(classifier));
    const losses = [...engine.history('network').buckets];
    expect(engine.frame.step).toBe(30);
    engine.start(small);
    engine.advance(30);
    expect(both.map((classifier) => parametersOf(classifier))).toEqual(stepped);
    expect([...engine.history('network').buckets]).toEqual(losses);
  });

  it.each(both)('shows the numbers of every point of the %s classifier', (classifier) => {
    engine.start(small);
    engine.advance(40);
    const point = inspect.workOut(classifier, 20);
    const row = (all: Float64Array) => [...all.subarray(80, 84)];
    expect(row(inspect.forward(classifier))).toEqual([...point.scores]);
    expect(row(inspect.softmax(classifier))).toEqual([...point.probabilities]);
    expect(row(inspect.gradients(classifier).scoreSlopes)).toEqual([...point.scoreSlopes]);
    const { each, data, regularization, total } = inspect.loss(classifier);
    expect(each[20]).toBe(point.loss);
    expect(each.reduce((sum, loss) => sum + loss, 0) / 36).toBeCloseTo(data, 12);
    expect(data + regularization).toBe(total);
    expect(total).toBe(engine.frame[classifier].loss);
  });

  it.each(both)('keeps the penalty of the %s classifier apart', (classifier) => {
    const { data, penalty } = inspect.gradients(classifier);
    inspect.state(classifier).forEach(({ weights, weightSlopes, biasSlopes }, layer) => {
      expect(penalty[layer]?.weights).toEqual(weights.map((w) => small.reg * w));
      expect(penalty[layer]?.biases).toEqual(biasSlopes.map(() => 0));
      expect(data[layer]).toEqual({ weights: weightSlopes, biases: biasSlopes });
    });
  });
});

const parametersOfBoth = () => both.map((classifier) => parametersOf(classifier));
const weight = (index: number): Parameter => ({ layer: 0, kind: 'weight', index });

/** What was found; that there is no slope is a failure here. */
function found<T extends object>(check: T | NoSlope): T {
  if ('code' in check) throw new Error(check.code);
  return check;
}

describe('a gradient check', () => {
  it.each(both)('of one slope of the %s classifier agrees and changes nothing', (classifier) => {
    engine.start(small);
    engine.advance(60);
    const before = parametersOfBoth();
    const check = found(inspect.checkSlope(classifier, weight(5), 1e-5));
    const [first] = inspect.state(classifier);
    expect(check.parameter).toEqual(weight(5));
    expect(check.value).toBe(first?.weights[5]);
    expect(check.analytic).toBe((first?.weightSlopes[5] ?? 0) + small.reg * check.value);
    expect(check.numeric).toBe((check.above - check.below) / 2e-5);
    expect(check.gap).toBe(Math.abs(check.analytic - check.numeric));
    if (check.kinks === 0) expect(check.gap).toBeLessThanOrEqual(check.bound);
    expect(parametersOfBoth()).toEqual(before);
  });

  it('of all slopes goes piece by piece and names the worst', () => {
    engine.start(small);
    engine.advance(60);
    inspect.beginChecks('network', 1e-5);
    const first = found(inspect.goOnChecking(10));
    expect([first.done, first.total]).toEqual([10, 14 + 7 + 28 + 4]);
    const last = found(inspect.goOnChecking(1000));
    expect(last.done).toBe(last.total);
    expect(last.apart).toBe(0);
    const share = ({ worst }: CheckProgress) => (worst ? worst.gap / worst.bound : 0);
    expect(share(last)).toBeGreaterThanOrEqual(share(first));
    const parameter = last.worst?.parameter as Parameter;
    expect(inspect.checkSlope('network', parameter, 1e-5)).toEqual(last.worst);
  });

  it('that meets a loss that is no number says so, each time it is asked', () => {
    engine.start({ ...small, hidden: 1, reg: 0 });
    engine.setParameter('network', { layer: 0, kind: 'bias', index: 0 }, 1e307);
    const noSlope = { code: 'lossNotFiniteBeside', epsilon: 1 };
    const output: Parameter = { layer: 1, kind: 'weight', index: 0 };
    for (let i = 0; i < 3; i++) expect(inspect.checkSlope('network', output, 1)).toEqual(noSlope);
    inspect.beginChecks('network', 1);
    expect(inspect.goOnChecking(100)).toEqual(noSlope);
    expect(found(inspect.goOnChecking(100)).total).toBe(0);
    // Nearer by there is one.
    expect(found(inspect.checkSlope('network', output, 1e-5)).value).toBeTypeOf('number');
  });

  it.each([0, -1, Number.NaN, 2])('with ε = %d gets a sentence', (epsilon) => {
    const sentence = `epsilon must be a number greater than 0 and at most 1, not ${epsilon}.`;
    expect(() => inspect.checkSlope('linear', weight(0), epsilon)).toThrow(sentence);
    expect(() => inspect.beginChecks('linear', epsilon)).toThrow(sentence);
  });
});

describe('a hidden unit', () => {
  it('is switched off in what is shown, and training does not know', () => {
    engine.start(small);
    engine.advance(50);
    expect(engine.frame.withoutUnits).toBeNull();
    engine.switchUnit(2, false);
    const { loss } = engine.frame.network;
    expect(engine.frame.withoutUnits?.loss).not.toBe(loss);
    expect(engine.frame.off).toEqual([2]);
    engine.advance(10);
    const trained = parametersOfBoth();
    engine.switchUnit(2, true);
    expect([engine.frame.withoutUnits, engine.frame.experiment.changes]).toEqual([null, '']);
    engine.start(small);
    engine.advance(60);
    expect(parametersOfBoth()).toEqual(trained);
  });

  it('is switched off for good, and back', () => {
    const before = parametersOfBoth();
    engine.switchUnit(2, false);
    engine.switchUnit(4, false);
    const { withoutUnits } = engine.frame;
    engine.applyUnits();
    expect(engine.frame.network).toMatchObject(withoutUnits ?? {});
    expect([engine.frame.withoutUnits, engine.frame.off]).toEqual([null, []]);
    expect(engine.frame.experiment.changes).toContain('60:W1[0,2]=0;');
    expect(back('undo')).toBe(true);
    expect(parametersOfBoth()).toEqual(before);
    expect(engine.frame.experiment.changes).toBe('');
  });

  it('that is not there gets a sentence', () => {
    for (const unit of [7, -1, 0.5, Number.NaN]) {
      expect(() => engine.switchUnit(unit, false)).toThrow('hidden unit');
    }
    expect(engine.frame.withoutUnits).toBeNull();
  });
});

describe('an edit', () => {
  it.each(both)(
    'of the %s classifier shows at once, and can be undone and redone',
    (classifier) => {
      engine.start(small);
      engine.advance(20);
      const before = parametersOfBoth();
      const { loss } = engine.frame[classifier];
      const bias: Parameter = { layer: 0, kind: 'bias', index: 3 };
      engine.setParameter(classifier, bias, 0.75);
      engine.setParameter(classifier, weight(1), -2);
      const after = parametersOfBoth();
      const [first] = inspect.state(classifier);
      expect([first?.biases[3], first?.weights[1]]).toEqual([0.75, -2]);
      expect(engine.frame.experiment).toMatchObject({ undoable: 2, redoable: 0 });
      expect(engine.frame[classifier].loss).not.toBe(loss);
      expect([back('undo'), back('undo'), back('undo')]).toEqual([true, true, false]);
      expect(parametersOfBoth()).toEqual(before);
      expect(engine.frame[classifier].loss).toBe(loss);
      expect(engine.frame.experiment.changes).toBe('');
      expect([back('redo'), back('redo'), back('redo')]).toEqual([true, true, false]);
      expect(parametersOfBoth()).toEqual(after);
      // What was changed can be taken back after any number of steps, too.
      engine.advance(30);
      expect([back('undo'), back('undo')]).toEqual([true, true]);
      expect(parametersOfBoth()).toEqual(before);
      engine.start(small);
      expect(engine.frame.experiment).toMatchObject({ undoable: 0, redoable: 0, changes: '' });
    },
  );

  it.each([
    [weight(0), Number.NaN, 'A weight must be a finite number, not NaN.'],
    [weight(0), 1e300, 'The loss would not be a finite number with that.'],
    [weight(14), 0, 'There is no weight 14: they are counted from 0 to 13.'],
    [{ layer: 2, kind: 'bias', index: 0 }, 0, 'There is no layer 2: they are counted from 0 to 1.'],
    [
      { layer: 0, kind: 'bias', index: -1 },
      0,
      'bias must be a whole number from 0 to 4294967295, not -1.',
    ],
  ] as [Parameter, number, string][])('%j = %d gets a sentence', (parameter, value, sentence) => {
    engine.start(small);
    const before = parametersOfBoth();
    expect(() => engine.setParameter('network', parameter, value)).toThrow(sentence);
    expect(parametersOfBoth()).toEqual(before);
    expect(engine.frame.experiment.changes).toBe('');
  });
});
