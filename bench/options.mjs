// The command line of `npm run bench`.

import { fail } from '../scripts/shell.mjs';

const PARTS = ['step', 'regions', 'frame', 'inside', 'heap', 'response', 'edit', 'sweep', 'seek'];
const HELP = `npm run bench -- [--peers] [--quick] [--json] [--only step,regions,frame,inside,heap,response,edit,sweep,seek]
  --peers   install NumPy, JAX, PyTorch and TensorFlow.js under bench/ first; --peers=numpy,tfjs only some
  --quick   fewer rounds
  --json    print the report as JSON, and everything else on the error channel
  --only    measure only these parts`;

/** @param {string[]} args */
export function options(args) {
  const chosen = {
    json: false,
    quick: false,
    /** @type {string[] | null} */
    peers: null,
    parts: PARTS,
  };
  const words = args.flatMap((arg) => arg.split('='));
  const list = () => (words[0]?.startsWith('-') === false ? (words.shift() ?? '').split(',') : []);
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--json') chosen.json = true;
    else if (word === '--quick') chosen.quick = true;
    else if (word === '--peers') chosen.peers = list();
    else if (word === '--only') chosen.parts = list();
    else fail(HELP);
  }
  if (!chosen.parts.every((part) => PARTS.includes(part))) fail(HELP);
  return chosen;
}
