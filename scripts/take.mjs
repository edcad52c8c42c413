// Takes the steps of a script one after the other, and tells how long each took.

import { provide } from './setup.mjs';
import { fail, run } from './shell.mjs';
import { steps } from './steps.mjs';

/**
 * Gets ready and takes the steps, stopping at the first that fails.
 * @param {string} script a name in some step's `for`, or `test` for all of them
 * @param {string[]} [extra] arguments for the last step
 */
export function take(script, extra = []) {
  const chosen = steps.filter((step) => script === 'test' || step.for.includes(script));
  if (chosen.length === 0) fail(`There is no script "${script}".`);

  /** @type {[name: string, seconds: number][]} */
  const times = [];
  const getReady = () => {
    for (const need of new Set(chosen.flatMap((step) => step.needs))) provide[need]();
    return true;
  };
  timed(times, 'Getting ready', getReady);

  for (const step of chosen) {
    const more = step === chosen.at(-1) ? extra : [];
    console.log(`\n── ${step.name} ── ${[step.command, ...more].join(' ')}`);
    if (!timed(times, step.name, () => run(step.command, step.env, more))) {
      report(times);
      fail(`Stopped: "${step.name}" failed (${step.command}).`);
    }
  }
  return times;
}

/**
 * @param {[string, number][]} times
 * @param {string} name
 * @param {() => boolean} work
 */
function timed(times, name, work) {
  const start = performance.now();
  const good = work();
  times.push([name, (performance.now() - start) / 1000]);
  return good;
}

/** @param {[string, number][]} times */
export function report(times) {
  console.log('');
  const total = times.reduce((sum, [, seconds]) => sum + seconds, 0);
  for (const [name, seconds] of [...times, /** @type {const} */ (['Together', total])]) {
    console.log(`${name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`);
  }
}
