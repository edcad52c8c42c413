// Takes the steps of one script in order: `node scripts/run.mjs test`, or `rust`, `unit`, `build`…

import { pathToFileURL } from 'node:url';

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
    const command = [step.command, ...(step === chosen.at(-1) ? extra : [])].join(' ');
    console.log(`\n── ${step.name} ── ${command}`);
    if (!timed(times, step.name, () => run(command, step.env))) {
      report(times);
      fail(`Stopped: "${step.name}" failed (${command}).`);
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
function report(times) {
  console.log('');
  const total = times.reduce((sum, [, seconds]) => sum + seconds, 0);
  for (const [name, seconds] of [...times, /** @type {const} */ (['Together', total])]) {
    console.log(`${name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [script = 'test', ...extra] = process.argv.slice(2);
  report(take(script, extra));
  console.log(`\nAll good.`);
}
