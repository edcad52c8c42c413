// One side of the comparison: a program that stays, reads a line of JSON and answers with one.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { root } from '../scripts/shell.mjs';

// Every side computes on one thread, as the page does.
const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

export class Side {
  /** @param {string[]} command */
  constructor([program = '', ...args]) {
    this.complaints = '';
    this.child = spawn(program, args, {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...ONE_THREAD },
    });
    this.ended = new Promise((resolve) => {
      this.child.once('error', resolve);
      this.child.once('close', resolve);
    });
    // A side that has died says so in its answer; that nobody reads the question is no second fault.
    this.child.stdin.on('error', () => {});
    this.child.stderr.on('data', (text) => {
      this.complaints += text;
    });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @param {object} request
   * @returns {Promise<any>} the side's answer
   */
  async ask(request) {
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.lines.next();
    if (done) {
      await this.ended;
      throw new Error(this.complaints.trim().split('\n').at(-1) || 'it ended without a word');
    }
    return JSON.parse(value);
  }

  close() {
    this.child.stdin.end();
    this.child.kill();
  }
}
