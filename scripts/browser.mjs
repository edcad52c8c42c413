// Where a Chrome or Chromium is on this machine, how to get one, and how to start it for tests.

import { existsSync } from 'node:fs';

import { installPackages } from './debian.mjs';
import { fail, find, run } from './shell.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium without a window, which opens a page in a third of the time: a window has pages of its own to load first. Debian has it
 * as a package. */
const WITHOUT_WINDOW = 'chromium-headless-shell';

/** The browser that the machine already has; `CHROME` overrules the search. */
function findBrowser() {
  return process.env.CHROME || NAMES.map(find).find(Boolean) || PLACES.find((p) => existsSync(p));
}

/** Sees to it that there is a browser: the machine's own, else Debian's, else Playwright's. */
export function installBrowser() {
  if (process.env.CHROME || find(WITHOUT_WINDOW)) return;
  if (installPackages([WITHOUT_WINDOW, 'fonts-noto-cjk']) || findBrowser()) return;
  if (installPackages(['chromium', 'fonts-noto-cjk']) && findBrowser()) return;
  run('playwright install chromium') ||
    fail('No browser was found and none could be installed: install Chrome, or set CHROME to one.');
}

/** The same for tests, which need no window. */
export function testOptions() {
  return launchOptions(process.env.CHROME || find(WITHOUT_WINDOW) || findBrowser());
}

/** Options for Playwright's `launch`; without a path it starts the browser that it installed. */
export function launchOptions(executablePath = findBrowser() || find(WITHOUT_WINDOW)) {
  return {
    ...(executablePath && { executablePath }),
    // What Playwright does not yet switch off of Chrome's own traffic.
    args: ['--disable-domain-reliability', '--no-pings'],
  };
}
