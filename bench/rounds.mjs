// The measuring itself: every side once a round, round after round, so that whatever else the machine does meets all.

import { Side } from './side.mjs';

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} what
 * @property {number} median
 * @property {number} min
 * @property {number} max
 * @property {number | null} ratio how often its time goes into NumPy's: the median over the rounds
 * @property {any} answer its answer of the first round, which is not timed
 * @property {number} tolerance how far its loss may be from the script's
 *
 * @typedef {import('./sides.mjs').Contender} Contender
 */

/**
 * @param {Contender[]} contenders
 * @param {object} request
 * @param {'us' | 'ms'} unit what the answers are measured in
 * @param {number} rounds
 * @param {Record<string, string>} missing gets the name of each side that is not there, with the reason
 * @returns {Promise<Result[]>}
 */
export async function compare(contenders, request, unit, rounds, missing) {
  /** @type {{ contender: Contender, side: Side, times: number[], answer: any }[]} */
  const present = [];
  for (const contender of contenders) {
    const { name, command, reason, job } = contender;
    if (!command) {
      missing[name] = reason;
      continue;
    }
    const side = new Side(command);
    try {
      // Not counted: here compilers warm up.
      const answer = await side.ask({ ...request, job, show: true });
      present.push({ contender, side, times: [], answer });
    } catch (error) {
      missing[name] = error instanceof Error ? error.message : String(error);
      side.close();
    }
  }
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\r  round ${round + 1} of ${rounds} `);
    for (const { contender, side, times } of present) {
      const answer = await side.ask({ ...request, job: contender.job, show: false });
      times.push(answer[unit]);
    }
  }
  process.stderr.write('\r\x1b[K');
  for (const { side } of present) side.close();
  const yardstick = present.find(({ contender }) => contender.name === 'numpy')?.times;
  return present.map(({ contender, times, answer }) => ({
    name: contender.name,
    what: contender.what,
    tolerance: contender.tolerance ?? 0,
    ...spread(times),
    ratio: yardstick ? median(times.map((time, round) => (yardstick[round] ?? 0) / time)) : null,
    answer,
  }));
}

/** @param {number[]} values */
export function spread(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * The value below which a share of all values lies.
 * @param {number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (place - Math.floor(place)) * (high - low);
}
