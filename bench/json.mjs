// The report as a program reads it: under each key the medians, by side; null for a side that is not there.

import { differingPixels } from './report.mjs';

const TRAINERS = ['wasm', 'native', 'plain_js', 'numpy', 'jax', 'torch', 'tfjs_wasm'];
const PAINTERS = ['exact', 'per_pixel', 'numpy', 'plain_js'];

/**
 * @typedef {import('./rounds.mjs').Result} Result
 * @param {import('./report.mjs').Report} report
 */
export function asJson({ steps, regions, small_regions, frame, seek, ...rest }) {
  return {
    step_us: medians(steps, TRAINERS),
    regions_ms: medians(regions, PAINTERS),
    frame_ms: {
      median: frame?.median ?? null,
      p95: frame?.p95 ?? null,
      max: frame?.max ?? null,
    },
    regions_400_ms: medians(small_regions, PAINTERS),
    spread: {
      step_us: spreads(steps),
      regions_ms: spreads(regions),
      regions_400_ms: spreads(small_regions),
    },
    times_numpy: {
      step: ratios(steps),
      regions: ratios(regions),
      regions_400: ratios(small_regions),
    },
    losses: of(steps, ({ answer }) => answer.loss),
    pixels_other_than_exact: {
      regions: differences(regions),
      regions_400: differences(small_regions),
    },
    frame,
    seek_ms: seek?.seek_ms ?? null,
    timeline_bytes: seek?.timeline_bytes ?? null,
    record_share: seek?.record_share ?? null,
    ...rest,
  };
}

/**
 * @param {Result[] | undefined} results
 * @param {string[]} names that have a place even when they are missing
 */
function medians(results, names) {
  const absent = Object.fromEntries(names.map((name) => [name, null]));
  return { ...absent, ...of(results, ({ median }) => median) };
}

/** @param {Result[] | undefined} results */
const spreads = (results) => of(results, ({ min, max }) => ({ min, max }));

/** @param {Result[] | undefined} results */
const ratios = (results) => of(results, ({ ratio }) => ratio);

/** @param {Result[] | undefined} results */
function differences(results) {
  const exact = results?.find(({ name }) => name === 'exact')?.answer.picture;
  return of(results, ({ answer }) => differingPixels(answer.picture, exact));
}

/**
 * @template T
 * @param {Result[] | undefined} results
 * @param {(result: Result) => T} reading
 */
function of(results, reading) {
  return Object.fromEntries((results ?? []).map((result) => [result.name, reading(result)]));
}
