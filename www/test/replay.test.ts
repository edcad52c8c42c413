import { describe, expect, it } from 'vitest';
import { type Entry, entryOf } from '../class/sheet/entry.js';
import { notesOf } from '../class/sheet/notes.js';
import { Repeating } from '../class/sheet/repeating.js';
import { CLASSIFIERS } from '../engine/frame.js';
import { Replay } from '../engine/replay.js';
import { SHEET } from '../i18n/sheet.js';
import { OPENINGS } from '../lesson/index.js';
import { parseLink } from '../state/link.js';
import { engine, inspect, limits } from './engine-in-node.js';

const replay = await Replay.load();

/** The page's own engine, at the step of a link. */
function runHere(link: string): void {
  const { settings, own = '', changes = '', step } = parseLink(link, OPENINGS);
  engine.start(settings, changes, own);
  while (engine.frame.step < step && !engine.frame.diverged) {
    engine.advance(step - engine.frame.step);
  }
}

const seen = ({ frame, checkCode }: { frame: typeof engine.frame; checkCode: string }) => ({
  step: frame.step,
  check: checkCode,
  readings: CLASSIFIERS.map((each) => [frame[each].loss, frame[each].accuracy]),
});
const here = () => seen({ frame: engine.frame, checkCode: engine.checkCode() });

/** Own points, as a link has them. */
const own = inspect.packPoints(Int32Array.from([0, 0, 0, 1024, 0, 1, 0, 1024, 1, 512, 512, 0]));

/** Repeats entries as a sheet does, and calls back in every pause. */
async function repeat(
  entries: Entry[],
  paused?: (repeating: Repeating) => void,
): Promise<Repeating> {
  const done: string[] = [];
  const repeating = new Repeating({
    load: () => Promise.resolve(replay),
    pause: async () => {
      await null;
      paused?.(repeating);
    },
    next: () => entries.find(({ state }) => state.kind === 'waiting'),
    moved: () => {},
    done: (entry) => void done.push(entry.name),
    rests: () => {},
  });
  await repeating.goOn();
  return repeating;
}

const entry = (link: string) => entryOf({ link, name: '' }, { table: limits, chapters: OPENINGS });
const kinds = (entries: Entry[]) => entries.map(({ state }) => state.kind);

describe('a run that was handed in', () => {
  it.each([
    '#seed=3&step=200',
    '#seed=5&hidden=20&step=300&changes=100:rate=0.3;150:W1[0,8]=0.5;150:left.b[1]=0',
    `#data=own&own=${own}&classes=2&step=50`,
    '#data=moons&wrong=0.1&test=0.3&step=80',
    '#rate=10000&step=4000',
  ])('is repeated with the bits of the page’s own run: %s', async (link) => {
    runHere(link);
    const wanted = here();
    const before = engine.frame.reading;
    const each = entry(`${link}&handin=Ada&check=${wanted.check}`);
    await repeat([each]);
    const { step, linear, network, verdict, diverged } = each.state as Entry['state'] & {
      kind: 'done';
    };
    const readings = [linear, network].map(({ loss, accuracy }) => [loss, accuracy]);
    expect({ step, check: replay.checkCode(), readings }).toEqual(wanted);
    expect([verdict, diverged]).toEqual(['right', engine.frame.diverged !== null]);
    // The page's run stands where it stood.
    expect([here(), engine.frame.reading]).toEqual([wanted, before]);
  });

  it('has a code that is its own, another one, or none', async () => {
    runHere('#seed=3&step=20');
    const code = engine.checkCode();
    const links = [code, code.toLowerCase(), 'AAAA', ''].map(
      (check) => `#seed=3&step=20&check=${check}`,
    );
    const entries = [...links, `#seed=4&step=20&check=${code}`].map(entry);
    await repeat(entries);
    const verdicts = entries.map(({ state }) => (state.kind === 'done' ? state.verdict : ''));
    expect(verdicts).toEqual(['right', 'right', 'wrong', 'none', 'wrong']);
  });

  it('has no numbers where the link has no points, and says so', async () => {
    const found = entry('#data=own&step=20&handin=Ada&check=AAAA');
    await repeat([found]);
    expect(found.state).toMatchObject({ linear: { loss: Number.NaN, accuracy: Number.NaN } });
    expect(notesOf(found, 1, SHEET.en)).toEqual(['The link has no points to train on.']);
  });

  it('tells which of its changes were not made', async () => {
    const plain = entry('#step=30&changes=10:rate=0.5');
    const wild = entry('#step=30&changes=10:W1[0,0]=1e300;20:rate=0.5');
    await repeat([plain, wild]);
    expect(plain.state).toMatchObject({ kind: 'done', step: 30, forgotten: false });
    expect(wild.state).toMatchObject({ kind: 'done', step: 30, forgotten: true });
  });
});

describe('a sheet', () => {
  const LONG = '#step=1000000';

  it('leaves the page time in the middle of a long run, which can be skipped', async () => {
    const entries = ['#step=5', LONG, '#step=6'].map(entry);
    const steps: number[] = [];
    await repeat(entries, (repeating) => {
      const { state } = entries[1] as Entry;
      if (state.kind === 'going') steps.push(state.step);
      if (steps.length === 3) repeating.skip();
    });
    expect(kinds(entries)).toEqual(['done', 'skipped', 'done']);
    expect(steps[0]).toBeGreaterThan(0);
    expect(steps[2]).toBeGreaterThan(steps[1] ?? 0);
    expect(steps[2]).toBeLessThan(1e6);
  });

  it('stops, and goes on with what waits', async () => {
    const entries = ['#step=5', LONG, '#step=6'].map(entry);
    const repeating = await repeat(entries, (each) => {
      if (entries[1]?.state.kind === 'going') each.stop();
    });
    expect(kinds(entries)).toEqual(['done', 'waiting', 'waiting']);
    expect(repeating.isGoing).toBe(false);
    entries.splice(1, 1);
    await repeating.goOn();
    expect(kinds(entries)).toEqual(['done', 'done']);
  });

  it('goes on after one that the engine refuses', async () => {
    const refused = entry('#step=5');
    refused.link.settings.hidden = -1;
    const entries = [refused, entry('#step=6')];
    await repeat(entries);
    expect(kinds(entries)).toEqual(['refused', 'done']);
  });
});
