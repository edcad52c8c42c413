import type { BuildOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { bareImports } from './scripts/bare-imports.ts';
import { firstPaint, preloadEngine } from './scripts/first-paint.ts';
import { formulas } from './scripts/formulas.ts';
import { gzip } from './scripts/gzip.ts';
import { offline } from './scripts/offline.ts';
import { oneFile } from './scripts/one-file.ts';
import { policy } from './scripts/policy.ts';

const build: BuildOptions = {
  modulePreload: false,
  rolldownOptions: {
    // The page in one file is a build within the build, which takes its time.
    checks: { bundlerTimings: false },
    // All that a first visit runs comes as one file, however many parts that come later use some of it.
    output: { codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] } },
    // What d3-array prepares for searching, blurring and shuffling, which nobody here does, may be left out.
    treeshake: {
      manualPureFunctions: ['bisector', 'Blur2', 'shuffler'],
      propertyReadSideEffects: false,
    },
  },
};

export default defineConfig({
  // The page is put on any static server, in any folder.
  base: './',
  // A missing file is a 404, as on those servers, and not the page once more.
  appType: 'mpa',
  plugins: [
    bareImports(),
    formulas(),
    preloadEngine(),
    firstPaint(),
    policy(),
    oneFile(build),
    offline(),
    gzip(),
  ],
  server: { watch: { ignored: ['**/target/**'] } },
  // A class reaches the teacher's machine by whatever name it has.
  preview: { allowedHosts: true },
  build,
  test: { include: ['www/test/*.test.ts'], setupFiles: ['www/test/languages.ts'] },
});
