/** What the engine refuses: thrown with its code, and worded by the page in both languages. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ParameterAddress } from '../engine/frame.js';
import { type Refusal, refusalOf } from '../engine/refusal.js';
import { defaults } from '../engine/settings.js';
import { dictionary } from '../i18n/index.js';
import { NOTICES } from '../i18n/notices.js';
import { Inspector as Copy } from '../pkg/inspector.js';
import { Classifier, Kind, Picture, Session } from '../pkg/session.js';
import { makeStore, tellFault } from '../state/store.js';
import { faultsOf } from './chinese.js';
import { engine, inspect, limits } from './engine-in-node.js';

afterEach(() => vi.unstubAllGlobals());

type Code = Refusal['code'];
type Case<C extends Code> = {
  refusal: Extract<Refusal, { code: C }>;
  /** What has the engine refuse it; null for what no call from JavaScript leads to. */
  provoke: (() => unknown) | null;
};

const small = { ...defaults(limits), points: 9, hidden: 1, reg: 0 };
const first: ParameterAddress = { layer: 0, kind: 'weight', index: 0 };
const begin = () => engine.start(small);

/** Two units that cancel each other: without either of them the losses add up to more than any number. */
function giants(): void {
  engine.start({ ...small, hidden: 7 });
  const set = (layer: number, kind: ParameterAddress['kind'], index: number, value: number) =>
    engine.setParameter('network', { layer, kind, index }, value);
  for (const unit of [1, 6]) {
    for (const input of [0, 1]) set(0, 'weight', 7 * input + unit, 0);
    for (const output of [0, 1, 2]) set(1, 'weight', 3 * unit + output, 0);
    set(0, 'bias', unit, 1e160);
  }
  for (const weight of [9e146, 1.8e147]) {
    set(1, 'weight', 3 * 1, weight);
    set(1, 'weight', 3 * 6, -weight);
  }
}

const CASES: { [C in Code]: Case<C> } = {
  unknownSetting: { refusal: { code: 'unknownSetting', name: 'depth' }, provoke: null },
  unknownChoice: {
    refusal: {
      code: 'unknownChoice',
      name: 'activation',
      words: ['relu', 'none'],
      value: 'tanh',
    },
    provoke: () => new Session({ activation: 'tanh' as never }),
  },
  noSettings: { refusal: { code: 'noSettings' }, provoke: () => new Session(null as never) },
  outOfLimits: {
    refusal: { code: 'outOfLimits', name: 'points', min: 2, max: 1000, whole: true, value: 1 },
    provoke: () => new Session({ points: 1 }),
  },
  notPositive: {
    refusal: { code: 'notPositive', name: 'reach', value: -2 },
    provoke: () => inspect.lines('network', -2),
  },
  badEpsilon: {
    refusal: { code: 'badEpsilon', max: 1, value: 3 },
    provoke: () => inspect.beginChecks('network', 3),
  },
  notFinite: {
    refusal: { code: 'notFinite', thing: 'weight', value: Number.POSITIVE_INFINITY },
    provoke: () => engine.setParameter('network', first, Number.POSITIVE_INFINITY),
  },
  notThere: {
    refusal: { code: 'notThere', thing: 'point', index: 99, last: 26 },
    provoke: () => inspect.workOut('network', 99),
  },
  lossNotFinite: {
    refusal: { code: 'lossNotFinite' },
    provoke: () => {
      engine.start({ ...small, reg: 0.001 });
      engine.setParameter('linear', first, 1e300);
    },
  },
  lossNotFiniteWithout: {
    refusal: { code: 'lossNotFiniteWithout', unit: 6 },
    provoke: () => {
      giants();
      engine.switchUnit(6, false);
    },
  },
  lossNotFiniteBeside: {
    refusal: { code: 'lossNotFiniteBeside', epsilon: 1 },
    provoke: () => {
      const lab = new Session({ points: 9, hidden: 1, reg: 0 });
      lab.setParameter(Classifier.Network, 0, Kind.Bias, 0, 1e307);
      const copy = new Copy({ points: 9, hidden: 1, reg: 0 });
      copy.stand(0, 1, 0, lab.parameters(), new Uint32Array());
      copy.beginChecks(Classifier.Network, 1);
      copy.goOnChecking(10);
    },
  },
  wrongColours: {
    refusal: { code: 'wrongColours', classes: 3, given: 4 },
    provoke: () => new Picture().paint(new Session({}), 0, 10, 1, new Uint8Array(4)),
  },
  noRandomness: {
    refusal: { code: 'noRandomness' },
    provoke: () => {
      vi.stubGlobal('crypto', {
        getRandomValues: () => {
          throw new Error('none');
        },
      });
      engine.freshSeed();
    },
  },
};

/** The error that something throws. */
function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return null;
}

describe.each(Object.values(CASES))('$refusal.code', ({ refusal, provoke }) => {
  const thrown = (action: () => unknown) => () => {
    begin();
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(Error);
    expect(refusalOf(error)).toEqual(refusal);
    expect((error as Error).message).toMatch(/^\w.*\.$/);
  };
  if (provoke) it('is thrown with its details', thrown(provoke));

  it('is worded in both languages, with all of its numbers', () => {
    for (const language of ['en', 'zh'] as const) {
      const words = NOTICES[language].engineRefuses(refusal);
      expect(words).toMatch(language === 'en' ? /^[\wε].*\.$/ : /[\u4e00-\u9fff].*。$/);
      expect(words).not.toContain('undefined');
      for (const detail of Object.values(refusal))
        if (typeof detail === 'number') expect(words).toContain(String(detail));
      expect(faultsOf(words)).toEqual([]);
    }
  });
});

it('where there are none of a kind, no range of numbers is told', () => {
  const none: Refusal = { code: 'notThere', thing: 'hidden unit', index: 0, last: -1 };
  expect(NOTICES.en.engineRefuses(none)).toBe('There is no hidden unit here.');
  expect(NOTICES.zh.engineRefuses(none)).toBe('这里没有隐藏神经元。');
});

describe('what was asked for and throws', () => {
  const newStore = () =>
    makeStore({ settings: small, lang: 'en', target: null, notice: null, lesson: null });

  it('is told by its code where the engine refuses it', () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const store = newStore();
    begin();
    tellFault(
      store,
      thrownBy(() => engine.setParameter('network', first, Number.NaN)),
    );
    const refusal = { code: 'notFinite', thing: 'weight', value: Number.NaN };
    expect(store.getState().notice).toEqual({ kind: 'engine', refusal });
    expect(reported).not.toHaveBeenCalled();
  });

  it('is told in its own words where nobody foresaw it, and not as a loss', () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    for (const error of [new TypeError('x is undefined'), new RangeError('out of it'), 'a word']) {
      const store = newStore();
      tellFault(store, error);
      const reason = error instanceof Error ? error.message : error;
      expect(store.getState().notice).toEqual({ kind: 'failed', reason });
      for (const language of ['en', 'zh'] as const) {
        const words = dictionary(language).fault(reason);
        expect(words).toContain(reason);
        expect(words).not.toMatch(/finite|有限/);
      }
    }
    expect(reported).toHaveBeenCalledTimes(3);
  });
});
