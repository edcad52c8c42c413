// Reads a trace of the browser: what its main thread worked between one animation frame and the next.

/**
 * @typedef {object} Event times in microseconds
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur] on the processor
 * @property {any} [args]
 *
 * @typedef {object} Work in milliseconds
 * @property {number} wall
 * @property {number} processor
 * @property {Record<string, number>} events by the browser's name for them; inner ones are counted in outer ones too
 */

/**
 * @param {Buffer} trace
 * @returns {Work[]} frame by frame
 */
export function mainThreadFrames(trace) {
  /** @type {{ traceEvents: Event[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const animation = traceEvents.filter(({ name }) => name === 'FireAnimationFrame');
  const [first] = animation;
  if (!first) throw new Error('the trace has no animation frames');
  const own = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name }) => name === 'RunTask');
  /** @type {Work[]} */
  const frames = [];
  let next = 0;
  for (const [i, task] of tasks.entries()) {
    const end = task.ts + (task.dur ?? 0);
    if (inside(animation, task.ts, end)) frames.push({ wall: 0, processor: 0, events: {} });
    const frame = frames.at(-1);
    while (
      next < own.length &&
      (own[next]?.ts ?? 0) < (tasks[i + 1]?.ts ?? Number.POSITIVE_INFINITY)
    ) {
      const event = own[next++];
      if (frame && event && event !== task) {
        frame.events[event.name] = (frame.events[event.name] ?? 0) + (event.tdur ?? 0) / 1e3;
      }
    }
    if (!frame) continue;
    frame.wall += (task.dur ?? 0) / 1e3;
    frame.processor += (task.tdur ?? 0) / 1e3;
  }
  // The last may be cut off.
  return frames.slice(0, -1);
}

/**
 * @param {Event[]} events in order of time
 * @param {number} from
 * @param {number} to
 */
function inside(events, from, to) {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.ts ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (events[low]?.ts ?? Number.POSITIVE_INFINITY) < to;
}
