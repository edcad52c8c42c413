// `npm start`: builds the page and serves it; `--port 5000` and `--host` say where.

import { serve } from './serve.mjs';
import { fail } from './shell.mjs';
import { take } from './take.mjs';

const { port, host } = options(process.argv.slice(2));
take('build');
const { local, network } = await serve(port, host);
const others = network.length > 0 ? `, and for others at ${network.join(' or ')}` : '';
console.log(`\nSpiral Lab is at ${local.join(' or ')}${others} (stop it with Ctrl+C)`);

/**
 * `--host` alone opens the page to the whole local network.
 * @param {string[]} args
 */
function options(args) {
  const chosen = { port: 4173, host: '127.0.0.1' };
  const words = args.flatMap((arg) => arg.split('='));
  while (words.length > 0) {
    const name = words.shift();
    const value = words[0]?.startsWith('-') ? undefined : words.shift();
    if (name === '--host') chosen.host = value ?? '0.0.0.0';
    else if (name === '--port' && Number(value) > 0) chosen.port = Number(value);
    else fail('npm start understands `-- --port 5000` and `-- --host`, alone or with an address.');
  }
  return chosen;
}
