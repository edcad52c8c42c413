/** WebKit, spoken to in plain WebDriver: one HTTP request a command, to WebKitGTK's driver, which starts its small browser
 * on a screen that nobody sees. */

import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { type Driver, type Source, WINDOW } from './driver.js';
import { Program } from './program.js';

export class WebKit implements Driver {
  private constructor(
    private readonly programs: Program[],
    /** Of the session, without a slash at its end. */
    private readonly address: string,
  ) {}

  static async start(driver: string, screen: string): Promise<WebKit> {
    const display = new Program(screen, [
      ...['-displayfd', '3', '-nolisten', 'tcp'],
      ...['-screen', '0', '1600x1200x24'],
    ]);
    const number = await display.line(3, /^(\d+)$/);
    const port = await freePort();
    const program = new Program(driver, [`--port=${port}`], {
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      // Without a graphics card the way of this renderer is five times as slow.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    });
    const server = `http://127.0.0.1:${port}`;
    await answers(server, program);
    const { sessionId } = await request<{ sessionId: string }>('POST', `${server}/session`, {
      capabilities: { alwaysMatch: { timeouts: { script: 60_000 } } },
    });
    const webkit = new WebKit([program, display], `${server}/session/${sessionId}`);
    await webkit.fitWindow();
    return webkit;
  }

  /** The window's size counts its tool bar in, whose height only the page can tell. */
  private async fitWindow(): Promise<void> {
    await this.command('window/rect', WINDOW);
    const inner = await this.call('() => Promise.resolve(String(innerHeight))', '');
    const height = WINDOW.height + (WINDOW.height - Number(inner));
    await this.command('window/rect', { ...WINDOW, height });
  }

  async navigate(url: string): Promise<void> {
    await this.command('url', { url });
  }

  async call(work: string, argument: string): Promise<string> {
    const answer = await this.command<{ good: string } | { bad: string }>('execute/async', {
      script: `(${work})(arguments[0]).then(
        (good) => arguments[1]({ good }),
        (error) => arguments[1]({ bad: String(error) }),
      );`,
      args: [argument],
    });
    if ('bad' in answer) throw new Error(answer.bad);
    return answer.good;
  }

  async perform(actions: Source[]): Promise<void> {
    await this.command('actions', { actions });
  }

  async screenshot(): Promise<Buffer> {
    // The driver waits for the next frame, and a page at rest draws none: an opacity that nobody sees makes it draw some.
    await this.call(
      `async () => {
        const { style } = document.documentElement;
        let frames = 60;
        const next = () => {
          style.opacity = frames % 2 ? '0.9999' : '';
          if (frames-- > 0) requestAnimationFrame(next);
        };
        next();
        return '';
      }`,
      '',
    );
    const data = await request<string>('GET', `${this.address}/screenshot`);
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    // Ends the browser; the driver would leave it behind.
    await request('DELETE', this.address);
    for (const program of this.programs) await program.stop();
  }

  private command<Value>(name: string, body: object): Promise<Value> {
    return request<Value>('POST', `${this.address}/${name}`, body);
  }
}

/** The answer's value, whose shape the caller knows from the protocol. */
async function request<Value>(method: string, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: Value | Failure };
  if (!response.ok) {
    const { error, message } = value as Failure;
    throw new Error(`${method} ${new URL(url).pathname}: ${error}. ${message}`);
  }
  return value as Value;
}

interface Failure {
  error: string;
  message: string;
}

/** The driver does not say when it is ready: it is asked until it answers. */
async function answers(server: string, program: Program): Promise<void> {
  const patience = AbortSignal.timeout(30_000);
  while (program.running && !patience.aborted) {
    const status = await fetch(`${server}/status`).catch(() => null);
    if (status?.ok) return;
    await pause(50);
  }
  throw program.failure('does not answer');
}
