// Keeps the budget of a first visit.

import { fail } from './shell.mjs';
import { BUDGET, ONE_FILE, weigh } from './weigh.mjs';

const { files, oneFile, gzip, gzipOnRequestToo } = weigh();
for (const { name, raw, gzip, first } of files)
  console.log(
    `${String(gzip).padStart(8)} of ${String(raw).padStart(7)}  ${name}${first ? '' : '  (on request)'}`,
  );
console.log(
  `${String(gzip).padStart(8)}  a first visit, of ${BUDGET}; ${gzipOnRequestToo} with all that opens on request`,
);
console.log(`${String(oneFile).padStart(8)}  ${ONE_FILE}, the same page in one file, not gzipped`);

if (gzip > BUDGET) {
  const heaviest = files.slice(0, 3).map(({ name, gzip }) => `${name} (${gzip})`);
  fail(
    `A first visit is ${gzip - BUDGET} bytes over its ${BUDGET}, gzipped. Heaviest: ${heaviest.join(', ')}.`,
  );
}
