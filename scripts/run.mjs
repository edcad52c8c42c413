// `npm test` and the scripts of one check each: `node scripts/run.mjs test`, or `rust`, `unit`, `build`…

import { report, take } from './take.mjs';

const [script = 'test', ...extra] = process.argv.slice(2);
report(take(script, extra));
console.log('\nAll good.');
