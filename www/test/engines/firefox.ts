/** Firefox, spoken to in WebDriver BiDi: commands and answers as JSON over one WebSocket. */

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Driver, type Source, WINDOW } from './driver.js';
import { Program } from './program.js';

export class Firefox implements Driver {
  private constructor(
    private readonly program: Program,
    private readonly profile: string,
    private readonly session: Session,
    private readonly context: string,
  ) {}

  static async start(browser: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'spiral-lab-firefox-'));
    const options = ['--headless', '--no-remote', '--remote-debugging-port', '0'];
    const program = new Program(browser, [...options, '--profile', profile]);
    // Also where it never gets ready.
    process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
    const address = await program.line(2, /WebDriver BiDi listening on (ws:\S+)/);
    const session = await Session.open(`${address}/session`);
    await session.send('session.new', { capabilities: {} });
    const { context } = await session.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
    });
    await session.send('browsingContext.setViewport', { context, viewport: WINDOW });
    return new Firefox(program, profile, session, context);
  }

  async navigate(url: string): Promise<void> {
    await this.session.send('browsingContext.navigate', {
      context: this.context,
      url,
      wait: 'complete',
    });
  }

  async call(work: string, argument: string): Promise<string> {
    const answer = await this.session.send<Evaluated>('script.callFunction', {
      functionDeclaration: work,
      arguments: [{ type: 'string', value: argument }],
      target: { context: this.context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  async perform(actions: Source[]): Promise<void> {
    await this.session.send('input.performActions', { context: this.context, actions });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.session.send<{ data: string }>(
      'browsingContext.captureScreenshot',
      { context: this.context },
    );
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    this.session.close();
    await this.program.stop();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Evaluated =
  | { type: 'success'; result: { value: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** What comes over the socket: the answer to a command, or an event, which has no `id`. */
interface Message {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
}

class Session {
  private sent = 0;
  private readonly waiting = new Map<number, (message: Message) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const message: Message = JSON.parse(String(data));
      if (message.id !== undefined) this.settle(message.id, message);
    });
    socket.on('close', () => {
      for (const id of [...this.waiting.keys()])
        this.settle(id, { type: 'error', error: 'the browser has closed the connection' });
    });
  }

  static async open(address: string): Promise<Session> {
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new Session(socket);
  }

  /** The answer's `result`, whose shape the caller knows from the protocol. */
  async send<Result>(method: string, params: object): Promise<Result> {
    this.sent += 1;
    const id = this.sent;
    const answer = new Promise<Message>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await answer;
    if (type === 'error') throw new Error(`${method}: ${error}. ${message ?? ''}`);
    return result as Result;
  }

  close(): void {
    this.socket.close();
  }

  private settle(id: number, message: Message): void {
    this.waiting.get(id)?.(message);
    this.waiting.delete(id);
  }
}
