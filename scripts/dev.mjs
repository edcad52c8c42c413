// `npm run dev`: the page with Vite's reloading; the engine is compiled once, at the start.

import { run } from './shell.mjs';
import { take } from './take.mjs';

take('engine');
run('vite', {}, process.argv.slice(2));
