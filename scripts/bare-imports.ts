/** A module that is imported when it is first needed is all that this page then needs: style sheets are asked for in `www/on-request.ts`,
 * and preloading gains nothing where modules import no others. So Vite's wrapper around each import, which does both, is left out. */

import type { Plugin } from 'vite';

const WRAPPER = /^\0vite\/preload-helper/;

export function bareImports(): Plugin {
  return {
    name: 'bare-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: WRAPPER },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
