/** The programs that a test starts, and that must not outlive it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export class Program {
  /** The end of what it has said, for whoever asks why it failed. */
  private said = '';
  private readonly child: ChildProcess;
  private readonly kill = () => this.child.kill();

  /** What it writes is read from its error output, and from the channel 3 that some programs are told to use. */
  constructor(
    private readonly command: string,
    args: string[],
    env: Record<string, string> = {},
  ) {
    this.child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    process.once('exit', this.kill);
    for (const channel of [this.child.stderr, this.child.stdio[3]]) {
      channel?.on('data', (text) => {
        this.said = (this.said + text).slice(-2000);
      });
    }
  }

  /** The first match among the lines that it writes to a channel: 2 is its error output. */
  async line(channel: 2 | 3, pattern: RegExp): Promise<string> {
    for await (const line of createInterface({ input: this.child.stdio[channel] as Readable })) {
      const found = pattern.exec(line)?.[1];
      if (found !== undefined) return found;
    }
    throw this.failure('ended before it was ready');
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  failure(what: string): Error {
    return new Error(`${this.command} ${what}. It said:\n${this.said}`);
  }

  async stop(): Promise<void> {
    process.off('exit', this.kill);
    if (!this.running) return;
    const ended = once(this.child, 'exit');
    this.kill();
    await ended;
  }
}
