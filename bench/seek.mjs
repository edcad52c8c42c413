// Time as a place: what it takes to go to any step of a long run, and to keep what that needs.

import { median } from './rounds.mjs';
import { Side } from './side.mjs';

const STEPS = 1_000_000;
const SEEKS = 200;
/** The most points, classes and hidden units that the page offers. */
const LARGEST = { points: 1000, classes: 6, hidden: 512 };

/**
 * @param {string[]} command the side to measure
 * @param {boolean} quick
 */
export async function measureSeeks(command, quick) {
  const side = new Side(command);
  const steps = quick ? STEPS / 10 : STEPS;
  const { ms, bytes, keyframes } = await side.ask({ job: 'seek', steps, seeks: SEEKS });
  const { bytes: largest } = await side.ask({ job: 'states', settings: LARGEST, steps });
  const record = await side.ask({ job: 'record', turns: quick ? 5 : 25 });
  side.close();
  /** @type {number[]} */
  const times = ms.toSorted((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const ratios = record.with_ms.map(
    (/** @type {number} */ time, /** @type {number} */ turn) => time / record.without_ms[turn],
  );
  return {
    seek_ms: {
      median: median(times),
      p95: times[Math.floor(0.95 * times.length)] ?? 0,
      max: times.at(-1) ?? 0,
    },
    timeline_bytes: { tutorial: bytes, largest },
    record_share: median(ratios) - 1,
    steps,
    keyframes,
  };
}
