import { describe, expect, it } from 'vitest';
import { CLASSIFIERS } from '../engine/frame.js';
import { defaults } from '../engine/settings.js';
import { insideTexts } from '../i18n/inside.js';
import { allWorkings } from '../inside/workings.js';
import { engine, inspect, limits } from './engine-in-node.js';

const settings = { ...defaults(limits), hidden: 12, classes: 4 };

/** The number behind the last equals sign or colon of a line. */
function outcome(line: string): number {
  return Number(line.split(/[=:]/).at(-1)?.trim().replaceAll('−', '-'));
}

describe.each(CLASSIFIERS)('the rows about all points (%s)', (classifier) => {
  engine.start(settings);
  engine.advance(300);
  const { frame } = engine;
  const lines = (point: number, unit: number) => {
    const dataLoss = inspect.loss(classifier).data;
    const worked = inspect.workOut(classifier, point);
    const layers = inspect.state(classifier);
    const { activation, rate, reg } = settings;
    const whole = { worked, layers, activation, unit, rate, reg, dataLoss };
    const rows = allWorkings(whole, insideTexts('en'));
    return new Map(rows.map(({ formula, lines }) => [formula, lines]));
  };

  it('come to the loss that the page shows', () => {
    const { penalty = [], meanLoss = [] } = Object.fromEntries(lines(7, 3));
    const weights = inspect.state(classifier).flatMap(({ weights }) => [...weights]);
    const squares = weights.reduce((sum, w) => sum + w * w, 0);
    expect(outcome(penalty[0] ?? '')).toBeCloseTo(squares, 3);
    expect(outcome(penalty[1] ?? '')).toBeCloseTo(0.5 * settings.reg * squares, 5);
    expect(outcome(meanLoss[1] ?? '')).toBeCloseTo(frame[classifier].loss, 4);
  });

  it('lead through the chain to p − 1 and to q', () => {
    for (const point of [0, 50, 150, 399]) {
      const { probabilities, label } = inspect.workOut(classifier, point);
      const p = probabilities[label] ?? 0;
      const q = probabilities[label === 0 ? 1 : 0] ?? 0;
      const [own = '', other = ''] = lines(point, 0).get('chain') ?? [];
      expect(outcome(own)).toBeCloseTo(p - 1, 3);
      expect(outcome(other)).toBeCloseTo(q, 3);
    }
  });

  it('let the slope through where the unit is active', () => {
    if (classifier === 'linear') return;
    for (let unit = 0; unit < settings.hidden; unit++) {
      const active = (inspect.workOut('network', 120).z[unit] ?? 0) > 0;
      expect(outcome(lines(120, unit).get('reluGradient')?.[0] ?? '')).toBe(active ? 1 : 0);
    }
  });
});
