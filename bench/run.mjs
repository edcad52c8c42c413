// `npm run bench`: measures everything in one sitting and prints a table, or JSON.

import { provide } from '../scripts/setup.mjs';
import { fail, run, talk } from '../scripts/shell.mjs';
import { take } from '../scripts/take.mjs';
import { weigh } from '../scripts/weigh.mjs';
import { measureEdits } from './edit.mjs';
import { measureFrames, measureInside } from './frame.mjs';
import { measureHeap } from './heap.mjs';
import { asJson } from './json.mjs';
import { machine, versions } from './machine.mjs';
import { options } from './options.mjs';
import { installPeers } from './peers.mjs';
import { STEPS, writeProblem, wrongAnswers } from './problem.mjs';
import { table } from './report.mjs';
import { measureResponse } from './response.mjs';
import { compare } from './rounds.mjs';
import { measureSeeks } from './seek.mjs';
import { painters, problemFile, trainers } from './sides.mjs';
import { sweep } from './sweep.mjs';

const { json, quick, peers, parts } = options(process.argv.slice(2));
// Then standard output is for the report alone.
if (json) talk.to = 2;
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);
if (json) console.log = console.error;

take('build');
provide['wasm32-wasip1']();
const compile = 'cargo build --release -p spiral-lab --example step_bench';
if (!run(compile) || !run(`${compile} --target wasm32-wasip1`)) fail('The engine did not compile.');
if (peers) installPeers(peers);
await writeProblem(problemFile);

/** How far the world reaches on the page's boards, with the tutorial's points. */
const REACH = 1.12;
const FRAMES = 600;
const rounds = quick ? 3 : 9;
const least_ms = quick ? 50 : 300;

/** @type {Record<string, string>} */
const missing = {};
/** @type {import('./report.mjs').Report} */
const report = { machine: machine(), versions: versions(), rounds, missing, weight: weigh() };

if (parts.includes('step')) {
  say('Training steps');
  const request = { steps: STEPS, least_ms };
  report.steps = await compare(trainers(), request, 'us', rounds, missing);
}
if (parts.includes('regions')) {
  for (const side of [800, 400]) {
    say(`Decision regions, ${side}×${side} pixels`);
    const request = { side, reach: REACH, least_ms: least_ms / 3 };
    const results = await compare(painters(), request, 'ms', rounds, missing);
    if (side === 800) report.regions = results;
    else report.small_regions = results;
  }
}
if (['frame', 'inside', 'heap', 'response', 'edit'].some((part) => parts.includes(part))) {
  provide.browser();
}
if (parts.includes('frame')) {
  say('Frames');
  report.frame = await measureFrames(FRAMES);
}
if (parts.includes('inside')) {
  say('The look inside');
  report.inside = await measureInside(quick ? 150 : FRAMES);
}
if (parts.includes('heap')) {
  say('Memory');
  report.heap = await measureHeap(quick ? 500 : 5000);
}
if (parts.includes('response')) {
  say('Inputs');
  report.response = await measureResponse(quick ? 5 : 30);
}
if (parts.includes('edit')) {
  say('Edits');
  report.edit = await measureEdits(quick ? 20 : 200);
}
const engine = trainers().find(({ name }) => name === 'wasm');
if (parts.includes('sweep')) {
  say('Points and units');
  report.sweep = await sweep(engine?.command ?? [], quick ? 1 : 5);
}
if (parts.includes('seek')) {
  say('Any step again');
  report.seek = await measureSeeks(engine?.command ?? [], quick);
}

const wrong = wrongAnswers(report.steps ?? []).map(({ name }) => name);
const text = table(report);
process.stdout.write(json ? `${JSON.stringify(asJson(report), null, 2)}\n` : text);
if (json) say(text);
if (wrong.length > 0) fail(`Wrong answers from ${wrong.join(', ')}.`);
process.exit();
