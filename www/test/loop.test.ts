import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../engine/engine.js';
import { defaults, type Settings } from '../engine/settings.js';
import { type Draw, Loop } from '../loop/loop.js';
import {
  goToStep,
  makeStore,
  pursue,
  reset,
  type Store,
  seek,
  setSetting,
  togglePlaying,
} from '../state/store.js';
import { limits } from './engine-in-node.js';

/** Frames that have been asked for and not come yet. */
let waiting: FrameRequestCallback[];
let reported: unknown[];
let time: number;

beforeEach(() => {
  [waiting, reported, time] = [[], [], 0];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) =>
    waiting.push(callback),
  );
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});
afterEach(() => vi.unstubAllGlobals());

/** Lets the next frame come; whether one was asked for. */
function frame(): boolean {
  const callbacks = waiting.splice(0);
  time += 1000 / 60;
  for (const callback of callbacks) callback(time);
  return callbacks.length > 0;
}

const engine = (broken: Partial<Record<'start' | 'advance', () => void>> = {}) => {
  const beginning = defaults(limits);
  const { rate, reg } = beginning;
  const experiment = { beginning, changes: '', undoable: 0, redoable: 0 };
  const frame = { step: 0, end: 0, diverged: null, forgotten: null, experiment, rate, reg };
  const fake = {
    frame,
    table: limits,
    maxSteps: 1000,
    problems: () => [],
    start(settings: Settings) {
      broken.start?.();
      Object.assign(frame, { step: 0, end: 0 });
      Object.assign(experiment, { beginning: settings });
    },
    begin(settings: Settings) {
      fake.start(settings);
    },
    advance(steps: number) {
      broken.advance?.();
      frame.step += steps;
      frame.end = frame.step;
    },
  };
  return fake as unknown as Engine;
};

const newStore = () =>
  makeStore({ settings: defaults(limits), lang: 'en', target: null, notice: null, lesson: null });

const boom = (text: string) => () => {
  throw new Error(text);
};

const noticeOf = (store: Store) => store.getState().notice;

describe('a goal', () => {
  it.each([
    ['goes to a step', (store: Store) => goToStep(store, 300)],
    ['drags to a step', (store: Store) => seek(store, 300)],
    ['begins anew', reset],
  ])('is given up by who %s, were it the goal’s own last one', (_, goElsewhere) => {
    const store = newStore();
    pursue(store, { classifier: 'network', of: 'accuracy', value: 0.99 }, 300);
    goElsewhere(store);
    expect(store.getState().goal).toBeNull();
  });
});

describe('the clock', () => {
  it('goes on when a view throws, draws the others, and says it once', () => {
    const store = newStore();
    const drawn: string[] = [];
    const draw: Draw = (_frame, _intent, _time, apart) => {
      apart(() => drawn.push('before'));
      apart(boom('no canvas'));
      apart(() => drawn.push('after'));
    };
    const told = vi.fn();
    store.subscribe((now, before) => now.notice !== before.notice && told(now.notice));
    const run = engine();
    new Loop(run, store, draw).wake();
    togglePlaying(store);
    for (let i = 0; i < 20; i++) expect(frame()).toBe(true);
    expect(drawn.filter((view) => view === 'after')).toHaveLength(
      drawn.filter((view) => view === 'before').length,
    );
    expect(drawn.length).toBeGreaterThan(20);
    expect(run.frame.step).toBeGreaterThan(5);
    expect(store.getState().playing).toBe(true);
    expect(told.mock.calls).toEqual([[{ kind: 'failed', reason: 'no canvas' }]]);
    expect(reported).toHaveLength(1);
  });

  it('goes on when everything that draws throws', () => {
    const store = newStore();
    new Loop(engine(), store, boom('nothing works')).wake();
    togglePlaying(store);
    for (let i = 0; i < 5; i++) expect(frame()).toBe(true);
    expect(noticeOf(store)).toEqual({ kind: 'failed', reason: 'nothing works' });
  });

  it('tells a fault again in another run', () => {
    const store = newStore();
    new Loop(engine(), store, boom('again')).wake();
    frame();
    reset(store);
    expect(noticeOf(store)).toBeNull();
    frame();
    expect(noticeOf(store)).toEqual({ kind: 'failed', reason: 'again' });
  });

  it('words what the engine refuses by its code, and reports only what nobody foresaw', () => {
    const store = newStore();
    const refusal = { code: 'lossNotFinite' } as const;
    const refuse = () => {
      throw Object.assign(new Error('in English'), { refusal });
    };
    new Loop(engine(), store, refuse).wake();
    while (frame());
    expect(noticeOf(store)).toEqual({ kind: 'engine', refusal });
    expect(reported).toEqual([]);
  });

  it('tells a handful of faults, not one in each frame', () => {
    const store = newStore();
    let count = 0;
    const draw = () => boom(`fault ${count++}`)();
    new Loop(engine(), store, draw).wake();
    togglePlaying(store);
    for (let i = 0; i < 50; i++) frame();
    expect(reported).toHaveLength(8);
  });

  it('stops a run that cannot go on, draws, sleeps, and tries again when asked', () => {
    const store = newStore();
    const broken: { advance?: () => void } = { advance: boom('unreachable') };
    const run = engine(broken);
    const draw = vi.fn();
    new Loop(run, store, draw).wake();
    frame();
    togglePlaying(store);
    frame();
    expect(store.getState().playing).toBe(false);
    expect(noticeOf(store)).toEqual({ kind: 'failed', reason: 'unreachable' });
    while (frame());
    expect(draw.mock.calls.length).toBeGreaterThan(1);
    delete broken.advance;
    togglePlaying(store);
    frame();
    expect(run.frame.step).toBeGreaterThan(0);
  });

  it('begins the run that could not begin with the next change, and does not try in every frame', () => {
    const store = newStore();
    const start = vi.fn(boom('out of memory'));
    const broken: { start?: () => void } = { start };
    new Loop(engine(broken), store, vi.fn()).wake();
    for (let i = 0; i < 20; i++) frame();
    expect(start.mock.calls.length).toBeLessThan(4);
    const sound = vi.fn();
    broken.start = sound;
    setSetting(store, 'hidden', 5);
    frame();
    expect(sound).toHaveBeenCalledOnce();
  });
});
