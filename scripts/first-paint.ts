/** Makes the built page whole before any script runs: its texts in the default language, its controls, and what little has to
 * be decided before it is painted for the first time. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minifySync, type Plugin } from 'vite';
import { beforeFirstPaint, type FirstPaint } from '../www/before-first-paint.ts';
import { type SettingsTable, tableOf } from '../www/engine/settings.ts';
import { dictionary, FIRST_LANGUAGE, loadLanguage, otherLanguage } from '../www/i18n/index.ts';
import { OPENINGS } from '../www/lesson/openings.ts';
import type * as Package from '../www/pkg/session.js';
import { DISPLAYS } from '../www/state/store.ts';
import { keysIn, writeInto } from './first-paint/markup.ts';

/** A browser may paint before it has come to the script at the page's end. */
const HIDE = `document.documentElement.style.visibility = 'hidden'`;

export function firstPaint(): Plugin {
  let table: SettingsTable | null = null;
  let root = '';
  return {
    name: 'first-paint',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        table ??= await readTable(join(root, 'www/pkg'));
        const page = writeInto(html, dictionary(FIRST_LANGUAGE), table);
        return {
          html: withoutSpaces(page),
          tags: [
            { tag: 'script', children: HIDE, injectTo: 'head-prepend' },
            { tag: 'script', children: await script(page), injectTo: 'body' },
          ],
        };
      },
    },
  };
}

/** Without what only people read who open the file of the page: comments in its script, and spaces before a line. */
function withoutSpaces(html: string): string {
  return html.replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '');
}

/** The table of the settings, from the engine that the page will load. */
async function readTable(folder: string): Promise<SettingsTable> {
  const engine: typeof Package = await import(pathToFileURL(join(folder, 'session.js')).href);
  engine.initSync({ module: readFileSync(join(folder, 'session_bg.wasm')) });
  return tableOf(engine.settingsTable());
}

/** `beforeFirstPaint` and what it needs, as a script that stands in the page. */
async function script(page: string): Promise<string> {
  const language = otherLanguage(FIRST_LANGUAGE);
  await loadLanguage(language);
  const all: Record<string, unknown> = dictionary(language);
  const given: FirstPaint = {
    texts: Object.fromEntries(keysIn(page).map((key) => [key, String(all[key])])),
    language,
    written: FIRST_LANGUAGE,
    displays: DISPLAYS,
    looksInside: OPENINGS.map(({ view }) => Boolean(view.inside)),
  };
  // In a script element "</" would be its end.
  const json = JSON.stringify(given).replaceAll('</', '<\\/');
  return minifySync('first-paint.js', `(${beforeFirstPaint})(${json})`).code;
}

/** Has the browser fetch the engine together with the script that will ask for it. */
export function preloadEngine(): Plugin {
  return {
    name: 'preload-engine',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const engine = Object.keys(bundle ?? {}).find((name) => /session_bg.*\.wasm$/.test(name));
        if (!engine) throw new Error('the page was built without its engine');
        const attrs = { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${engine}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
