// Serves what `npm run build` wrote.

import { root } from './shell.mjs';

/**
 * @param {number} port the first to try; the next free one is taken when it is in use
 * @param {string} host the address to listen on
 */
export async function serve(port, host) {
  // Imported late, because the packages may have been installed only a moment ago.
  const { preview } = await import('vite');
  const server = await preview({ root, preview: { port, host } });
  return server.resolvedUrls ?? { local: [], network: [] };
}
