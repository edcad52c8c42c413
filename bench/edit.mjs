// What an edit of own points costs the main thread: one point is moved as by a hand, and the run begins anew with each move.

import { onPage } from './browser-page.mjs';
import { median, quantile } from './rounds.mjs';

/** Three classes of 100 and of 1,000, and six of 1,000: as many points as there may be. */
const RUNS = [
  { points: 300, hash: '#seed=3' },
  { points: 3000, hash: '#seed=3&points=1000' },
  { points: 6000, hash: '#seed=3&points=1000&classes=6' },
];

/** @param {number} times */
export async function measureEdits(times) {
  const results = [];
  for (const { points, hash } of RUNS) {
    const waits = await onPage({ measured: false, hash }, async (page) => {
      await page.locator('#open-points').click();
      const panel = page.locator('#points-panel');
      await panel.locator('select').first().selectOption('own');
      await panel.getByRole('button', { name: 'Move', exact: true }).click();
      return page.evaluate(moveAPoint, times);
    });
    results.push({
      points,
      median: median(waits),
      p95: quantile(waits, 0.95),
      max: Math.max(...waits),
    });
  }
  return { times, ms: results };
}

/**
 * Runs in the page: milliseconds of script for each move, those of the event and of the two animation frames after it.
 * @param {number} times
 */
async function moveAPoint(times) {
  const board = /** @type {HTMLCanvasElement} */ (document.querySelector('#linear-board'));
  const { x, y, width, height } = board.getBoundingClientRect();
  const [ask, waits] = [requestAnimationFrame.bind(window), /** @type {number[]} */ ([])];
  let spent = 0;
  /** @param {() => void} work */
  const timed = (work) => {
    const before = performance.now();
    work();
    spent += performance.now() - before;
  };
  window.requestAnimationFrame = (callback) => ask((now) => timed(() => callback(now)));
  const frame = () => new Promise((resolve) => ask(resolve));
  // No pointer of the machine is behind these events, so there is none to capture.
  board.setPointerCapture = () => {};
  /** @param {string} kind @param {number} share */
  const send = (kind, share) => {
    const [clientX, clientY] = [x + (0.5 + 0.2 * share) * width, y + (0.5 + 0.1 * share) * height];
    const pointer = { pointerId: 1, isPrimary: true, pointerType: 'mouse', button: 0, buttons: 1 };
    board.dispatchEvent(
      new PointerEvent(kind, { bubbles: true, cancelable: true, ...pointer, clientX, clientY }),
    );
  };
  send('pointerdown', 0);
  for (let i = 1; i <= times; i++) {
    spent = 0;
    timed(() => send('pointermove', i / times));
    await frame();
    await frame();
    waits.push(spent);
  }
  send('pointerup', 1);
  return waits;
}
