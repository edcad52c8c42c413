// `npm run dev`: the page with Vite's reloading; the engine is compiled once, at the start.

import { take } from './run.mjs';
import { run } from './shell.mjs';

take('engine');
run(['vite', ...process.argv.slice(2)].join(' '));
