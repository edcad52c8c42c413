/** Runs drawn at random, of every kind of points, with what may be changed on the way: each as the link that leads to it. */

import fc from 'fast-check';
import { rowsOf } from '../engine/settings.js';
import { inspect, limits } from './engine-in-node.js';

const KINDS = limits.data.words;

const hundredth = (from: number, to: number) =>
  fc.integer({ min: Math.round(100 * from), max: Math.round(100 * to) }).map((n) => n / 100);

const settings = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  points: fc.integer({ min: 10, max: 90 }),
  classes: fc.integer({ min: 2, max: 6 }),
  noise: hundredth(0, 0.5),
  turn: fc.constantFrom(1, 1, 0.5, 2.5),
  gap: fc.oneof(fc.constant('even'), fc.constant(4), hundredth(0, 6.3)),
  wrong: fc.constantFrom(0, 0, 0.1, 0.35),
  test: fc.constantFrom(0, 0, 0.25, 0.5),
  shift: fc.constantFrom(0, 0, 0.5, -1.25),
  hidden: fc.integer({ min: 1, max: 60 }),
  rate: hundredth(0.05, 0.6),
  reg: fc.constantFrom(0, 0.001, 0.003),
  activation: fc.constantFrom('relu', 'relu', 'none'),
});

const ownPoints = fc
  .array(fc.tuple(fc.integer({ min: -2048, max: 2048 }), fc.integer({ min: -2048, max: 2048 })), {
    minLength: 20,
    maxLength: 60,
  })
  .map((places) => Int32Array.from(places.flatMap(([x, y], i) => [x, y, i % 3])));

/** Changes at steps up to 999: of learning rate and penalty, and of parameters that every such run has. */
const change = fc.tuple(
  fc.integer({ min: 1, max: 999 }),
  fc.oneof(
    hundredth(0.05, 0.6).map((rate) => `rate=${rate}`),
    fc.constant('reg=0.002'),
    hundredth(-1, 1).map((value) => `W1[1,0]=${value}`),
    hundredth(-1, 1).map((value) => `b1[0]=${value}`),
    hundredth(-1, 1).map((value) => `W2[0,1]=${value}`),
    hundredth(-1, 1).map((value) => `left.W[0,1]=${value}`),
    hundredth(-1, 1).map((value) => `left.b[1]=${value}`),
  ),
);

const changes = fc.array(change, { maxLength: 6 }).map((all) =>
  [...all]
    .sort(([a], [b]) => a - b)
    .map((each) => each.join(':'))
    .join(';'),
);

/** Runs of the kinds of points in turn, the same for the same seed. */
export function anyRuns(count: number, seed: number): string[] {
  const drawn = fc.sample(fc.tuple(settings, ownPoints, changes), { seed, numRuns: count });
  return drawn.map(([values, points, made], i) => {
    const data = KINDS[i % KINDS.length] as string;
    const all: Record<string, unknown> = { ...values, data };
    const said = rowsOf(limits).map(({ name }) => `${name}=${all[name]}`);
    const own = data === 'own' ? `&own=${inspect.packPoints(points)}` : '';
    return `#${said.join('&')}${own}${made ? `&changes=${made}` : ''}`;
  });
}
