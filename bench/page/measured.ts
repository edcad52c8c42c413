/** The page as it is, with a stopwatch: wraps the parts that work in a frame from outside, and then starts `main.ts`. The
 * page's own code knows nothing of it. */

// In front of all else, as in the page: main.ts, which comes later, could have it no sooner.
import '../../www/style.css';

import { Board } from '../../www/boards/board.js';
import { Chart } from '../../www/chart/chart.js';
import { Engine } from '../../www/engine/engine.js';
import { InsidePanel } from '../../www/on-request.js';

/** Frames come this many milliseconds apart as far as the page can tell, so that each is owed the same steps. */
const TICK = 16;
const MOST_FRAMES = 10_000;

/** `page` is what is left of an animation frame's script when the others are taken off. */
const PARTS = ['training', 'regions', 'points', 'chart', 'inside', 'page'] as const;
type Part = (typeof PARTS)[number];

/** What the benchmark reads: rows of milliseconds by part, one row a frame. Room is made once. */
const measured = {
  parts: PARTS,
  frames: 0,
  rows: new Float64Array(MOST_FRAMES * PARTS.length),
  engine: null as Engine | null,
  /** Bytes of the engine's memory. */
  memory: () =>
    (measured.engine as unknown as { memory: { memory: WebAssembly.Memory } }).memory.memory.buffer
      .byteLength,
  step: () => measured.engine?.frame.step ?? 0,
  forget: () => {
    measured.frames = 0;
    measured.rows.fill(0);
  },
};
Object.assign(window, { measured });

let running: Part | null = null;
let since = 0;

/** From here on the clock runs for `part`; returns what it ran for. */
function switchTo(part: Part | null): Part | null {
  const now = performance.now();
  if (running !== null && measured.frames < MOST_FRAMES) {
    const place = measured.frames * PARTS.length + PARTS.indexOf(running);
    measured.rows[place] = (measured.rows[place] as number) + now - since;
  }
  const before = running;
  running = part;
  since = now;
  return before;
}

type Arguments = [a?: unknown, b?: unknown, c?: unknown, d?: unknown, e?: unknown];
type Method = (this: unknown, ...given: Arguments) => unknown;

/** Counts the time in a method, without that of other methods in it that are counted themselves. */
function time(owner: object, name: string, part: Part): void {
  const methods = owner as Record<string, Method>;
  const original = methods[name];
  if (!original) throw new Error(`there is no ${name} to time any more`);
  // Named one by one: a list of them would be memory to collect in every frame.
  methods[name] = function (a, b, c, d, e) {
    const before = switchTo(part);
    const result = original.call(this, a, b, c, d, e);
    switchTo(before);
    return result;
  };
}

time(Engine.prototype, 'advance', 'training');
time(Engine.prototype, 'paint', 'regions');
time(Engine.prototype, 'boundary', 'regions');
time(Board.prototype, 'strokeBoundary', 'regions');
time(Board.prototype, 'render', 'points');
time(Chart.prototype, 'render', 'chart');
time(InsidePanel.prototype, 'render', 'inside');

const start = Engine.prototype.start;
Engine.prototype.start = function (...given) {
  measured.engine = this;
  start.apply(this, given);
};

const request = requestAnimationFrame.bind(window);
/** The page always asks with the same function, so this is made once. */
const wrappers = new WeakMap<FrameRequestCallback, FrameRequestCallback>();
let clock = 0;

function wrap(callback: FrameRequestCallback): FrameRequestCallback {
  return () => {
    clock += TICK;
    switchTo('page');
    callback(clock);
    switchTo(null);
    measured.frames++;
  };
}

window.requestAnimationFrame = (callback) => {
  const wrapper = wrappers.get(callback) ?? wrap(callback);
  wrappers.set(callback, wrapper);
  return request(wrapper);
};

// The page would say that it did not start, as `main.ts` comes later than when the page alone loads it.
document.documentElement.dataset.started = '';
await import('../../www/main.js');
