// `npm run lighthouse`: builds the page, serves it gzipped, and has Lighthouse judge it as on a phone and as on a desktop. Fails
// where the median of the runs is worse than promised. `-- --runs 5` says how many; `-- --reports FOLDER` keeps the reports.

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';
import { provide } from './setup.mjs';
import { fail, root, run } from './shell.mjs';
import { take } from './take.mjs';

/** What is promised: a category's score, 0…1, is at least this, the sum of all layout shifts at most this. */
const LEAST = { performance: 0.98, accessibility: 1, 'best-practices': 1, seo: 1 };
const GREATEST_SHIFT = 0.02;

/** Figures that explain a score, in milliseconds. */
const FIGURES = {
  'first-contentful-paint': 'first paint',
  'largest-contentful-paint': 'largest paint',
  'speed-index': 'speed index',
  'total-blocking-time': 'blocked',
};

/**
 * @typedef {object} Report
 * @property {Record<string, { score: number }>} categories
 * @property {Record<string, { score: number | null, title: string, numericValue?: number, scoreDisplayMode: string }>} audits
 */

const { runs, reports } = options(process.argv.slice(2));
take('build');
provide.browser();
// Lighthouse is heavy and only this script needs it, so it has a manifest of its own.
const folder = join(root, 'scripts/lighthouse');
if (!run('npm ci --prefix scripts/lighthouse --no-audit --no-fund --prefer-offline'))
  fail('npm could not install Lighthouse.');

const { local } = await serve(4174, '127.0.0.1');
const { chromium } = await import('@playwright/test');
const browser = launchOptions().executablePath ?? chromium.executablePath();
mkdirSync(reports, { recursive: true });

let good = true;
for (const device of ['mobile', 'desktop']) {
  /** @type {Report[]} */
  const all = [];
  for (let i = 0; i < runs; i++) all.push(await judge(device, i));
  good = print(device, all) && good;
}
if (!good) fail('Lighthouse found less than what is promised.');
process.exit();

/**
 * One run of Lighthouse.
 * @param {string} device
 * @param {number} number
 * @returns {Promise<Report>}
 */
async function judge(device, number) {
  const file = join(reports, `lighthouse-${device}-${number}.json`);
  // Chrome refuses its sandbox to the root user.
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const args = [
    join(folder, 'node_modules/lighthouse/cli/index.js'),
    local[0] ?? '',
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--chrome-flags=${flags.join(' ')}`,
    ...(device === 'desktop' ? ['--preset=desktop'] : []),
  ];
  await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: browser },
  });
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Prints a device's table and says whether all is as promised.
 * @param {string} device
 * @param {Report[]} all
 */
function print(device, all) {
  console.log(`\nLighthouse, ${device}, median of ${all.length} (all runs)`);
  /** @type {(name: string, pick: (report: Report) => number, digits: number, good: (median: number) => boolean) => boolean} */
  const row = (name, pick, digits, good) => {
    const values = all.map(pick).sort((a, b) => a - b);
    const median = values[Math.floor(values.length / 2)] ?? Number.NaN;
    const spread = values.map((value) => value.toFixed(digits)).join(' ');
    const mark = good(median) ? '' : '   worse than promised';
    console.log(`  ${name.padEnd(16)} ${median.toFixed(digits).padStart(7)}   (${spread})${mark}`);
    return good(median);
  };
  const scores = Object.entries(LEAST).map(([name, least]) =>
    row(
      name,
      ({ categories }) => categories[name]?.score ?? 0,
      2,
      (score) => score >= least,
    ),
  );
  const figure =
    (/** @type {string} */ id) =>
    (/** @type {Report} */ { audits }) =>
      audits[id]?.numericValue ?? Number.NaN;
  const shift = row(
    'layout shift',
    figure('cumulative-layout-shift'),
    4,
    (sum) => sum <= GREATEST_SHIFT,
  );
  for (const [id, name] of Object.entries(FIGURES)) row(`${name}, ms`, figure(id), 0, () => true);
  const failed = Object.values(all[0]?.audits ?? {})
    .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
    .map(({ title }) => title);
  if (failed.length > 0) console.log(`  failed: ${failed.join('; ')}`);
  return shift && scores.every(Boolean);
}

/** @param {string[]} args */
function options(args) {
  const chosen = { runs: 5, reports: join(tmpdir(), `lighthouse-${process.pid}`) };
  const words = args.flatMap((arg) => arg.split('='));
  while (words.length > 0) {
    const name = words.shift();
    const value = words.shift();
    if (name === '--runs' && Number(value) > 0) chosen.runs = Number(value);
    else if (name === '--reports' && value) chosen.reports = value;
    else fail('npm run lighthouse understands `-- --runs 5` and `-- --reports FOLDER`.');
  }
  return chosen;
}
