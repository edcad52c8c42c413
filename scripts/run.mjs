// `npm test` and the scripts of one check each: `node scripts/run.mjs test`, or `rust`, `unit`, `build`…

import { takeSideBySide } from './side-by-side.mjs';
import { report, take } from './take.mjs';

const [script = 'test', ...extra] = process.argv.slice(2);
const start = performance.now();
report(script === 'test' ? await takeSideBySide() : take(script, extra));
console.log(`From start to end ${((performance.now() - start) / 1000).toFixed(1)} s`);
console.log('\nAll good.');
