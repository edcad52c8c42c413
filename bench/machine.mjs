// What it was measured on, and with.

import { cpus, loadavg, platform, release, totalmem } from 'node:os';

import { launchOptions } from '../scripts/browser.mjs';
import { output } from '../scripts/shell.mjs';
import { ownPython } from './sides.mjs';

export function machine() {
  const [first] = cpus();
  return {
    cores: cpus().length,
    processor: first?.model ?? 'unknown',
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    load: loadavg()[0],
  };
}

export function versions() {
  const browser = launchOptions().executablePath;
  const packages = output(`${ownPython} -m pip list --format=json --disable-pip-version-check`);
  /** @type {{ name: string, version: string }[]} */
  const python = packages ? JSON.parse(packages) : [];
  const wanted = ['numpy', 'jax', 'jaxlib', 'torch'];
  return {
    rustc: output('rustc --version'),
    node: process.version,
    v8: process.versions.v8,
    chromium: browser && output(`${browser} --version`),
    python: output(`${ownPython} --version`) ?? output('python3 --version'),
    ...Object.fromEntries(
      python
        .filter(({ name }) => wanted.includes(name))
        .map(({ name, version }) => [name, version]),
    ),
    tfjs: output(
      'node -p require("./bench/node_modules/@tensorflow/tfjs-core/package.json").version',
    ),
  };
}
