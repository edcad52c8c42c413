/** Before the tests: says which engines are left out, and serves what `npm run build` wrote. */

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, preview } from 'vite';
import { leftOut } from '../../../scripts/engines.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pkg = new URL('../../pkg/', import.meta.url);

/** A folder that nothing in the project knows of, so that every test also tests that it does not matter. */
const FOLDER = '/some/prefix/';

/** Beside the page: the engine's package, so that a test can run a second one in the same browser, and an empty page, which has none of
 * the page's policy and can have frames. */
const beside: Plugin = {
  name: 'beside-the-page',
  configurePreviewServer({ middlewares }) {
    middlewares.use(`${FOLDER}empty.html`, (_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>Empty</title>');
    });
    middlewares.use(`${FOLDER}engine`, (request, response) => {
      const file = basename(request.url ?? '');
      const type = file.endsWith('.js') ? 'text/javascript' : 'application/wasm';
      response.setHeader('Content-Type', type);
      createReadStream(new URL(file, pkg)).pipe(response);
    });
  },
};

export default async function serve(): Promise<() => Promise<void>> {
  for (const sentence of leftOut()) console.log(sentence);
  const server = await preview({
    root,
    base: FOLDER,
    preview: { host: '127.0.0.1', port: 0 },
    plugins: [beside],
  });
  // The workers inherit the environment.
  process.env.PAGE_ADDRESS = server.resolvedUrls?.local[0] ?? '';
  return () => server.close();
}
