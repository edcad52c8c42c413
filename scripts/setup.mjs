// What the steps need from this machine; each function looks first, and acts only on what is missing.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { installBrowser } from './browser.mjs';
import { installEngines } from './engines.mjs';
import { fail, find, output, root, run } from './shell.mjs';

/** What a step can name among its `needs`. */
export const provide = {
  packages,
  rust,
  rustTools,
  browser: installBrowser,
  engines: installEngines,
  'wasm32-unknown-unknown': () => target('wasm32-unknown-unknown'),
  'wasm32-wasip1': () => target('wasm32-wasip1'),
};

function packages() {
  const needed = setting('package.json', /"node": ">=([\d.]+)"/);
  if (older(process.versions.node, needed)) {
    fail(
      `Node ${process.versions.node} is too old: install Node ${needed} or newer (https://nodejs.org).`,
    );
  }
  if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
    run('npm ci --no-audit --no-fund --prefer-offline') ||
      fail('npm could not install the packages.');
  }
}

function rust() {
  if (!find('cargo')) {
    fail(
      'Rust is missing: install it from https://rustup.rs, open a new terminal and run this again.',
    );
  }
  const version = output('rustc --version')?.split(' ')[1];
  if (!version)
    fail('Rust has no toolchain yet: run `rustup default stable`, then run this again.');
  const needed = setting('Cargo.toml', /rust-version = "([\d.]+)"/);
  if (older(version, needed)) {
    fail(`Rust ${version} is too old: run \`rustup update stable\` to get ${needed} or newer.`);
  }
}

function rustTools() {
  if (output('cargo fmt --version') && output('cargo clippy --version')) return;
  rustup('component add rustfmt clippy');
}

/** @param {string} name */
function target(name) {
  if (existsSync(output(`rustc --print target-libdir --target ${name}`) ?? '')) return;
  rustup(`target add ${name}`);
}

/** @param {string} request */
function rustup(request) {
  if (!find('rustup')) {
    fail(`This Rust came without rustup: do by its own means what \`rustup ${request}\` does.`);
  }
  run(`rustup ${request}`) || fail(`\`rustup ${request}\` failed: is there a network?`);
}

/**
 * The version that a file of the project asks for.
 * @param {string} file
 * @param {RegExp} pattern
 */
function setting(file, pattern) {
  return readFileSync(join(root, file), 'utf8').match(pattern)?.[1] ?? '0';
}

/**
 * When a file last changed; a missing one never did.
 * @param {string} file
 */
function changed(file) {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * @param {string} version
 * @param {string} needed
 */
function older(version, needed) {
  return version.localeCompare(needed, 'en', { numeric: true }) < 0;
}
