/** Makes the built page whole before any script runs: its texts in the default language, its controls, and what little has to
 * be decided before it is painted for the first time. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minifySync, type Plugin, transformWithOxc } from 'vite';
import { afterLoad } from '../www/after-load.ts';
import { beforeFirstPaint, type FirstPaint } from '../www/before-first-paint.ts';
import { type SettingsTable, tableOf } from '../www/engine/settings.ts';
import { dictionary, FIRST_LANGUAGE, loadLanguage, otherLanguage } from '../www/i18n/index.ts';
import { OPENINGS } from '../www/lesson/openings.ts';
import type * as Package from '../www/pkg/session.js';
import { DISPLAYS } from '../www/state/store.ts';
import { keysIn, writeInto } from './first-paint/markup.ts';
import { WORKER } from './weigh.mjs';

/** Stands in the source's page; what is built asks for it only when it is needed. */
const SORRY = 'www/sorry.js';

/** A browser may paint before it has read the page to its end. */
const HIDE = `document.documentElement.style.visibility = 'hidden'`;
const FOLDER = 'assets';

/** A page that is `alone` has nothing beside it that it could ask for. */
export function firstPaint({ alone = false } = {}): Plugin[] {
  let table: SettingsTable | null = null;
  let root = '';
  let before = '';
  const files = new Map<string, string>();
  const add = (name: string, source: string) => {
    const path = `${FOLDER}/${name}-${hashOf(source)}.js`;
    files.set(path, source);
    return `./${path}`;
  };
  const write: Plugin = {
    name: 'first-paint',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { server }) {
        table ??= await readTable(join(root, 'www/pkg'));
        const page = writeInto(html, dictionary(FIRST_LANGUAGE), table);
        before = await beforeItIsRead(page);
        return server
          ? page
          : withoutSpaces(page.replace(`<script src="./${SORRY}"></script>`, ''));
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
  // A plain script, for which the browser waits before it reads on. So it comes last: in a page with a policy nothing is asked
  // for ahead of what is read.
  const call: Plugin = {
    name: 'first-paint-script',
    transformIndexHtml: {
      order: 'post',
      async handler(_, { server }) {
        if (server) return [{ tag: 'script', children: before, injectTo: 'head' }];
        const sorry = readFileSync(join(root, SORRY), 'utf8');
        const after = alone
          ? sorry
          : called(afterLoad, add('sorry', await old(sorry)), `./${WORKER}`);
        const src = add('first-paint', await old(`${before};${after}`));
        return [{ tag: 'script', attrs: { src }, injectTo: 'head' }];
      },
    },
  };
  return [write, call];
}

/** Without the spaces before a line, which only people read who open the file of the page. */
function withoutSpaces(html: string): string {
  return html.replace(/^\s+/gm, '');
}

function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('base64url').slice(0, 8);
}

/** The table of the settings, from the engine that the page will load. */
async function readTable(folder: string): Promise<SettingsTable> {
  const engine: typeof Package = await import(pathToFileURL(join(folder, 'session.js')).href);
  engine.initSync({ module: readFileSync(join(folder, 'session_bg.wasm')) });
  return tableOf(engine.settingsTable());
}

/** Hides the page until it has been read to its end, and does then, before any module runs, what `beforeFirstPaint` does. */
async function beforeItIsRead(page: string): Promise<string> {
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
  const show = `() => ${called(beforeFirstPaint, given)}`;
  return `${HIDE};document.addEventListener('readystatechange', ${show}, { once: true })`;
}

/** A call of a function, as text. In a script element "</" would be its end. */
function called<T extends unknown[]>(does: (...given: T) => void, ...given: T): string {
  const texts = given.map((each) => JSON.stringify(each).replaceAll('</', '<\\/'));
  return `(${does})(${texts.join()})`;
}

/** As browsers read it that are too old for the page, and get a sentence that says so. */
async function old(source: string): Promise<string> {
  const { code } = await transformWithOxc(source, 'script.js', { target: 'es2015' });
  return minifySync('script.js', code, { compress: { target: 'es2015' } }).code;
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
