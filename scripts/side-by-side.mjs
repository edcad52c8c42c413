// Takes all steps in two queues side by side: much of what a compiler or a browser test does keeps one processor busy at most.

import { spawn } from 'node:child_process';

import { provide } from './setup.mjs';
import { fail, root } from './shell.mjs';
import { steps } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {[name: string, seconds: number]} Time */

/** Gets ready and takes every step, stopping all when the first fails; tells how long each took. */
export async function takeSideBySide() {
  for (const need of new Set(steps.flatMap((step) => step.needs))) provide[need]();
  /** @type {Time[]} */
  const times = [];
  /** @type {Set<import('node:child_process').ChildProcess>} */
  const running = new Set();
  /** What needs the built page or its types is one queue, what does not is the other. */
  const isAlone = (/** @type {Step} */ step) =>
    step.for.every((name) => name === 'rust' || name === 'style');
  const queue = async (/** @type {Step[]} */ queued, /** @type {boolean} */ live) => {
    for (const step of queued) await take(step, times, running, live);
  };
  const ofPage = steps.filter((step) => !isAlone(step));
  await Promise.all([queue(ofPage, true), queue(steps.filter(isAlone), false)]);
  return times;
}

/**
 * Takes one step. What it says is printed as it comes, or, so that two do not talk at once, in one piece when it is done.
 * @param {Step} step
 * @param {Time[]} times
 * @param {Set<import('node:child_process').ChildProcess>} running
 * @param {boolean} live
 */
function take({ name, command, env = {} }, times, running, live) {
  const start = performance.now();
  const heading = `\n── ${name} ── ${command}`;
  if (live) console.log(heading);
  const [program = '', ...words] = command.split(' ');
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  running.add(child);
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => (live ? process.stdout.write(piece) : said.push(piece)));
  }
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      child.on('close', (status) => {
        running.delete(child);
        times.push([name, (performance.now() - start) / 1000]);
        if (!live) console.log(`${heading}\n${Buffer.concat(said)}`);
        if (status === 0) return resolve();
        for (const other of running) other.kill();
        fail(`Stopped: "${name}" failed (${command}).`);
      });
    })
  );
}
