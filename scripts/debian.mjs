// Programs that the tests need, as Debian's packages.

import { find, run } from './shell.mjs';

/**
 * Installs packages where that is possible: with apt-get, as root. Says whether it went well.
 * @param {string[]} packages
 * @param {string[]} [options] of `apt-get install`
 */
export function installPackages(packages, options = []) {
  if (!find('apt-get') || process.getuid?.() !== 0) return false;
  // Nobody is there to answer a question.
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get update', env) && run('apt-get install -y', env, [...options, ...packages]);
}
