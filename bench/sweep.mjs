// How the cost of a step grows with points and hidden units, up to the ends of both ranges.

import { median } from './rounds.mjs';
import { Side } from './side.mjs';

const UNITS = [1, 2, 4, 8, 16, 32, 64, 100, 128, 256, 512];
const POINTS_PER_CLASS = [2, 5, 10, 25, 50, 100, 250, 500, 1000];
const CLASSES = 3;
/** From here on a step costs more than what it takes to begin one. */
const LARGE = { points: 150, hidden: 64 };

/**
 * @typedef {{ points: number, classes: number, hidden: number, us: number }} Cost
 */

/**
 * @param {string[]} command the side to measure
 * @param {number} rounds
 */
export async function sweep(command, rounds) {
  const side = new Side(command);
  const grid = POINTS_PER_CLASS.flatMap((points) =>
    UNITS.map((hidden) => ({ points, hidden, classes: CLASSES })),
  );
  // The fewest and the most points that the page offers need other numbers of classes.
  const ends = [1, 100, 512].flatMap((hidden) => [
    { points: 2, classes: 2, hidden },
    { points: 1000, classes: 6, hidden },
  ]);
  const places = [...grid, ...ends];
  /** @type {number[][]} */
  const times = places.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, place] of places.entries()) {
      const steps = Math.max(
        5,
        Math.round(3e6 / (place.points * place.classes * place.hidden + 3e3)),
      );
      const settings = { ...place, rate: 0.1 };
      const { us } = await side.ask({ job: 'step', steps, least_ms: 5, settings });
      times[i]?.push(us);
    }
  }
  side.close();
  const costs = places.map(({ points, classes, hidden }, i) => ({
    points: points * classes,
    classes,
    hidden,
    // What else the machine does only adds.
    us: Math.min(...(times[i] ?? [])),
  }));
  const same = costs.filter(({ classes }) => classes === CLASSES);
  return { costs, growth: growth(same), ...fit(same) };
}

/**
 * The power by which the cost grows over the upper part of either range: 1 is linear, less is better than that.
 * @param {Cost[]} costs
 */
function growth(costs) {
  const powers = (
    /** @type {'points' | 'hidden'} */ along,
    /** @type {'points' | 'hidden'} */ across,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => {
    const starts = costs.filter((cost) => cost[along] === from && cost[across] >= LARGE[across]);
    const found = starts.map((start) => {
      const end = costs.find((cost) => cost[along] === to && cost[across] === start[across]);
      return Math.log((end?.us ?? 0) / start.us) / Math.log(to / from);
    });
    return { from, to, median: median(found), max: Math.max(...found) };
  };
  return {
    points: powers('points', 'hidden', 150, 3000),
    hidden: powers('hidden', 'points', 64, 512),
  };
}

/**
 * The plane that the costs lie nearest to, each deviation counted relative to its cost:
 * fixed + perPoint·N + perUnit·H + perPair·N·H.
 * @param {Cost[]} costs
 */
function fit(costs) {
  const rows = costs.map(({ points, hidden, us }) => [
    1 / us,
    points / us,
    hidden / us,
    (points * hidden) / us,
    1,
  ]);
  const solution = leastSquares(rows);
  const [fixed = 0, perPoint = 0, perUnit = 0, perPair = 0] = solution;
  const misses = costs.map(({ points, hidden, us }) => {
    const line = fixed + perPoint * points + perUnit * hidden + perPair * points * hidden;
    return Math.abs(line / us - 1);
  });
  return {
    fixed_us: fixed,
    us_per_point: perPoint,
    us_per_unit: perUnit,
    us_per_point_and_unit: perPair,
    typical_miss: median(misses),
    greatest_miss: Math.max(...misses),
  };
}

/**
 * Solves the normal equations by elimination; each row ends with its right side.
 * @param {number[][]} rows
 */
function leastSquares(rows) {
  const n = (rows[0]?.length ?? 1) - 1;
  const system = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) =>
      rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
    ),
  );
  for (let i = 0; i < n; i++) {
    const pivot = /** @type {number[]} */ (system[i]);
    for (const [k, row] of system.entries()) {
      const factor = k === i ? 0 : (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return system.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
