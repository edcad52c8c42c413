// Whether memory stays as it is while the page plays on: JavaScript's heap after collection, and the engine's memory.

import { onPage, playAt } from './browser-page.mjs';

const SPEED = 3125;
/** Histories are full and compilers have done their work after so many frames. */
const WARM_UP = 1000;
// Nobody watches, so frames need not wait for a screen.
const FLAGS = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** @param {number} frames */
export async function measureHeap(frames) {
  return await onPage({ measured: true, hash: '', flags: FLAGS }, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    const weigh = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      return { heap: usedSize, engine: Number(await page.evaluate('measured.memory()')) };
    };
    const pass = async (/** @type {number} */ count) => {
      await page.evaluate('measured.forget()');
      const until = { timeout: 600_000, polling: 200 };
      await page.waitForFunction(`measured.frames >= ${count}`, undefined, until);
    };
    await playAt(page, SPEED);
    await pass(WARM_UP);
    const before = await weigh();
    await pass(frames);
    const after = await weigh();
    return {
      frames,
      js_heap_bytes: { before: before.heap, after: after.heap },
      engine_memory_bytes: { before: before.engine, after: after.engine },
    };
  });
}
