// The report's tables of the page at work in a browser.

import { columns, percent } from './text.mjs';

/** @param {import('./report.mjs').Report} report */
export function pageTables({ frame, inside, heap, response, edit }) {
  return [
    ...(frame ? [frameTable(frame)] : []),
    ...(inside ? [insideTable(inside)] : []),
    ...(heap ? [heapTable(heap)] : []),
    ...(response ? [responseTable(response)] : []),
    ...(edit ? [editTable(edit)] : []),
  ].join('\n');
}

/** @param {NonNullable<import('./report.mjs').Report['frame']>} frame */
function frameTable({ frames, steps_a_frame, median, p95, max, mean, processor_ms, parts_ms }) {
  const row = (/** @type {string} */ name, /** @type {number[]} */ values) => [
    name,
    ...values.map((value) => value.toFixed(2)),
  ];
  const { median: m, p95: p, max: x } = processor_ms;
  const parts = Object.entries(parts_ms).map(([name, ms]) => [
    name,
    ms.toFixed(2),
    percent(ms / mean),
  ]);
  return `Main thread, ${frames} frames: two boards of 800×800 pixels, chart, ${steps_a_frame.toFixed(0)} steps a frame (traced)
${columns([['ms a frame', 'median', 'p95', 'max'], row('by the clock', [median, p95, max]), row('on the processor', [m, p, x])])}
${columns([['by the clock', 'mean ms', 'share'], ...parts])}`;
}

/** @param {NonNullable<import('./report.mjs').Report['inside']>} inside */
function insideTable(inside) {
  const rows = inside.map(({ tab, script_ms, frame_ms }) => {
    const times = [script_ms, frame_ms].flatMap(({ median, p95, max }) => [median, p95, max]);
    return [tab, ...times.map((time) => time.toFixed(2))];
  });
  const head = ['ms a frame', 'script', 'p95', 'max', 'all of it', 'p95', 'max'];
  return `The look inside, open while 50 steps a frame are taken: its script, and the main thread's whole frame
${columns([head, ...rows])}`;
}

/** @param {NonNullable<import('./report.mjs').Report['heap']>} heap */
function heapTable({ frames, js_heap_bytes, engine_memory_bytes }) {
  const row = (
    /** @type {string} */ name,
    /** @type {{ before: number, after: number }} */ bytes,
  ) => [name, String(bytes.before), String(bytes.after), String(bytes.after - bytes.before)];
  return `Memory over ${frames} frames, after collection
${columns([['bytes', 'before', 'after', 'more'], row('JavaScript heap', js_heap_bytes), row("engine's memory", engine_memory_bytes)])}`;
}

/** @param {NonNullable<import('./report.mjs').Report['response']>} response */
function responseTable({ times, rest_ms, pause_ms, rate_ms, noise_ms }) {
  const row = (/** @type {string} */ name, /** @type {typeof rest_ms} */ ms) => [
    name,
    ...[ms.median, ms.p95, ms.max].map((time) => time.toFixed(1)),
  ];
  return `Input to painted frame, ${times} each, while 512 units learn 3000 points of 6 classes at full speed
${columns([
  ['ms', 'median', 'p95', 'max'],
  row('page at rest', rest_ms),
  row('Pause', pause_ms),
  row('Learning rate', rate_ms),
  row('Noise (new run)', noise_ms),
])}`;
}

/** @param {NonNullable<import('./report.mjs').Report['edit']>} edit */
function editTable({ times, ms }) {
  const rows = ms.map(({ points, median, p95, max }) => [
    String(points),
    ...[median, p95, max].map((time) => time.toFixed(1)),
  ]);
  return `One of own points is moved, ${times} times each: script until it is drawn and its run has begun
${columns([['points', 'median ms', 'p95', 'max'], ...rows])}`;
}
