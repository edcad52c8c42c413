/** The engine's memory may grow with any call of it, and then every view of it is empty. What the engine hands out is not:
 * an engine whose memory grows between any two calls shows what one shows whose memory stays. */

import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { valuesAt } from '../chart/values.js';
import type { Engine } from '../engine/engine.js';
import { BUCKET, CLASSIFIERS, type Classifier } from '../engine/frame.js';
import type { Inspector } from '../engine/inspector.js';
import { Room } from '../engine/memory.js';
import { defaults } from '../engine/settings.js';
import { insideTexts } from '../i18n/inside.js';
import { allWorkings } from '../inside/workings.js';
import { limits, engine as steady, inspect as steadyInspect } from './engine-in-node.js';
import { growBetweenCalls } from './growing.js';

const bytes = readFileSync(new URL('../pkg/session_bg.wasm', import.meta.url));

vi.resetModules();
growBetweenCalls();
const { engine: growing, inspect: growingInspect } = await import('./engine-in-node.js');

/** An engine with what looks into it. */
type Pair = readonly [engine: Engine, inspect: Inspector];
const GROWING: Pair = [growing, growingInspect];
const STEADY: Pair = [steady, steadyInspect];

/** One of the shapes whose memory really grew between two reads of a frame, and a small one. */
const LARGE = { ...defaults(limits), classes: 4, points: 500, hidden: 512 };
const SMALL = { ...defaults(limits), classes: 3, points: 40, hidden: 20 };

/** A canvas that keeps the pixels it was given. */
function canvas(): CanvasRenderingContext2D & { pixels: Uint8ClampedArray } {
  const context = {
    pixels: new Uint8ClampedArray(),
    putImageData: ({ data }: { data: Uint8ClampedArray }) => {
      context.pixels = data.slice();
    },
  };
  return context as never;
}
vi.stubGlobal(
  'ImageData',
  class {
    constructor(readonly data: Uint8ClampedArray) {}
  },
);

/** All that views read of a classifier, in the order in which they do, and nothing looked at before all has been read. */
function readAll([engine, inspect]: Pair, classifier: Classifier) {
  const { frame } = engine;
  const picture = { side: 60, reach: 1.1, colours: new Uint8Array(12).fill(7), soft: false };
  const colours = picture.colours.subarray(0, 3 * frame.points.classes);
  const context = canvas();
  const painted = engine.paint(classifier, context, { ...picture, colours }, false);
  const shaded = canvas();
  inspect.paint(classifier, shaded, { ...picture, colours }, false);
  inspect.beginChecks(classifier, 1e-5);
  const found = {
    worked: inspect.workOut(classifier, 77),
    units: inspect.units(),
    state: inspect.state(classifier),
    shown: inspect.shown(classifier),
    history: engine.history(classifier),
    trace: engine.trace(classifier, 77, 0),
    boundary: engine.boundary(classifier, 60, 1.1),
    lines: inspect.lines(classifier, 1.1),
    check: inspect.checkSlope(classifier, { layer: 0, kind: 'bias', index: 1 }, 1e-5),
    checks: inspect.goOnChecking(30),
    phases: {
      scores: inspect.forward(classifier),
      probabilities: inspect.softmax(classifier),
      losses: inspect.loss(classifier),
      gradients: inspect.gradients(classifier),
    },
    off: frame.off,
    parameters: engine.parameters(),
    dataLoss: inspect.shownDataLoss(classifier),
  };
  const { worked, off, dataLoss } = found;
  const layers = found.state.map((layer, i) => ({ ...layer, ...found.shown[i] }));
  const { rate, reg } = SMALL;
  const given = { worked, layers, activation: 'relu' as const, unit: 3, rate, reg, dataLoss, off };
  const words = (['en', 'zh'] as const).map((lang) => allWorkings(given, insideTexts(lang)));
  const values = valuesAt(20, frame, (each) => engine.history(each));
  return structuredClone({
    found,
    words,
    values,
    painted,
    pixels: context.pixels,
    shaded: shaded.pixels,
    frame,
  });
}

/** A run as a person would lead it, with all that is read at each of its stops. */
function tour(pair: Pair, settings: typeof LARGE, steps: number) {
  const [engine] = pair;
  const seen: unknown[] = [];
  const look = () => seen.push(CLASSIFIERS.map((classifier) => readAll(pair, classifier)));
  engine.start(settings);
  look();
  engine.advance(steps);
  look();
  engine.switchUnit(3, false);
  engine.setParameter('network', { layer: 1, kind: 'weight', index: 4 }, 0.5);
  look();
  engine.applyUnits();
  engine.seek(engine.undo() ?? 0, steps);
  look();
  engine.seek(Math.floor(steps / 2), steps);
  look();
  engine.advance(3);
  look();
  return seen;
}

/** Every list of numbers in it, none of which may be empty because its memory went away. */
function lists(value: unknown): ArrayLike<number>[] {
  if (ArrayBuffer.isView(value)) return [value as Float64Array];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(lists);
}

describe('memory that grows between any two calls', () => {
  it('empties a view at once, so that this test tests something', async () => {
    const { default: init } = await import('../pkg/session.js');
    const { memory, __wbindgen_malloc: call } = await init({ module_or_path: bytes });
    const view = new Float64Array(memory.buffer, 0, 4);
    call(8, 8);
    expect(view.length).toBe(0);
  });

  it('changes nothing of what is read', () => {
    const seen = tour(GROWING, SMALL, 60);
    expect(lists(seen).length).toBeGreaterThan(200);
    expect(seen).toEqual(tour(STEADY, SMALL, 60));
  }, 30_000);

  it('changes nothing where a run is so large that its memory really grows', () => {
    const [grown, stayed] = [GROWING, STEADY].map((pair) => {
      pair[0].start(LARGE);
      return CLASSIFIERS.map((classifier) => readAll(pair, classifier));
    });
    expect(grown).toEqual(stayed);
  }, 30_000);
});

describe('the losses', () => {
  it('are copied once for all that read them in a frame, and anew when the run has moved', () => {
    growing.start(SMALL);
    growing.advance(5);
    const before = growing.history('network');
    expect(growing.history('network')).toBe(before);
    growing.advance(1);
    expect(growing.history('network').buckets.length).toBe(BUCKET * 7);
    growing.start(SMALL);
    expect(growing.history('network').buckets.length).toBe(BUCKET);
    expect(growing.history('linear').buckets[0]).toBe(growing.frame.linear.loss);
  });

  it('of a run that was set aside come back with it', () => {
    growing.start(SMALL);
    growing.advance(4);
    growing.setAside();
    growing.start({ ...SMALL, seed: 9 });
    growing.advance(9);
    expect(growing.history('linear').buckets.length).toBe(BUCKET * 10);
    growing.takeBack();
    expect(growing.history('linear').buckets.length).toBe(BUCKET * 5);
  });
});

describe('room for copies', () => {
  it('is made anew only for more numbers than it ever held', () => {
    const room = new Room();
    const first = room.hold(Float64Array.of(1, 2, 3));
    const { buffer } = first;
    expect([...first]).toEqual([1, 2, 3]);
    expect([...room.hold(Float64Array.of(4, 5))]).toEqual([4, 5]);
    const more = room.hold(Float64Array.of(1, 2, 3, 4, 5, 6));
    expect([...more]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(more.buffer).toBe(buffer);
    expect(room.hold(new Float64Array(7)).buffer).not.toBe(buffer);
  });
});
