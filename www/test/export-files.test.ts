/** Files of a run: what they hold is the run's, and what has been written is read again; what is damaged is told. */

import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Trace } from '../chart-tools/trace.js';
import type { Frame } from '../engine/frame.js';
import { lossTable } from '../export/loss-table.js';
import { isPng, textsIn, withTexts } from '../export/png.js';
import { wrapped } from '../export/print-caption.js';
import { type Found, runIn, textsOf } from '../export/reading.js';
import { addressOf, type RunAsItStands } from '../export/run.js';
import { RunFiles } from '../export/run-files.js';
import { weightLines, weightsOf } from '../export/weights.js';
import { wholeRun } from '../export/whole-run.js';
import { parseLink } from '../state/link.js';
import type { Intent } from '../state/store.js';
import { engine, limits } from './engine-in-node.js';
import { python, run as runPython } from './numpy.js';

function begin(hash: string, steps: number): RunAsItStands {
  const { settings, changes = '', own = '' } = parseLink(hash, []);
  engine.start(settings, changes, own);
  engine.advance(steps);
  const [check, parameters] = [engine.checkCode(), engine.parameters()];
  const link = `https://example.org/lab/${hash}&step=${steps}`;
  return { frame: engine.frame, lang: 'en', classNames: null, link, check, parameters };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A picture of one pixel. */
const PIXEL = (() => {
  const data = [...deflateSync(Buffer.from([0, 255, 255, 255]))];
  const header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
  // Their sums are of no matter here.
  const piece = (kind: string, content: number[]) => [
    ...[0, 0, 0, content.length],
    ...bytesOf(kind),
    ...content,
    ...[0, 0, 0, 0],
  ];
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Uint8Array.from([
    ...signature,
    ...piece('IHDR', header),
    ...piece('IDAT', data),
    ...piece('IEND', []),
  ]);
})();

describe('the texts of a picture', () => {
  it('are read again, whatever they are, and leave the rest of it alone', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const png = withTexts(PIXEL, { first, second });
        expect(Object.fromEntries(textsIn(png))).toEqual({ first, second });
        expect(isPng(png)).toBe(true);
        expect([...png.subarray(-36)]).toEqual([...PIXEL.subarray(-36)]);
      }),
    );
  });

  it('have the sum that the standard asks for', () => {
    // As Python's zlib.crc32(b'tEXtkey\0value') has it.
    const png = withTexts(PIXEL, { key: 'value' });
    const at = 33 + 4 + 4 + 9;
    expect([...png.subarray(at, at + 4)]).toEqual([0x04, 0xbe, 0x02, 0x84]);
  });

  it('end where the picture is damaged', () => {
    const png = withTexts(PIXEL, { key: 'value' });
    fc.assert(
      fc.property(fc.nat(png.length - 1), fc.nat(255), (at, byte) => {
        const changed = Uint8Array.from(png);
        changed[at] = byte;
        const found = textsIn(changed).get('key');
        expect([undefined, 'value']).toContain(found);
        const cut = textsIn(png.subarray(0, at)).get('key');
        expect([undefined, 'value']).toContain(cut);
      }),
    );
  });
});

describe('a file', () => {
  const hash = '#seed=4&changes=2:W1[0,1]=-0.5';
  let run: RunAsItStands;
  let found: Pick<Found, 'link' | 'check'>;
  beforeEach(() => {
    run = begin(hash, 7);
    found = { link: run.link.slice(run.link.indexOf('#')), check: run.check };
  });

  it('of a picture or of JSON has the run that was written into it', () => {
    const classNames = ['cats, dogs', '鱼', '%'];
    const named = { ...run, classNames };
    const expected = { ...found, classNames };
    expect(runIn(withTexts(PIXEL, textsOf(named)))).toEqual(expected);
    expect(runIn(bytesOf(wholeRun(named)))).toEqual(expected);
    expect(runIn(bytesOf(wholeRun(run)))).toEqual({ ...found, classNames: null });
    expect(runIn(withTexts(PIXEL, textsOf(run)))).toEqual({ ...found, classNames: null });
  });

  it('with half a letter in a name can be written again', () => {
    const names = ['\ud800a', `${'x'.repeat(199)}\ud83d\ude00y`];
    const text = JSON.stringify({ format: 'spiral-lab', link: '#seed=1', classNames: names });
    const read = runIn(bytesOf(text)) as Found;
    expect(read.classNames).toEqual(['\ufffda', `${'x'.repeat(199)}\ud83d\ude00`]);
    expect(textsOf(read)['spiral-lab-names']).toContain('%F0%9F%98%80');
  });

  it('that is damaged, of something else, or none of either, is told from the others', () => {
    const json = wholeRun(run);
    expect(runIn(bytesOf(json.slice(0, 500)))).toBe('damaged');
    expect(runIn(bytesOf(json.replace(/"link": "[^"]*"/, '"link": 7')))).toBe('damaged');
    expect(runIn(bytesOf('{"a": 1'))).toBe('json');
    // A link that says nothing of a run would put the page's first run in the place of what is there.
    for (const link of ['#', 'see issue #3'])
      expect(runIn(bytesOf(JSON.stringify({ format: 'spiral-lab', link })))).toBe('damaged');
    expect(runIn(bytesOf('{"format": "else", "link": "#seed=1"}'))).toBe('json');
    expect(runIn(bytesOf('[1, 2]'))).toBe('json');
    expect(runIn(PIXEL)).toBe('picture');
    expect(runIn(withTexts(PIXEL, { 'spiral-lab': 'no link' }))).toBe('picture');
    expect(runIn(bytesOf('x,y,label\n1,2,0\n'))).toBeNull();
    expect(runIn(new Uint8Array())).toBeNull();
  });

  it('may say anything in the place of check code and names', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (check, names) => {
        const text = `{"format": "spiral-lab", "link": "#seed=1", "check": ${check}, "classNames": ${names}}`;
        const read = runIn(bytesOf(text));
        expect(read).toMatchObject({ link: '#seed=1', check: expect.any(String) });
      }),
    );
  });
});

describe('a file that was opened', () => {
  const intent = (target: number | null, notice: Intent['notice'] = null) =>
    ({ target, notice }) as Intent;
  const frame = (step: number, branches = 3) => ({ step, branches, diverged: null }) as Frame;
  const opened = async (check: string) => {
    const actions = { openRun: vi.fn(), refuse: vi.fn(), follow: vi.fn() };
    const files = new RunFiles({ checkCode: () => 'AAAA' }, actions);
    const text = JSON.stringify({ format: 'spiral-lab', link: '#seed=1&step=9', check });
    expect(await files.open(new File([text], 'a.json'))).toBe(true);
    expect(actions.openRun).toHaveBeenCalledWith('#seed=1&step=9&lang=en');
    return { files, refuse: actions.refuse };
  };

  it('is compared by its check code once the run is there', async () => {
    const { files, refuse } = await opened('BBBB');
    files.render(frame(0), intent(9));
    files.render(frame(5), intent(9));
    expect(refuse).not.toHaveBeenCalled();
    files.render(frame(9), intent(null));
    files.render(frame(9), intent(null));
    const notice = { kind: 'otherRun', name: 'a.json', check: 'BBBB', code: 'AAAA' };
    expect(refuse.mock.calls).toEqual([[notice]]);
  });

  it('is not told of where it agrees, or something else was done meanwhile', async () => {
    const same = await opened('AAAA');
    same.files.render(frame(9), intent(null));
    const stopped = await opened('BBBB');
    stopped.files.render(frame(4), intent(null));
    stopped.files.render(frame(9), intent(null));
    const changed = await opened('BBBB');
    changed.files.render(frame(2), intent(9));
    changed.files.render(frame(9, 4), intent(null));
    for (const { refuse } of [same, stopped, changed]) expect(refuse).not.toHaveBeenCalled();
  });
});

describe('the whole run as JSON', () => {
  it('has all settings, points, weights by name, and results', () => {
    const run = begin('#seed=4&test=0.25&wrong=0.2&changes=2:rate=0.5', 7);
    const all = JSON.parse(wholeRun(run));
    expect(all).toMatchObject({ format: 'spiral-lab', version: 1, step: 7, check: run.check });
    expect(all.link).toBe(run.link);
    expect(Object.keys(all.settings)).toEqual(Object.keys(limits));
    expect(all.changes).toBe('2:rate=0.5');
    const { loss, accuracy, test } = engine.frame.network;
    const tested = { testLoss: test?.loss, testAccuracy: test?.accuracy };
    expect(all.network).toEqual({ loss, accuracy, ...tested });
    expect(all.points.X.flat()).toEqual([...engine.frame.points.coordinates]);
    expect(all.points.y).toEqual([...engine.frame.points.labels]);
    expect(all.points.trueLabels).toEqual([...engine.frame.points.trueLabels]);
    expect(all.points.heldOut.filter(Boolean)).toHaveLength(75);
    const weights = Object.values(all.weights as Record<string, number[]>);
    expect(Object.keys(all.weights)).toEqual(['left.W', 'left.b', 'W1', 'b1', 'W2', 'b2']);
    expect(weights.flat(2)).toEqual([...engine.parameters()]);
  });

  it('has no word for a loss that is none', () => {
    const run = begin('#data=own', 0);
    expect(JSON.parse(wholeRun(run)).points).toEqual({ X: [], y: [] });
    expect(wholeRun(run)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the weights as lines of NumPy', () => {
  const link = '#seed=4&classes=2&hidden=3&changes=2:W1[0,1]=-1e-300;3:W2[2,1]=4';

  it('have a name and a shape each', () => {
    const shapes = weightsOf(begin(link, 3)).map(
      ({ name, rows }) => `${name} ${rows.length}×${rows[0]?.length}`,
    );
    expect(shapes).toEqual(['left.W 2×2', 'left.b 1×2', 'W1 2×3', 'b1 1×3', 'W2 3×2', 'b2 1×2']);
  });

  it.skipIf(!python)('are read by NumPy bit for bit', () => {
    const arrays = 'print(repr([float(x) for a in (W, b, W1, b1, W2, b2) for x in a.ravel()]))';
    const run = begin(link, 3);
    const lines = weightLines(run, ['first', 'second']);
    expect(JSON.parse(runPython(`${lines}${arrays}\n`))).toEqual([...run.parameters]);
  });
});

describe('the loss table', () => {
  const tableOf = (hash: string, steps: number) => {
    const { frame } = begin(hash, steps);
    const trace = new Trace(engine);
    trace.follow(frame, 0);
    const text = lossTable(
      frame,
      (classifier, test) => engine.history(classifier, test),
      trace.samples,
    );
    const [head = '', ...rows] = text.trimEnd().split('\n');
    const columns = head.split(',');
    return rows.map((row) => {
      const cells = row.split(',');
      expect(cells).toHaveLength(columns.length);
      return Object.fromEntries(
        columns.map((name, i) => [name, cells[i] ? Number(cells[i]) : null]),
      );
    });
  };

  it('has the exact losses of the steps that are kept', () => {
    const rows = tableOf('#seed=4&test=0.25', 300);
    expect(rows.map(({ step }) => step)).toEqual(Array.from({ length: 301 }, (_, i) => i));
    for (const at of [0, 123, 300]) {
      begin('#seed=4&test=0.25', at);
      const { linear, network } = engine.frame;
      const row = rows[at];
      expect(row).toMatchObject({ linear_loss: linear.loss, network_loss: network.loss });
      expect(row?.network_test_loss).toBe(network.test?.loss);
      if (row?.network_accuracy !== null) expect(row?.network_accuracy).toBe(network.accuracy);
    }
    expect(rows[300]?.linear_test_accuracy).toBe(engine.frame.linear.test?.accuracy);
    expect(rows.filter(({ linear_data_loss }) => linear_data_loss !== null).length).toBeGreaterThan(
      9,
    );
  });

  it('has some of the steps of a long run, in their order, the last among them', () => {
    const rows = tableOf('#hidden=2&points=5', 40_001);
    const steps = rows.map(({ step }) => step as number);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(steps.length);
    expect([steps[0], steps.at(-1)]).toEqual([0, 40_001]);
    expect(steps.length).toBeLessThan(8000);
    expect(Object.keys(rows[0] ?? {})).not.toContain('linear_test_loss');
  });
});

describe('the caption of a picture', () => {
  const width = (text: string) => text.length;

  it('ends its lines where it may, and cuts what is too long for one', () => {
    expect(wrapped('one two three', 8, width)).toEqual(['one two', 'three']);
    expect(wrapped('#seed=1&rate=2&reg=3', 15, width)).toEqual(['#seed=1&rate=2&', 'reg=3']);
    expect(wrapped('abcdefghij', 4, width)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapped('训练中途的改动', 3, width)).toEqual(['训练中', '途的改', '动']);
  });

  it('loses no letter, and no line is too wide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 30 }), (text, room) => {
        const lines = wrapped(text, room, width);
        const without = (all: string) => all.replaceAll(/\s/g, '');
        expect(without(lines.join(''))).toBe(without(text));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(Math.max(room, 2));
      }),
    );
  });

  it('has the address of a page on a server, without what is not ours, and nothing of a folder', () => {
    const at = (address: string) => addressOf('#seed=1', new URL(address) as unknown as Location);
    expect(at('https://a.example/lab/?ticket=secret#x')).toBe('https://a.example/lab/#seed=1');
    expect(at('file:///home/somebody/spiral-lab.html')).toBe('#seed=1');
  });
});
