// How soon an input is answered at the largest settings while the page plays as fast as it can: from the moment the
// browser has the input to the end of the first frame after it.

import { setTimeout } from 'node:timers/promises';

import { onPage, playAt } from './browser-page.mjs';
import { median, quantile } from './rounds.mjs';

const LARGEST = '#hidden=512&points=1000&classes=6&rate=0.1';

/** @param {number} times */
export async function measureResponse(times) {
  return await onPage({ measured: false, hash: LARGEST }, async (page) => {
    await page.evaluate(watchKeys);
    /** @type {Record<string, number[]>} */
    const waits = { rest: [], pause: [], rate: [], noise: [] };
    for (let i = 0; i < times; i++) waits.rest?.push(await press(page, 'Shift'));
    await playAt(page, Number.POSITIVE_INFINITY);
    await setTimeout(1000);
    for (let i = 0; i < times; i++) {
      await page.locator('body').click({ position: { x: 2, y: 2 } });
      waits.pause?.push(await press(page, 'Space'));
      await press(page, 'Space');
      const back = i % 2 === 0 ? 'ArrowLeft' : 'ArrowRight';
      await page.locator('input#rate').focus();
      waits.rate?.push(await press(page, back));
      await page.locator('input#noise').focus();
      waits.noise?.push(await press(page, back));
    }
    const summary = (/** @type {string} */ name) => {
      const values = waits[name] ?? [];
      return { median: median(values), p95: quantile(values, 0.95), max: Math.max(...values) };
    };
    return {
      times,
      settings: LARGEST,
      /** What this machine and browser take while the page stands still: no page could be sooner. */
      rest_ms: summary('rest'),
      /** Stop; change what acts at once; change what starts the run anew. */
      pause_ms: summary('pause'),
      rate_ms: summary('rate'),
      noise_ms: summary('noise'),
    };
  });
}

/**
 * Presses a key at no particular moment of a frame.
 * @param {import('@playwright/test').Page} page
 * @param {string} key
 */
async function press(page, key) {
  await setTimeout(100 + 50 * Math.random());
  await page.evaluate('answered = null');
  await page.keyboard.press(key);
  const answer = await page.waitForFunction('answered', undefined, { polling: 20 });
  return Number(await answer.jsonValue());
}

/** Runs in the page: a message posted in an animation frame arrives when the frame has been handed on for painting. */
function watchKeys() {
  const { port1, port2 } = new MessageChannel();
  let pressed = 0;
  port1.onmessage = () => Object.assign(window, { answered: performance.now() - pressed });
  const note = (/** @type {Event} */ event) => {
    pressed = event.timeStamp;
    requestAnimationFrame(() => port2.postMessage(null));
  };
  window.addEventListener('keydown', note, { capture: true });
}
