// The report as a person reads it.

import { pageTables } from './report-page.mjs';
import { columns, percent } from './text.mjs';

/**
 * @typedef {import('./rounds.mjs').Result} Result
 *
 * @typedef {object} Report
 * @property {Record<string, any>} machine
 * @property {Record<string, any>} versions
 * @property {number} rounds
 * @property {Record<string, string>} missing
 * @property {ReturnType<typeof import('../scripts/weigh.mjs').weigh>} weight
 * @property {Result[]} [steps]
 * @property {Result[]} [regions] at 800×800 pixels
 * @property {Result[]} [small_regions] at 400×400
 * @property {Awaited<ReturnType<typeof import('./frame.mjs').measureFrames>>} [frame]
 * @property {Awaited<ReturnType<typeof import('./frame.mjs').measureInside>>} [inside]
 * @property {Awaited<ReturnType<typeof import('./heap.mjs').measureHeap>>} [heap]
 * @property {Awaited<ReturnType<typeof import('./response.mjs').measureResponse>>} [response]
 * @property {Awaited<ReturnType<typeof import('./edit.mjs').measureEdits>>} [edit]
 * @property {Awaited<ReturnType<typeof import('./sweep.mjs').sweep>>} [sweep]
 * @property {Awaited<ReturnType<typeof import('./seek.mjs').measureSeeks>>} [seek]
 */

/** @param {Report} report */
export function table(report) {
  const { steps, regions, small_regions, sweep, seek } = report;
  return [
    heading(report),
    ...(steps ? [stepTable(steps)] : []),
    ...(regions ? [regionTable(regions, 800)] : []),
    ...(small_regions ? [regionTable(small_regions, 400)] : []),
    pageTables(report),
    ...(sweep ? [sweepTable(sweep)] : []),
    ...(seek ? [seekTable(seek)] : []),
    weightTable(report.weight),
    missingTable(report.missing),
  ].join('\n');
}

/** @param {Report} report */
function heading({ machine, versions, rounds }) {
  const tools = Object.entries(versions).filter(([, version]) => version);
  return `
Machine   ${machine.cores} cores of ${machine.processor}, ${machine.memory_gb} GB, ${machine.system}, load ${machine.load.toFixed(1)} at the start
With      ${tools.map(([name, version]) => (version.includes(' ') ? version : `${name} ${version}`)).join(', ')}
Figures   medians of ${rounds} interleaved rounds, one thread each
`;
}

/** @param {Result[]} results */
function stepTable(results) {
  const rows = results.map((result) => [
    ...timing(result, 1),
    result.answer.loss.toFixed(10),
    result.what,
  ]);
  const head = ['µs a step', 'median', 'min', 'max', '× NumPy', 'loss at 1000', ''];
  return `Training: 300 points, 2→100→3, full batch; steps 0 to 1000\n${columns([head, ...rows])}`;
}

/**
 * @param {Result[]} results
 * @param {number} side
 */
function regionTable(results, side) {
  const exact = results.find(({ name }) => name === 'exact')?.answer.picture;
  const rows = results.map((result) => [
    ...timing(result, 3),
    String(differingPixels(result.answer.picture, exact)),
    result.what,
  ]);
  const head = ['ms a picture', 'median', 'min', 'max', '× NumPy', 'other pixels', ''];
  return `Decision regions: ${side}×${side} pixels, 100 hidden units, weights of step 1000\n${columns([head, ...rows])}`;
}

/**
 * @param {string} picture
 * @param {string} exact
 */
export function differingPixels(picture, exact) {
  let count = 0;
  for (let p = 0; p < exact.length; p++) if (picture[p] !== exact[p]) count++;
  return count;
}

/**
 * @param {Result} result
 * @param {number} digits
 */
function timing({ name, median, min, max, ratio }, digits) {
  const times = [median, min, max].map((time) => time.toFixed(digits));
  return [name, ...times, ratio === null ? '–' : ratio.toFixed(ratio < 100 ? 1 : 0)];
}

/** @param {NonNullable<Report['sweep']>} sweep */
function sweepTable({ costs, growth, ...fit }) {
  const units = [...new Set(costs.map(({ hidden }) => hidden))];
  const line = (/** @type {number} */ points) => [
    String(points),
    ...units.map((hidden) => {
      const cost = costs.find((one) => one.points === points && one.hidden === hidden);
      return cost ? cost.us.toFixed(cost.us < 100 ? 1 : 0) : '';
    }),
  ];
  const points = [...new Set(costs.map((cost) => cost.points))].sort((a, b) => a - b);
  const power = (/** @type {typeof growth.points} */ { from, to, median, max }) =>
    `power ${median.toFixed(2)} from ${from} to ${to} (at most ${max.toFixed(2)})`;
  const nanoseconds = (/** @type {number} */ us) => `${(1e3 * us).toFixed(2)} ns`;
  return `Least cost of a step in µs, points down, hidden units across (3 classes; 4 points: 2 classes, 3000 points: 6)
${columns([['', ...units.map(String)], ...points.map(line)])}
Nearest plane (3 classes): ${fit.fixed_us.toFixed(2)} µs + ${nanoseconds(fit.us_per_point)} a point + ${nanoseconds(fit.us_per_unit)} a unit \
+ ${nanoseconds(fit.us_per_point_and_unit)} a point and unit; off by ${percent(fit.typical_miss)} typically, ${percent(fit.greatest_miss)} at most
Growth with points: ${power(growth.points)}; with units: ${power(growth.hidden)}. Linear is 1.
`;
}

/** @param {Report['weight']} weight */
function weightTable({ files, raw, gzip }) {
  const first = files.filter((file) => file.first);
  const rows = first.map((file) => [file.name, String(file.raw), String(file.gzip)]);
  const total = ['together', String(raw), String(gzip)];
  return `A first visit loads\n${columns([['bytes', 'raw', 'gzip -9'], ...rows, total])}`;
}

/** @param {Record<string, string>} missing */
function missingTable(missing) {
  const lines = Object.entries(missing).map(
    ([name, reason]) => `Missing: ${name}, because ${reason}.\n`,
  );
  return lines.join('');
}

/** @param {NonNullable<Report['seek']>} seek */
function seekTable({ seek_ms, timeline_bytes, record_share, steps, keyframes }) {
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  return `Any step again: a run of ${steps} steps, 200 random ones, the tutorial's settings
  to go there   median ${seek_ms.median.toFixed(1)} ms, p95 ${seek_ms.p95.toFixed(1)}, max ${seek_ms.max.toFixed(1)}
  ${keyframes} states    ${megabytes(timeline_bytes.tutorial)}; at the largest settings ${megabytes(timeline_bytes.largest)}
  recording     ${(100 * record_share).toFixed(1)} % of a step
`;
}
