// The browsers whose engines are not Chromium's: where they are on this machine, and how to get them.

import { existsSync } from 'node:fs';

import { installPackages } from './debian.mjs';
import { find } from './shell.mjs';

const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * @typedef {object} Engine
 * @property {string} name as it is printed
 * @property {() => Record<string, string> | null} find the programs that a test starts, or null if one is missing
 * @property {string[]} packages Debian's
 * @property {string} advice for who wants to have it
 */

/** @satisfies {Record<string, Engine>} */
export const ENGINES = {
  firefox: {
    name: 'Firefox',
    find: findFirefox,
    packages: ['firefox-esr'],
    advice: 'Install Firefox, or set FIREFOX to its program.',
  },
  webkit: {
    name: 'WebKit',
    find: findWebKit,
    packages: ['webkit2gtk-driver', 'xvfb'],
    advice: 'Install WebKitWebDriver and Xvfb (on Debian: webkit2gtk-driver and xvfb).',
  },
};

/** The machine's own Firefox; `FIREFOX` overrules the search. */
export function findFirefox() {
  const browser =
    process.env.FIREFOX ||
    ['firefox-esr', 'firefox'].map(find).find(Boolean) ||
    FIREFOX_PLACES.find((place) => existsSync(place));
  return browser ? { browser } : null;
}

/** WebKit's driver brings a small browser with it, which needs a screen to draw on. */
export function findWebKit() {
  const driver = find('WebKitWebDriver');
  const screen = find('Xvfb');
  return driver && screen ? { driver, screen } : null;
}

/** Gets what can be got. An engine that cannot be had is no failure: the tests say that they leave it out. */
export function installEngines() {
  const missing = Object.values(ENGINES).filter((engine) => !engine.find());
  if (missing.length === 0) return;
  // One after the other, so that one which cannot be had does not take the other with it.
  for (const { packages } of missing) installPackages(packages, ['--no-install-recommends']);
}

/** A sentence for each engine that is not there. */
export function leftOut() {
  return Object.values(ENGINES)
    .filter((engine) => !engine.find())
    .map(({ name, advice }) => `${name} is left out: it is not on this machine. ${advice}`);
}
