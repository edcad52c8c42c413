/** `vite preview` sends files as they are; web servers compress them. So the page that tests, `npm start` and Lighthouse see
 * travels as it will later. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Connect, Plugin } from 'vite';

/** What is worth compressing; fonts are compressed already. */
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

export function gzip(): Plugin {
  return {
    name: 'gzip',
    configurePreviewServer(server) {
      const { base, root, build } = server.config;
      server.middlewares.use(compressed(base, join(root, build.outDir)));
    },
  };
}

interface Packed {
  body: Buffer;
  etag: string;
  /** When the file that was packed had last changed. */
  changed: number;
}

/** Answers with the files of a folder, packed once each; leaves all else to the server. */
function compressed(base: string, folder: string): Connect.NextHandleFunction {
  const packed = new Map<string, Packed>();
  const pack = (file: string): Packed => {
    const changed = statSync(file).mtimeMs;
    const known = packed.get(file);
    if (known?.changed === changed) return known;
    const body = gzipSync(readFileSync(file), { level: 9 });
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
    packed.set(file, { body, etag, changed });
    return { body, etag, changed };
  };
  return (request, response, next) => {
    const file = fileAt(request.url ?? '', base, folder);
    const type = file && TYPES[extname(file)];
    const wanted = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    if (!file || !type || !wanted || request.method !== 'GET') return next();
    const { body, etag } = pack(file);
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('ETag', etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === etag) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', body.length);
    response.setHeader('Content-Type', type);
    response.end(body);
  };
}

/** The file that an address asks for, if there is one in the folder. */
function fileAt(address: string, base: string, folder: string): string | null {
  const { pathname } = new URL(address, 'http://server');
  if (!pathname.startsWith(base)) return null;
  const file = join(folder, pathname.slice(base.length) || 'index.html');
  if (!file.startsWith(folder + sep) || !existsSync(file)) return null;
  return statSync(file).isFile() ? file : null;
}
