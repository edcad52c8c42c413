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
 * @property {Record<string, number>} events on the processor, by the browser's name for them; inner ones are counted in outer ones too
 */

/**
 * @param {Buffer} trace
 * @returns {Work[]} frame by frame: from a task with an animation frame in it to the next
 */
export function mainThreadFrames(trace) {
  /** @type {{ traceEvents: Event[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const animation = traceEvents.filter(({ name }) => name === 'FireAnimationFrame');
  const [first] = animation;
  if (!first) throw new Error('the trace has no animation frames');
  const own = traceEvents.filter(
    ({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid,
  );
  const tasks = own.filter(({ name }) => name === 'RunTask').sort((a, b) => a.ts - b.ts);
  const starts = tasks.map(({ ts }) => ts);
  const fired = new Set(animation.map(({ ts }) => lastNotAfter(starts, ts)));
  const frameStarts = starts.filter((_, task) => fired.has(task));
  const frames = frameStarts.map(() => ({ wall: 0, processor: 0, events: {} }));
  for (const event of own) {
    const frame = frames[lastNotAfter(frameStarts, event.ts)];
    if (frame) count(event, frame);
  }
  // The last may be cut off.
  return frames.slice(0, -1);
}

/**
 * @param {Event} event
 * @param {Work} frame
 */
function count({ name, dur = 0, tdur = 0 }, frame) {
  if (name === 'RunTask') {
    frame.wall += dur / 1e3;
    frame.processor += tdur / 1e3;
  } else {
    frame.events[name] = (frame.events[name] ?? 0) + tdur / 1e3;
  }
}

/**
 * The index of the last of ascending numbers that is not greater than `limit`; -1 if all are.
 * @param {number[]} numbers
 * @param {number} limit
 */
function lastNotAfter(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
