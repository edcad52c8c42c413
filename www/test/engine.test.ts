import { afterEach, describe, expect, it } from 'vitest';
import { BUCKET } from '../engine/frame.js';
import { defaults } from '../engine/settings.js';
import { Session } from '../pkg/session.js';
import { engine, limits, parametersOf } from './engine-in-node.js';

const tutorial = defaults(limits);

describe('the engine, as the page sees it', () => {
  afterEach(() => engine.start(tutorial));

  it("starts with the tutorial's losses", () => {
    engine.start(tutorial);
    expect(engine.frame.linear.loss.toFixed(6)).toBe('1.096919');
    expect(engine.frame.network.loss.toFixed(6)).toBe('1.098637');
    engine.advance(1000);
    expect(engine.frame.step).toBe(1000);
    expect(engine.frame.network.loss.toFixed(6)).toBe('0.294416');
  });

  it('starts the same run again, bit for bit', () => {
    const train = () => {
      engine.start({ ...tutorial, hidden: 7 });
      engine.advance(123);
      return [parametersOf('linear'), parametersOf('network')];
    };
    expect(train()).toEqual(train());
  });

  it('hands out the loss of every step', () => {
    engine.start(tutorial);
    const losses = [engine.frame.network.loss];
    for (let step = 1; step <= 20; step++) {
      engine.advance(1);
      losses.push(engine.frame.network.loss);
    }
    const { width, buckets } = engine.history('network');
    expect(width).toBe(1);
    expect(Array.from(buckets).filter((_, i) => i % BUCKET === 0)).toEqual(losses);
  });

  it('remembers what was changed on the way', () => {
    engine.start(tutorial);
    engine.change('rate', 2);
    expect(engine.frame.experiment.beginning.rate).toBe(2);
    engine.advance(5);
    engine.change('rate', 3);
    engine.advance(5);
    engine.change('reg', 0.01);
    expect(engine.frame.experiment.changes).toBe('5:rate=3;10:reg=0.01');
    engine.seek(7, 7);
    expect([engine.frame.step, engine.frame.end]).toEqual([7, 10]);
    expect([engine.frame.rate, engine.frame.reg]).toEqual([3, 0.001]);
    engine.start(tutorial);
    expect(engine.frame.experiment.changes).toBe('');
  });

  it('names the classifier that diverges and shows only finite numbers', () => {
    engine.start({ ...tutorial, rate: 100, reg: 1 });
    engine.advance(10_000);
    expect(engine.frame.diverged).not.toBeNull();
    expect(engine.frame.step).toBeLessThan(10_000);
    expect(Number.isFinite(engine.frame.linear.loss + engine.frame.network.loss)).toBe(true);
    engine.change('rate', 0.01);
    engine.change('reg', 0);
    engine.advance(3);
    expect(engine.frame.diverged).toBeNull();
  });
});

describe('where the tutorial’s script has no number for a loss', () => {
  it('says from which step on, and keeps it until a new run', () => {
    const none = { infAt: null, nanFrom: null };
    engine.start({ ...tutorial, rate: 100 });
    engine.advance(2);
    expect(engine.frame.script).toEqual({ linear: none, network: none });
    engine.advance(1);
    expect(engine.frame.script).toEqual({ linear: none, network: { infAt: null, nanFrom: 3 } });
    engine.change('rate', 0.01);
    engine.advance(20);
    expect(engine.frame.script.network.nanFrom).toBe(3);
    engine.start({ ...tutorial, rate: 50, seed: 2 });
    expect(engine.frame.script).toEqual({ linear: none, network: none });
    engine.advance(4);
    expect(engine.frame.script.network).toEqual({ infAt: 4, nanFrom: 5 });
    engine.start({
      ...tutorial,
      seed: 559_787_925,
      points: 35,
      classes: 3,
      noise: 0.9,
      hidden: 10,
      rate: 70,
      reg: 0,
    });
    engine.advance(100);
    expect(engine.frame.script.network).toEqual({ infAt: 4, nanFrom: null });
  });
});

describe('a call from JavaScript with bad input', () => {
  it.each([
    [{ points: 1 }, 'points must be a whole number from 2 to 1000, not 1.'],
    [{ hidden: 1.5 }, 'hidden must be a whole number from 1 to 512, not 1.5.'],
    [{ rate: 'fast' }, 'rate must be a number from 0.000001 to 100, not NaN.'],
    [{ seed: -1 }, 'seed must be a whole number from 0 to 4294967295, not -1.'],
    [null, 'Settings must be an object that holds numbers by name, such as seed.'],
  ])('%j gets a sentence', (settings, sentence) => {
    expect(() => new Session(settings as never)).toThrow(sentence);
  });

  it('changes nothing and leaves the run usable', () => {
    const lab = new Session({ points: 5, hidden: 4 });
    const before = lab.parameters();
    for (const steps of [-1, 0.5, Number.NaN, 1e9])
      expect(() => lab.advance(steps)).toThrow('steps must be a whole number');
    expect(() => lab.changeSetting('rate', Number.NaN, false)).toThrow('rate must be a number');
    expect(() => lab.changeSetting('reg', 2, false)).toThrow('reg must be a number');
    expect(lab.parameters()).toEqual(before);
    expect(lab.advance(2)).toBe(2);
    lab.free();
  });
});
