/** The engine's package in a project that has nothing else, as somebody installs it. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `npm run pack` has written. */
export const packed = fileURLToPath(new URL('../../dist-engine/', import.meta.url));
export const readme = readFileSync(
  new URL('../../engine-package/README.md', import.meta.url),
  'utf8',
);

export interface Project {
  folder: string;
  remove: () => void;
}

/** A new project with the package installed, without a network. */
export function installPackage(): Project {
  const manifest = join(packed, 'package.json');
  if (!existsSync(manifest))
    throw new Error('`npm run pack` comes first: there is no dist-engine/');
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const file = join(packed, `${name}-${version}.tgz`);
  const words = ['install', '--offline', '--no-audit', '--no-fund', '--silent', file];
  execFileSync('npm', words, { cwd: folder, shell: process.platform === 'win32' });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The pieces of the README in a language. */
export function readmeCode(language: string): string[] {
  const pieces = readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'));
  return [...pieces].map(([, code = '']) => code);
}
