import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const www = fileURLToPath(new URL('..', import.meta.url));

/** Who may import what, from leaf to root: a place stands for all files in it. `main` may import everything. */
const MAY_IMPORT: Record<string, string[]> = {
  'after-load': [],
  'before-first-paint': [],
  pkg: [],
  'service-worker': [],
  draw: [],
  formulas: [],
  ui: ['draw'],
  engine: ['pkg'],
  i18n: ['engine'],
  state: ['engine', 'formulas', 'i18n', 'ui'],
  loop: ['engine', 'state'],
  boards: ['draw', 'engine', 'i18n', 'state', 'ui'],
  chart: ['draw', 'engine', 'i18n', 'ui'],
  notices: ['engine', 'i18n', 'state', 'ui'],
  lesson: ['engine', 'formulas', 'i18n', 'state', 'ui'],
  inside: ['draw', 'engine', 'formulas', 'i18n', 'state', 'ui'],
  points: ['engine', 'i18n', 'state', 'ui'],
  share: ['engine', 'i18n', 'state', 'ui'],
  class: ['boards', 'draw', 'engine', 'export', 'i18n', 'loop', 'points', 'share', 'state', 'ui'],
  classroom: ['class', 'engine', 'lesson', 'state', 'ui'],
  export: [
    'boards',
    'chart',
    'chart-tools',
    'draw',
    'engine',
    'formulas',
    'i18n',
    'print',
    'share',
    'state',
    'ui',
  ],
  teach: ['engine', 'i18n', 'share', 'state', 'ui'],
  print: ['boards', 'chart', 'draw', 'engine', 'i18n', 'share', 'state', 'ui'],
  sharing: ['class', 'engine', 'export', 'i18n', 'lesson', 'on-request', 'print', 'share', 'teach'],
  'handing-on': ['engine', 'print', 'share', 'sharing', 'state', 'ui'],
  guide: ['chart', 'engine', 'i18n', 'inside', 'state', 'ui'],
  'chart-tools': ['chart', 'draw', 'engine', 'held-out', 'i18n', 'inside', 'state', 'ui'],
  'held-out': ['boards', 'draw', 'engine', 'i18n', 'state', 'ui'],
  'on-request': [
    'boards',
    'chart-tools',
    'engine',
    'export',
    'guide',
    'held-out',
    'i18n',
    'inside',
    'lesson',
    'notices',
    'points',
    'state',
    'style',
    'ui',
  ],
  scene: [
    'boards',
    'chart',
    'chart-tools',
    'class',
    'classroom',
    'draw',
    'engine',
    'guide',
    'handing-on',
    'held-out',
    'i18n',
    'inside',
    'loop',
    'notices',
    'on-request',
    'points',
    'state',
    'ui',
  ],
  controls: ['engine', 'i18n', 'scene', 'state', 'ui'],
};

/** What is seen, and never touches the store. */
const VIEWS = [
  'boards',
  'chart',
  'chart-tools',
  'export',
  'guide',
  'held-out',
  'inside',
  'notices',
  'points',
  'print',
  'share',
  'teach',
  'ui',
];

/** The files that run the WebAssembly package. */
const RUN_THE_PACKAGE = ['engine/engine.ts', 'engine/inspector.ts', 'engine/link.ts'];
/** What changes a run, or moves it: the one road leads through the runner. */
const MOVES_THE_RUN =
  /\bengine\.(start|begin|setAside|takeBack|change|setParameter|cutOff|undo|redo|bringBack|forgetGhost|advance|advanceUntil|letOneGoOn|seek|switchUnit|allUnitsOn|applyUnits)\(|\bengine\[/;
const THE_ROAD = 'loop/runner.ts';
/** What repeats runs that were handed in moves an engine too: one that it has loaded itself, which nobody gives it. */
const ENGINE_OF_ITS_OWN = 'engine/replay.ts';

/** Where what looks inside comes with all else that is loaded on request. */
const LOADS_THE_INSPECTOR = 'on-request.ts';

/** What a first visit does not load: what opens on request, and what words most notices. */
const ON_REQUEST = [
  LOADS_THE_INSPECTOR,
  'sharing.ts',
  'classroom.ts',
  'class/classroom.ts',
  'class/hand-in/part.ts',
  'class/sheet/sheet.ts',
  'engine/replay.ts',
  'notices/wording.ts',
  'notices/corrections.ts',
  'i18n/notices.ts',
  'i18n/notices-en.ts',
  'i18n/notices-zh.ts',
  'i18n/inside.ts',
  'i18n/zh.ts',
  'inside/phase-formulas.ts',
  'lesson/chapters.ts',
  'lesson/leading.ts',
];

const place = (file: string) => file.split('/')[0]?.replace(/\.ts$/, '') ?? file;

const sources = readdirSync(www, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('pkg') && !file.startsWith('test'),
);

interface Import {
  target: string;
  typeOnly: boolean;
}

/** What a file in this folder imports: at once, again under its own name, when it is asked for, or as a type. */
function importsIn(text: string, folder: string): Import[] {
  const found = text.matchAll(/^(?:import|export)( type)?\b[^;]*? from '(\.[^']+)'/gms);
  const onRequest = text.matchAll(/\bimport\(\s*'(\.[^']+)'/g);
  const target = (path: string) => normalize(join(folder, path)).replace(/\.js$/, '');
  return [
    ...[...found].map(([, type, path = '']) => ({ target: target(path), typeOnly: Boolean(type) })),
    ...[...onRequest].map(([, path = '']) => ({ target: target(path), typeOnly: false })),
  ];
}

const importsOf = (file: string) => importsIn(readFileSync(join(www, file), 'utf8'), dirname(file));

/** A way that leads back to where it began, if the arrows have one. */
function circleIn(arrows: Map<string, Set<string>>): string[] | null {
  const finished = new Set<string>();
  const follow = (from: string, way: string[]): string[] | null => {
    if (way.includes(from)) return [...way.slice(way.indexOf(from)), from];
    if (finished.has(from)) return null;
    for (const to of arrows.get(from) ?? []) {
      const circle = follow(to, [...way, from]);
      if (circle) return circle;
    }
    finished.add(from);
    return null;
  };
  for (const from of arrows.keys()) {
    const circle = follow(from, []);
    if (circle) return circle;
  }
  return null;
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

  // A type counts as any import does: it leaves nothing to run, but who wants to understand the one file has to read the other,
  // and two that need each other's types cannot be understood, moved or tested one without the other.
  it('make no circle, neither of files nor of places, at once or on request, types among them', () => {
    const files = new Map<string, Set<string>>();
    const places = new Map<string, Set<string>>();
    for (const file of sources) {
      const targets = importsOf(file).map(({ target }) => target);
      files.set(file.replace(/\.ts$/, ''), new Set(targets));
      const others = targets.map(place).filter((other) => other !== place(file));
      places.set(place(file), new Set([...(places.get(place(file)) ?? []), ...others]));
    }
    expect(circleIn(files)).toBeNull();
    expect(circleIn(places)).toBeNull();
    expect(
      circleIn(new Map(Object.entries(MAY_IMPORT).map(([a, b]) => [a, new Set(b)]))),
    ).toBeNull();
  });

  it('are all in the table, and the table holds no other', () => {
    for (const [own, allowed] of Object.entries(MAY_IMPORT)) {
      const targets = sources.filter((file) => place(file) === own).flatMap(importsOf);
      const used = new Set(targets.map(({ target }) => place(target)));
      used.delete(own);
      expect([...used].sort(), own).toEqual([...allowed].sort());
    }
  });

  it('are found in every form that they are written in', () => {
    const text = [
      "import { a } from './a.js';",
      "import type { B } from '../b.js';",
      "export { c } from './c.js';",
      'export const load = async () =>',
      "  (await import('./d.js')).d;",
      'import {',
      '  e,',
      "} from './e.js';",
      "import { f } from 'elsewhere';",
    ].join('\n');
    expect(importsIn(text, 'views')).toEqual([
      { target: 'views/a', typeOnly: false },
      { target: 'b', typeOnly: true },
      { target: 'views/c', typeOnly: false },
      { target: 'views/e', typeOnly: false },
      { target: 'views/d', typeOnly: false },
    ]);
    const arrows = { a: ['b'], b: ['c', 'd'], c: ['b'], d: [] };
    expect(circleIn(new Map(Object.entries(arrows).map(([a, b]) => [a, new Set(b)])))).toEqual([
      'b',
      'c',
      'b',
    ]);
  });

  it('bring the WebAssembly package in behind the engine only; elsewhere its types at most', () => {
    for (const file of sources.filter(
      (name) => ![...RUN_THE_PACKAGE, LOADS_THE_INSPECTOR].includes(name),
    )) {
      for (const { target, typeOnly } of importsOf(file)) {
        const runs = place(target) === 'pkg' || target === 'engine/inspector';
        if (runs) expect(typeOnly, file).toBe(true);
      }
    }
  });

  it('lead from the start to nothing that is loaded when it is first needed', () => {
    const reached = new Set<string>(['main.ts']);
    for (const file of reached) {
      const text = readFileSync(join(www, file), 'utf8').replaceAll(/\bimport\(/g, '');
      for (const { target, typeOnly } of importsIn(text, dirname(file))) {
        if (!typeOnly && sources.includes(`${target}.ts`)) reached.add(`${target}.ts`);
      }
    }
    expect(reached).toContain('notices/notices.ts');
    expect([...reached].filter((file) => ON_REQUEST.includes(file))).toEqual([]);
  });

  it('move the run, or change it, on one road', () => {
    const found = sources.filter((file) =>
      MOVES_THE_RUN.test(readFileSync(join(www, file), 'utf8')),
    );
    expect(found).toEqual([ENGINE_OF_ITS_OWN, THE_ROAD]);
  });

  it('give the page’s engine to nothing that moves another one', () => {
    const text = readFileSync(join(www, ENGINE_OF_ITS_OWN), 'utf8');
    expect(text.match(/\bEngine\b(?!')[^\n]*/g)).toEqual([
      "Engine } from './engine.js';",
      'Engine) {}',
      'Engine.load());',
    ]);
    expect(text).toContain('private constructor(private readonly engine: Engine) {}');
  });

  it('leave views of the engine’s memory to the one file that copies what they show', () => {
    const found = sources.filter((file) =>
      /\.buffer\b/.test(readFileSync(join(www, file), 'utf8')),
    );
    expect(found).toEqual(['engine/memory.ts']);
  });

  it('never touch the store from a view, beyond the type of what is wanted', () => {
    for (const file of sources.filter((name) => VIEWS.includes(place(name)))) {
      for (const { target, typeOnly } of importsOf(file)) {
        if (target === 'state/store') expect(typeOnly, file).toBe(true);
      }
    }
  });
});

describe('the package for other programs', () => {
  const folder = join(www, '../engine-package');

  it('takes the engine, and the link, which the page reads and writes as well; nothing else of the page', () => {
    const own = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const targets = own.flatMap((file) =>
      importsIn(readFileSync(join(folder, file), 'utf8'), '').map(({ target }) => target),
    );
    const ofPage = targets.filter((target) => target.startsWith('../www/'));
    const others = ofPage.filter((target) => !target.startsWith('../www/engine/'));
    expect([...new Set(others)]).toEqual(['../www/lesson/beginnings.json', '../www/state/link']);
    expect(targets.filter((target) => target.startsWith('../www/engine/')).length).toBeGreaterThan(
      3,
    );
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
