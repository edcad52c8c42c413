// Writes the engine as an npm package for other programs: `dist-engine/`, and the same as one file, `spiral-lab-engine-….tgz`,
// in there. Whoever serves the repository finds it there, too.

import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';

import { fail, root, run } from './shell.mjs';

const source = join(root, 'engine-package');
const out = join(root, 'dist-engine');
const declared = join(out, '.declared');

rmSync(out, { recursive: true, force: true });
await bundle();
run('tsc -p engine-package') || fail('The types of the package could not be written.');
takeTypes();
describe();
run('npm pack ./dist-engine --pack-destination dist-engine --silent') ||
  fail('npm could not pack the package.');

/** One module, readable, which finds the wasm beside it; names stay as they are. */
async function bundle() {
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: out,
      target: 'es2023',
      minify: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: join(source, 'index.ts') },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
        // The texts of the page, which the link knows of, are nobody's here.
        treeshake: { manualPureFunctions: ['tiedTexts'] },
      },
    },
  });
}

/** Of all declarations those to which the package's own lead. */
function takeTypes() {
  const wanted = new Set(['engine-package/index.d.ts']);
  for (const file of wanted) {
    const from = join(file.startsWith('www/pkg/') ? root : declared, file);
    const to = join(out, 'types', file);
    mkdirSync(dirname(to), { recursive: true });
    // A program that is compiled for some older JavaScript does not know this symbol.
    const text = readFileSync(from, 'utf8').replaceAll(/^ *\[Symbol\.dispose\].*\n/gm, '');
    writeFileSync(to, text);
    for (const [, path = ''] of text.matchAll(/ from '(\.[^']+)\.js'/g))
      wanted.add(join(dirname(file), `${path}.d.ts`).replaceAll('\\', '/'));
  }
  rmSync(declared, { recursive: true });
}

/** What npm reads of it, with what it has in common with the project; what people read; and the licences. */
function describe() {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
  const { version, license, engines } = read(join(root, 'package.json'));
  const own = read(join(source, 'package.json'));
  const all = { ...own, version, license, engines };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(all, null, 2)}\n`);
  cpSync(join(source, 'README.md'), join(out, 'README.md'));
  for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT'])
    copyFileSync(join(root, licence), join(out, licence));
}
