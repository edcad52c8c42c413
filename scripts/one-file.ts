/** Writes the built page once more, all of it in one file: it opens from a stick, and in a frame that has no origin. A browser
 * loads no module and fetches nothing there, so scripts, styles, font and both engines stand in the page itself. */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin, type Rolldown } from 'vite';
import { bareImports } from './bare-imports.ts';
import { firstPaint } from './first-paint.ts';
import { formulas } from './formulas.ts';
import { type Policy, withPolicy } from './policy.ts';
import { ONE_FILE } from './weigh.mjs';

/** @param options as for the page of many files */
export function oneFile({ rolldownOptions = {} }: BuildOptions): Plugin {
  return {
    name: 'one-file',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        base: './',
        publicDir: false,
        plugins: [bareImports(), formulas(), firstPaint({ alone: true })],
        build: {
          write: false,
          modulePreload: false,
          assetsInlineLimit: Number.POSITIVE_INFINITY,
          rolldownOptions: { ...rolldownOptions, output: { codeSplitting: false } },
        },
      });
      writeFileSync(join(dir, ONE_FILE), page((built as Rolldown.RolldownOutput).output));
    },
  };
}

/** What would have to lie beside the page. */
const BESIDE = /\s(?:src|href)="\.\/[^"]+"|new URL\([`"'][^`"':]+[`"'],\s*import\.meta\.url\)/;

/** The page with all that it names written into it. */
function page(output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): string {
  const files = new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
  );
  const read = (path: string) => files.get(path) ?? missing(path);
  const scripts: string[] = [];
  const styles: string[] = [];
  const html = read('index.html')
    .replace(/^\s*<link rel="manifest".*\n/m, '')
    .replace(
      /<script( type="module")?[^>]* src="\.\/([^"]+)"><\/script>/g,
      (_, type = '', path) => {
        scripts.push(asElement(withStyles(read(path), read)));
        return `<script${type}>${scripts.at(-1)}</script>`;
      },
    )
    .replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g, (_, path) => {
      styles.push(read(path));
      return `<style>${styles.at(-1)}</style>`;
    });
  const [left] = BESIDE.exec(html) ?? [];
  if (left) missing(left);
  return withPolicy(html, policy(scripts.map(sourceOf), styles.map(sourceOf)));
}

/** What is written into the page may run and show, and nothing else: each by what is in it. */
function policy(scripts: readonly string[], styles: readonly string[]): Policy {
  return {
    'default-src': ["'none'"],
    'script-src': [...scripts, "'wasm-unsafe-eval'"],
    'style-src': [...styles, 'data:'],
    'img-src': ['data:', 'blob:'],
    'font-src': ['data:'],
    'connect-src': ['data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
}

/** Style sheets that a script adds later stand in it as their addresses. */
function withStyles(code: string, read: (path: string) => string): string {
  return code.replace(
    /new URL\([`"']([^`"']+\.css)[`"'],\s*import\.meta\.url\)\.href/g,
    (_, name) => {
      const text = Buffer.from(read(`assets/${name}`)).toString('base64');
      return `\`data:text/css;base64,${text}\``;
    },
  );
}

/** Without what would end a script's element, or make a comment of it. */
function asElement(code: string): string {
  return code.replace(/<(\/script|!--)/gi, '<\\$1');
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function missing(what: string): never {
  throw new Error(`the page in one file names what does not stand in it: ${what}`);
}
