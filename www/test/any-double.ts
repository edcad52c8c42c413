/** Doubles for property tests: every bit pattern as likely as any other, and often those that computations stumble over. */

import fc from 'fast-check';

const fromBits = (bits: bigint) => new Float64Array(new BigUint64Array([bits]).buffer)[0] as number;

/** ±0, the least and the greatest subnormal and normal numbers, ±∞, and what is no number. */
const SPECIAL = [
  0,
  Number.MIN_VALUE,
  2.225073858507201e-308,
  2.2250738585072014e-308,
  1,
  1 - Number.EPSILON / 2,
  Number.MAX_VALUE,
  Number.POSITIVE_INFINITY,
].flatMap((value) => [value, -value]);

export const anyDouble = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(fromBits),
  fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }).map(fromBits),
  fc.double(),
  fc.double({ min: -800, max: 800, noNaN: true }),
  fc.constantFrom(...SPECIAL, Number.NaN),
);

/** Those that a weight, a bias or a coordinate may be. */
export const anyFinite = anyDouble.filter(Number.isFinite);
