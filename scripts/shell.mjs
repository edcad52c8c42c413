// The scripts' few words for the world outside: run a tool, find a tool, stop with a sentence.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const windows = process.platform === 'win32';

// So that `vite` and its like are found even when the script was not started by npm.
process.env.PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/** The channel on which tools say what they do: 2, the errors', when standard output is for a result alone. */
export const talk = { to: 1 };

/**
 * Runs one command line in the repository and says whether it succeeded.
 * @param {string} line words separated by single spaces
 * @param {Record<string, string>} [env]
 * @param {string[]} [more] words that may hold spaces
 */
export function run(line, env = {}, more = []) {
  const [command = '', ...args] = [...line.split(' '), ...more];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    cwd: root,
    stdio: [0, talk.to, 2],
    env: { ...process.env, ...env },
  };
  // On Windows npm and its kind are scripts, which only a shell can start.
  const result = windows
    ? spawnSync([line, ...more.map((word) => `"${word}"`)].join(' '), { ...options, shell: true })
    : spawnSync(command, args, options);
  return result.status === 0;
}

/**
 * What a command prints, or nothing at all when it fails.
 * @param {string} line
 */
export function output(line) {
  const [command = '', ...args] = line.split(' ');
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/**
 * The full path of a program on the PATH.
 * @param {string} name
 */
export function find(name) {
  const endings = windows ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find((file) => existsSync(file));
}

/**
 * Stops the script with a sentence instead of a stack trace.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
