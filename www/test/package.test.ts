import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKET, CLASSIFIERS } from '../engine/frame.js';
import { defaults } from '../engine/settings.js';
import { exportsOf } from './declarations.js';
import { engine, limits, parametersOf } from './engine-in-node.js';
import { installPackage, type Project, packed, readme, readmeCode } from './installed-package.js';

type Package = typeof import('../../engine-package/index.js');

const tutorial = defaults(limits);
const COLOURS = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255);
let project: Project;
let installed: Package;

beforeAll(async () => {
  project = installPackage();
  const index = join(project.folder, 'node_modules/spiral-lab-engine/index.js');
  installed = await import(/* @vite-ignore */ pathToFileURL(index).href);
}, 60_000);
afterAll(() => project?.remove());

/** What a program in the project prints. */
function run(code: string): string {
  const file = join(project.folder, 'program.js');
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file], { cwd: project.folder, encoding: 'utf8' });
}

describe('the package in an empty project', () => {
  it('trains both classifiers to the very losses of the page’s engine', () => {
    const printed = run(`
      import { load } from 'spiral-lab-engine';
      const lab = await load();
      lab.advance(200);
      console.log(JSON.stringify([lab.losses, lab.accuracies, lab.checkCode(), lab.link()]));
    `);
    engine.start(tutorial);
    engine.advance(200);
    const { linear, network } = engine.frame;
    expect(JSON.parse(printed)).toEqual([
      { linear: linear.loss, network: network.loss },
      { linear: linear.accuracy, network: network.accuracy },
      engine.checkCode(),
      '#seed=0&points=100&classes=3&noise=0.2&hidden=100&rate=1&reg=0.001&step=200',
    ]);
  });

  it('runs every program of its README', () => {
    const programs = readmeCode('js');
    expect(programs.length).toBe(2);
    const [first = '', second = ''] = programs.map(run);
    engine.start(tutorial);
    engine.advance(200);
    expect(first).toContain(`200 ${engine.frame.linear.loss} ${engine.frame.network.loss}`);
    expect(second).toContain('hidden must be a whole number from 1 to 512, not 1000.');
    expect(second).toContain("code: 'outOfLimits'");
  });

  it('has types with which a strict program compiles, and a wrong one does not', () => {
    const check = (line: string) => {
      const file = join(project.folder, 'program.ts');
      writeFileSync(file, `import { load } from 'spiral-lab-engine';\n${line}\nexport {};\n`);
      const tsc = join(packed, '../node_modules/typescript/bin/tsc');
      const how = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023'];
      const where = { cwd: project.folder, stdio: 'pipe' as const };
      execFileSync(process.execPath, [tsc, ...how, file], where);
    };
    check('const x: number | undefined = (await load({ hidden: 8 })).points().coordinates[0]; x;');
    expect(() => check('await load({ hiden: 8 });')).toThrow();
  });

  it('brings the page’s wasm, no dependency, and nothing of Node into pages', () => {
    for (const file of ['session_bg.wasm', 'inspector_bg.wasm']) {
      const page = readFileSync(new URL(`../pkg/${file}`, import.meta.url));
      expect(readFileSync(join(packed, file)).equals(page), file).toBe(true);
    }
    const manifest = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    const project = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    expect(manifest.version).toBe(project.version);
    expect(existsSync(join(packed, manifest.exports['.'].types))).toBe(true);
    const code = readFileSync(join(packed, 'index.js'), 'utf8');
    expect(code).not.toMatch(/^import\b|\bimport\(/m);
  });
});

describe('a lab of the package', () => {
  it('is a run of its own, even where several are loaded at once', async () => {
    const { load } = installed;
    const [one, other] = await Promise.all([load({ hidden: 7 }), load({ hidden: 8 })]);
    one.advance(30);
    expect([one.step, other.step]).toEqual([30, 0]);
    expect([one.settings.hidden, other.settings.hidden]).toEqual([7, 8]);
  });

  it('hands out layers, points and losses in the shapes that it names', async () => {
    const lab = await installed.load({ hidden: 5, points: 20, test: 0.25 });
    lab.advance(40);
    engine.start({ ...tutorial, hidden: 5, points: 20, test: 0.25 });
    engine.advance(40);
    for (const classifier of CLASSIFIERS) {
      const layers = lab.layers(classifier);
      const all = layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
      expect(all).toEqual([...parametersOf(classifier)]);
      const curve = lab.lossCurve(classifier, true);
      const { buckets } = engine.history(classifier, true);
      expect([...curve.first]).toEqual([...buckets].filter((_, i) => i % BUCKET === 0));
      expect(lab.heldOut(classifier)?.loss).toBe(curve.first.at(-1));
    }
    expect(lab.layers('network').map(({ inputs, outputs }) => [inputs, outputs])).toEqual([
      [2, 5],
      [5, 3],
    ]);
    const { coordinates, labels, heldOut, classes } = lab.points();
    expect([coordinates.length, labels.length, heldOut.length, classes]).toEqual([120, 60, 60, 3]);
    lab.start();
    expect([lab.heldOut('linear'), lab.lossCurve('linear', true).first.length]).toEqual([null, 0]);
  });

  it('paints into bytes without a canvas, as the classifier decides', async () => {
    const lab = await installed.load({ hidden: 8 });
    lab.advance(300);
    const side = 32;
    const bytes = lab.pixels('linear', { side, reach: 1, colours: COLOURS });
    expect(bytes.length).toBe(side * side * 4);
    const [layer] = lab.layers('linear');
    const { weights, biases } = layer ?? { weights: [], biases: [] };
    for (let pixel = 0; pixel < side * side; pixel++) {
      const x = (2 * ((pixel % side) + 0.5)) / side - 1;
      const y = 1 - (2 * (Math.floor(pixel / side) + 0.5)) / side;
      const score = (k: number) =>
        x * (weights[k] ?? 0) + y * (weights[3 + k] ?? 0) + (biases[k] ?? 0);
      const scores = [0, 1, 2].map(score);
      const best = scores.indexOf(Math.max(...scores));
      expect(bytes[4 * pixel + best], `pixel ${pixel}`).toBe(255);
    }
    expect(globalThis).not.toHaveProperty('ImageData');
    expect(lab.boundary('network', side, 1).length % 4).toBe(0);
  });

  it('goes to any step with the same bits, and takes back what changed it', async () => {
    const lab = await installed.load();
    lab.advance(150);
    const { losses } = lab;
    const code = lab.checkCode();
    expect(lab.seek(20)).toBe(20);
    expect(lab.seek(150)).toBe(150);
    expect([lab.losses, lab.checkCode()]).toEqual([losses, code]);
    lab.seek(100);
    lab.change('rate', 0.5);
    lab.advance(100);
    expect(lab.changes).toBe('100:rate=0.5');
    expect([lab.undo(), lab.step, lab.rate, lab.end]).toEqual([true, 100, 1, 150]);
    expect([lab.redo(), lab.rate, lab.redo()]).toEqual([true, 0.5, false]);
    expect(lab.advanceUntil({ classifier: 'network', of: 'accuracy', value: 0.7 }, 2000)).toBe(
      true,
    );
    expect(lab.accuracies.network).toBeGreaterThanOrEqual(0.7);
  });

  it('opens what it and the page link to, and tells what it did not follow', async () => {
    const lab = await installed.load({ hidden: 9 });
    lab.advance(12);
    lab.change('reg', 0.01);
    lab.advance(8);
    const [link, code] = [lab.link(), lab.checkCode()];
    lab.start();
    expect(lab.open(`https://page.test/lab/?a=b${link}`)).toEqual([]);
    expect([lab.link(), lab.checkCode()]).toEqual([link, code]);
    expect(lab.open('#lesson=8')).toEqual([]);
    expect(lab.step).toBe(1000);
    const slips = lab.open('#hidden=9999&step=3&changes=1:W1[0,0]=1e300;2:rate=2;x');
    expect(slips.map(({ kind, given }) => [kind, given])).toEqual([
      ['value', '9999'],
      ['change', 'x'],
      ['change', '1:W1[0,0]=1e300'],
    ]);
    expect([lab.step, lab.rate, lab.settings.hidden]).toEqual([3, 2, 512]);
  });

  it('trains on own points, and looks inside', async () => {
    const lab = await installed.load();
    await lab.startWith([0, 0, 1, 0, 0, 1, 1, 1], [0, 1, 1, 0], { hidden: 8, reg: 0 });
    lab.advance(2000);
    expect([...lab.points().coordinates]).toEqual([0, 0, 1, 0, 0, 1, 1, 1]);
    expect(lab.accuracies.linear).toBeLessThan(lab.accuracies.network);
    const inspector = await lab.inspect();
    expect(inspector.loss('network').total).toBe(lab.losses.network);
    expect(inspector.workOut('linear', 3).label).toBe(0);
  });

  it.each<[string, (lab: Awaited<ReturnType<Package['load']>>) => unknown]>([
    ['unknownSetting', (lab) => lab.start({ hiden: 8 } as never)],
    ['outOfLimits', (lab) => lab.start({ rate: Number.NaN })],
    ['unknownChoice', (lab) => lab.start({ data: 'moon' as never })],
    ['outOfLimits', (lab) => lab.advance(1.5)],
    ['outOfLimits', (lab) => lab.seek(60.5)],
    ['outOfLimits', (lab) => lab.seek(2_000_000)],
    ['unknownSetting', (lab) => lab.change('hidden', 4)],
    ['notThere', (lab) => lab.setParameter('linear', { layer: 1, kind: 'bias', index: 0 }, 1)],
    ['unknownChoice', (lab) => lab.layers('deep' as never)],
    [
      'wrongColours',
      (lab) => lab.pixels('linear', { side: 4, reach: 1, colours: COLOURS.slice(1) }),
    ],
    ['outOfLimits', (lab) => lab.boundary('linear', 0, 1)],
    ['outOfLimits', (lab) => lab.startWith([0, Number.NaN], [0])],
    ['outOfLimits', (lab) => lab.startWith([0, 1, 2], [0, 1])],
    ['outOfLimits', (lab) => lab.startWith([0, 0], [6])],
  ])('refuses with the code %s, and nothing has changed (%#)', async (code, ask) => {
    const lab = await installed.load({ hidden: 6 });
    lab.advance(50);
    const before = [lab.link(), lab.checkCode(), lab.end];
    const error = await Promise.resolve()
      .then(() => ask(lab))
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    expect(error).toBeInstanceOf(Error);
    expect(installed.refusalOf(error)?.code).toBe(code);
    expect((error as Error).message).toMatch(/^\w.*\.$/);
    expect([lab.link(), lab.checkCode(), lab.end]).toEqual(before);
  });
});

describe('what the package says of itself', () => {
  const all = exportsOf(join(packed, 'types/engine-package/index.d.ts'));

  it('exports what its types declare', () => {
    const functions = [...all.values()].filter(({ kind }) => kind === 'function');
    expect(functions.map(({ name }) => name).sort()).toEqual(Object.keys(installed).sort());
    const lab = all.get('SpiralLab')?.members.map(({ name }) => name);
    expect(lab).toContain('advance');
    expect(lab?.length).toBeGreaterThan(25);
  });

  it('has a comment on every export, and on every member of its classes', () => {
    for (const { name, documented, members } of all.values()) {
      expect(documented, name).toBe(true);
      for (const member of members) expect(member.documented, `${name}.${member.name}`).toBe(true);
    }
  });

  it('names each of them in the README', () => {
    for (const { name, members } of all.values()) {
      for (const word of [name, ...members.map((member) => member.name)])
        expect(readme, word).toMatch(new RegExp(`\`[^\`]*\\b${word}\\b[^\`]*\``));
    }
  });
});
