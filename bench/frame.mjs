// What a frame costs the main thread while the page plays: both boards at 800×800 pixels, the chart, 50 steps a frame.

import { onPage, playAt } from './browser-page.mjs';
import { median, quantile } from './rounds.mjs';
import { mainThreadFrames } from './trace.mjs';

/** With frames 16 ms apart, as the stopwatch makes them, this is 50 steps in each. */
const SPEED = 3125;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** The look inside, by what is open. */
const TABS = ['network', 'point', 'check'];

/** @param {number} frames */
export async function measureFrames(frames) {
  const { rows, parts, steps_a_frame, work } = await traced(frames, async () => {});
  const whole = work.map(({ wall }) => wall);
  return {
    frames: work.length,
    steps_a_frame,
    ...summary(whole),
    mean: mean(whole),
    /** The same without the time in which the thread had work but no processor. */
    processor_ms: summary(work.map(({ processor }) => processor)),
    ...shares(rows, parts, frames, mean(whole)),
    by_event_ms: meanByEvent(work),
  };
}

/**
 * What the look inside takes of a frame while the page plays: its own script, and the whole frame, whose boards are smaller
 * then.
 * @param {number} frames
 */
export async function measureInside(frames) {
  const results = [];
  for (const tab of TABS) {
    const { rows, parts, work } = await traced(frames, async (page) => {
      await page.getByRole('button', { name: 'Look inside' }).click();
      await page.locator(`#tab-${tab}`).click();
    });
    const script = column(rows, parts, 'inside').slice(0, frames);
    const whole = work.map(({ wall }) => wall);
    results.push({ tab, script_ms: summary(script), frame_ms: summary(whole) });
  }
  return results;
}

/**
 * @param {number} frames
 * @param {(page: import('@playwright/test').Page) => Promise<void>} prepare
 */
async function traced(frames, prepare) {
  return await onPage({ measured: true, hash: '' }, async (page, browser) => {
    await prepare(page);
    await playAt(page, SPEED);
    await reach(page, 120);
    await browser.startTracing(page, { categories: CATEGORIES });
    const before = await page.evaluate('measured.forget(), measured.step()');
    await reach(page, frames);
    const trace = await browser.stopTracing();
    const { rows, parts, taken, steps } = await page.evaluate(readRows);
    const steps_a_frame = (steps - Number(before)) / taken;
    return { rows, parts, steps_a_frame, work: mainThreadFrames(trace).slice(0, frames) };
  });
}

/**
 * @param {number[]} rows
 * @param {string[]} parts
 * @param {string} part
 */
function column(rows, parts, part) {
  return rows.filter((_, i) => i % parts.length === parts.indexOf(part));
}

/** Runs in the page. */
function readRows() {
  const { measured } = /** @type {any} */ (window);
  const { parts, frames } = measured;
  const rows = Array.from(measured.rows.subarray(0, frames * parts.length));
  return { rows, parts, taken: frames, steps: measured.step() };
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} frames
 */
async function reach(page, frames) {
  await page.waitForFunction(`measured.frames >= ${frames}`, undefined, {
    timeout: 600_000,
    polling: 200,
  });
}

/** @param {number[]} values */
function summary(values) {
  return { median: median(values), p95: quantile(values, 0.95), max: Math.max(...values) };
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Mean milliseconds of each part of the script, and what the browser itself does beside it: style, layout, painting.
 * @param {number[]} rows
 * @param {string[]} parts
 * @param {number} frames
 * @param {number} whole
 */
function shares(rows, parts, frames, whole) {
  const means = Object.fromEntries(
    parts.map((part) => [part, mean(column(rows, parts, part).slice(0, frames))]),
  );
  const script = Object.values(means).reduce((sum, value) => sum + value, 0);
  return { parts_ms: { ...means, browser: whole - script } };
}

/** @param {ReturnType<typeof mainThreadFrames>} frames */
function meanByEvent(frames) {
  /** @type {Record<string, number>} */
  const sums = {};
  for (const { events } of frames) {
    for (const [name, ms] of Object.entries(events))
      sums[name] = (sums[name] ?? 0) + ms / frames.length;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, ms]) => ms > 0.02));
}
