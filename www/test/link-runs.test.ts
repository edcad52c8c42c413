/** What a link brings along, and how long the page keeps it: with the engine, the store and the loop, without a browser. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../i18n/index.js';
import { NOTICES } from '../i18n/notices.js';
import beginnings from '../lesson/beginnings.json' with { type: 'json' };
import { CHAPTERS } from '../lesson/chapters.js';
import { openChapter } from '../lesson/path.js';
import { Loop } from '../loop/loop.js';
import { linkSentence } from '../notices/corrections.js';
import { type Correction, formatLink, parseLink } from '../state/link.js';
import {
  emit,
  makeStore,
  pursue,
  reset,
  type Store,
  setSetting,
  togglePlaying,
} from '../state/store.js';
import codes from './chapter-checks.json' with { type: 'json' };
import { engine, limits } from './engine-in-node.js';

let waiting: FrameRequestCallback[];
beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) =>
    waiting.push(callback),
  );
});
afterEach(() => vi.unstubAllGlobals());

/** A page that a link has opened. */
function opened(hash: string): { store: Store; frames: () => void } {
  const { settings, changes = '', step, lesson, later = null } = parseLink(hash, CHAPTERS);
  const target = step > 0 ? step : null;
  const wanted = { settings, changes, target, lesson, later };
  const store = makeStore({ ...wanted, lang: 'en', notice: null });
  const loop = new Loop(engine, store, () => {});
  let time = 0;
  const frames = () => {
    loop.wake();
    for (let i = 0; i < 20 && waiting.length > 0; i++) {
      time += 20;
      for (const callback of waiting.splice(0)) callback(time);
    }
  };
  frames();
  return { store, frames };
}

/** A number is tied to its word by a space that does not break. */
const sentence = (corrections: readonly Correction[], lang: Language) =>
  linkSentence(corrections, NOTICES[lang]).replaceAll('\u00a0', ' ');

describe('the lesson’s chapters', () => {
  it('are in the order in which the command line counts them', () => {
    expect(CHAPTERS.map(({ id }) => id)).toEqual(beginnings.map(({ id }) => id));
    expect(codes).toHaveLength(CHAPTERS.length);
  });

  it.each(codes.map((code, place) => [place + 1, code] as const))(
    '%i begins, where a link opens it, with the run that the command line has',
    (number, code) => {
      const { settings, step, changes } = parseLink(`#lesson=${number}`, CHAPTERS);
      engine.start(settings, changes);
      engine.advance(step);
      expect(engine.checkCode()).toBe(code);
    },
    60_000,
  );
});

describe('what a link says twice of one step', () => {
  it('is told, and the last holds', () => {
    const link = '#rate=2&changes=0:rate=0.5;5:reg=0.1;5:reg=0.2';
    const { settings, changes, corrections } = parseLink(link, CHAPTERS);
    expect(settings.rate).toBe(0.5);
    expect(changes).toBe('5:reg=0.2');
    expect(corrections).toEqual([
      { kind: 'change', given: '5:reg=0.2', why: 'again' },
      { kind: 'change', given: '0:rate=0.5', why: 'again' },
    ]);
    expect(sentence(corrections, 'en')).toContain(
      '“5:reg=0.2” holds, in place of what else the link says of the same at this step; ',
    );
    expect(sentence(corrections, 'zh')).toContain('以“5:reg=0.2”为准；');
  });

  it('is nothing to tell where both say the same, or only the changes say it', () => {
    expect(parseLink('#rate=0.5&changes=0:rate=0.5', CHAPTERS).corrections).toEqual([]);
    expect(parseLink('#changes=0:rate=0.5;3:reg=0;3:reg=0', CHAPTERS).corrections).toEqual([]);
  });
});

describe('what a newer version of the page has written', () => {
  const LINK =
    '#seed=3&batch=20&version=2%26a%3F&changes=5:optimizer=adam;7:rate=0.5;8:decay=3;9:W7[0,0]=1&left.rate=2';

  it('is told as that, in both languages, beside slips of today', () => {
    const { corrections } = parseLink(`${LINK}&steps=9`, CHAPTERS);
    expect(sentence(corrections, 'en')).toBe(
      'Not all of this link could be followed: ' +
        'batch=20 was made by a newer version of this page and is not known here; ' +
        'version=2&a? is not known; ' +
        'left.rate=2 was made by a newer version of this page and is not known here; ' +
        'steps=9 is not known (did you mean step?); ' +
        '5:optimizer=adam was made by a newer version of this page and is not known here; ' +
        '“8:decay=3” names no setting that may change on the way, and no parameter of this run; and 1 more.',
    );
    expect(sentence(corrections, 'zh')).toContain('batch=20 来自本页的较新版本，这里还不认识；');
  });

  it('stays in the link as it came, and comes back from it', () => {
    const link = parseLink(LINK, CHAPTERS);
    const text = formatLink(link, limits, CHAPTERS);
    expect(text).toMatch(
      /&changes=7:rate=0.5;5:optimizer=adam;8:decay=3&step=0&batch=20&left.rate=2&version=2%26a%3F$/,
    );
    expect(parseLink(text, CHAPTERS)).toMatchObject({ ...link, corrections: expect.anything() });
  });

  it('is kept while its run goes on, and left with it', () => {
    const { store, frames } = opened(LINK);
    const { later } = store.getState();
    expect(later).not.toBeNull();
    const kept = () => {
      frames();
      return store.getState().later;
    };
    setSetting(store, 'rate', 0.25);
    expect(kept()).toBe(later);
    emit(store, { kind: 'undo' });
    expect(kept()).toBe(later);
    openChapter(store, 4, limits);
    expect(kept()).toBeNull();
    store.setState({ lesson: null });
    expect(kept()).toBe(later);
    setSetting(store, 'noise', 0.5);
    expect(kept()).toBeNull();
    const again = opened(LINK);
    reset(again.store);
    expect(again.store.getState().later).toBeNull();
  });
});

describe('a goal', () => {
  it('is given up with its target, whoever sets another one', () => {
    const { store } = opened('#');
    const goal = { classifier: 'network', of: 'accuracy', value: 0.99 } as const;
    for (const elsewhere of [togglePlaying, () => store.setState({ target: 300 })]) {
      pursue(store, goal, 300);
      expect(store.getState().goal).toEqual({ ...goal, target: 300 });
      elsewhere(store);
      expect(store.getState().goal).toBeNull();
    }
  });
});

describe('undo', () => {
  it('says once when it holds no more changes, for as long as one stroke goes', () => {
    const { store, frames } = opened('#points=2&hidden=1');
    const rates = [0.5, 0.25];
    const told = () => store.getState().notice?.kind === 'undoFull';
    for (let i = 0; i < 100; i++) {
      setSetting(store, 'rate', rates[i % 2] as number);
      frames();
      expect(told()).toBe(false);
    }
    setSetting(store, 'rate', 2);
    frames();
    expect(told()).toBe(true);
    setSetting(store, 'rate', 3, true);
    frames();
    expect(told()).toBe(true);
    for (const rate of rates) {
      setSetting(store, 'rate', rate);
      frames();
      expect(told()).toBe(false);
    }
    expect(engine.frame.experiment.undoable).toBe(100);
    expect(engine.frame.undoLost).toBe(3);
  });
});
