/** A server as plain as any that a school has: it sends the files of a folder, and can be stopped as if it had never been. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const PREFIX = '/a/school/';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface StaticServer {
  address: string;
  /** What is served: another build is put in its place by another folder. */
  folder: string;
  /** The paths that were asked for. */
  asked: string[];
  stop(): Promise<void>;
}

export async function serveFolder(folder: string): Promise<StaticServer> {
  const asked: string[] = [];
  const served: StaticServer = { address: '', folder, asked, stop: async () => {} };
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://server');
    const path = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : '../';
    asked.push(path);
    try {
      const file = path || 'index.html';
      const body = readFileSync(join(served.folder, file));
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain');
      // For a while browsers ask nobody whether it has changed.
      response.setHeader('Cache-Control', 'max-age=600');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  served.address = `http://127.0.0.1:${port}${PREFIX}`;
  served.stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return served;
}
