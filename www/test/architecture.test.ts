import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const www = fileURLToPath(new URL('..', import.meta.url));

/** Who may import what, from leaf to root: a place stands for all files in it. `main` may import everything. */
const MAY_IMPORT: Record<string, string[]> = {
  'before-first-paint': [],
  frame: [],
  pace: [],
  load: [],
  pkg: [],
  i18n: ['refusal'],
  draw: [],
  formulas: [],
  settings: ['pkg', 'numerals'],
  numerals: [],
  refusal: ['pkg'],
  'link-text': ['numerals'],
  link: ['settings', 'i18n', 'link-text', 'numerals'],
  store: ['settings', 'link', 'i18n', 'frame', 'load', 'refusal'],
  insight: ['frame', 'refusal'],
  memory: [],
  inspect: ['pkg', 'frame', 'insight', 'memory', 'refusal'],
  engine: ['pkg', 'frame', 'settings', 'inspect', 'memory'],
  views: ['link', 'frame', 'draw', 'i18n', 'settings', 'store', 'inspect', 'formulas', 'refusal'],
  controls: ['store', 'settings', 'link', 'i18n', 'frame', 'pkg', 'views', 'engine', 'scene'],
  scene: [
    'draw',
    'engine',
    'frame',
    'i18n',
    'load',
    'loop',
    'settings',
    'store',
    'views',
    'on-request',
  ],
  lesson: ['formulas', 'i18n', 'link', 'load', 'settings', 'store', 'views', 'frame', 'on-request'],
  'on-request': ['i18n', 'lesson', 'views'],
  loop: ['engine', 'store', 'frame', 'pace', 'settings'],
};

const place = (file: string) => file.split('/')[0]?.replace(/\.ts$/, '') ?? file;

const sources = readdirSync(www, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('pkg') && !file.startsWith('test'),
);

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(join(www, file), 'utf8');
  const found = text.matchAll(/^(import|export)( type)?[^;]*? from '(\.[^']+)'/gms);
  return [...found].map(([, , type, path]) => ({
    target: normalize(join(dirname(file), path as string)).replace(/\.js$/, ''),
    typeOnly: type !== undefined,
  }));
}

describe('imports', () => {
  it.each(sources.filter((file) => file !== 'main.ts'))('of %s point one way', (file) => {
    const own = place(file);
    const allowed = MAY_IMPORT[own];
    expect(allowed, `${own} is missing from the table`).toBeDefined();
    for (const { target } of importsOf(file)) {
      if (place(target) !== own) expect(allowed).toContain(place(target));
    }
  });

  it('bring the WebAssembly package in behind the engine only; elsewhere its types at most', () => {
    for (const file of sources.filter((name) => name !== 'engine.ts' && name !== 'inspect.ts')) {
      for (const { target, typeOnly } of importsOf(file)) {
        if (['pkg', 'inspect'].includes(place(target))) expect(typeOnly, file).toBe(true);
      }
    }
  });

  it('leave views of the engine’s memory to the one file that copies what they show', () => {
    const found = sources.filter((file) =>
      /\.buffer\b/.test(readFileSync(join(www, file), 'utf8')),
    );
    expect(found).toEqual(['memory.ts']);
  });

  it('never touch the store from a view, beyond the type of what is wanted', () => {
    for (const file of sources.filter((name) => place(name) === 'views')) {
      for (const { target, typeOnly } of importsOf(file)) {
        if (place(target) === 'store') expect(typeOnly, file).toBe(true);
      }
    }
  });
});

describe('the page', () => {
  it('fetches nothing from anywhere else', () => {
    const files = [
      ...sources.map((file) => join(www, file)),
      join(www, 'style.css'),
      join(www, '../index.html'),
    ];
    for (const file of files) {
      const text = readFileSync(file, 'utf8').replaceAll('http://www.w3.org/2000/svg', '');
      expect(text, file).not.toMatch(/(https?:)?\/\/[a-z0-9-]+\.[a-z]{2,}/i);
    }
  });
});
