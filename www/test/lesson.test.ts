import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaults, isAllowed, rowsOf, type Settings } from '../engine/settings.js';
import { SOURCES } from '../formulas/source.js';
import { LESSONS } from '../i18n/lesson.js';
import { CHAPTERS, type Chapter, type ChapterId } from '../lesson/chapters.js';
import { CALCULATED, CHOSEN, MEASURED } from '../lesson/facts.js';
import { OPENINGS } from '../lesson/openings.js';
import { keepView, openChapter, viewOf } from '../lesson/path.js';
import { leads, plain } from '../lesson/prose.js';
import { makeStore, PLAIN_VIEW, type Store } from '../state/store.js';
import { engine, limits, parametersOf } from './engine-in-node.js';

// The longest run is that of the tutorial, 10000 steps.
vi.setConfig({ testTimeout: 60_000 });

const LANGUAGES = ['en', 'zh'] as const;

const fullTexts = (language: (typeof LANGUAGES)[number], id: ChapterId): string =>
  Object.values(LESSONS[language].chapters[id]).join('\n');

/** All that a chapter says, in one string. */
function said(language: (typeof LANGUAGES)[number], id: ChapterId): string {
  return plain(fullTexts(language, id));
}

function chapterOf(id: ChapterId): Chapter {
  const found = CHAPTERS.find((chapter) => chapter.id === id);
  if (!found) throw new Error(`there is no chapter ${id}`);
  return found;
}

/** The settings of the run that the engine holds. */
let running = '';

/** Runs to a step: on from where the engine stands, if it stands in this run and not beyond. */
function runTo(step: number, settings: Partial<Settings> = {}): void {
  const wanted = { ...defaults(limits), ...settings };
  const key = JSON.stringify(wanted);
  if (key !== running || engine.frame.step > step) engine.start(wanted);
  running = key;
  engine.advance(step - engine.frame.step);
}

/** A number as it is written, with as many decimals as `like` has. */
function written(value: number, like: string): string {
  return value.toFixed(like.split('.')[1]?.length ?? 0).replace('-', '−');
}

/** Whether a text holds a number as a word of its own. */
const holds = (text: string, number: string) =>
  text.split(/[^\d.−]+/).some((word) => word.replace(/\.$/, '') === number);

it('each chapter opens the page as it wants it: both lists have one order', () => {
  expect(CHAPTERS.map(({ id }) => id)).toEqual(OPENINGS.map(({ id }) => id));
  expect(CHAPTERS.map(({ view, step }) => ({ view, step }))).toEqual(
    OPENINGS.map(({ view, step }) => ({ view, step })),
  );
});

describe('the biases of the linear classifier', () => {
  it('are all 0 at step 0 and not later, and the chapter says at which step', () => {
    const biases = () => [...parametersOf('linear').slice(-3)];
    runTo(0);
    expect(biases().every((bias) => bias === 0)).toBe(true);
    runTo(600);
    expect(biases().some((bias) => bias !== 0)).toBe(true);
    expect(LESSONS.en.chapters.linear.question).toMatch(/At step\s0 all biases are\s0/);
    expect(LESSONS.zh.chapters.linear.question).toMatch(/第\s0\s步时，偏置全是\s0/);
  });
});

describe('the numbers of the lesson', () => {
  it.each(MEASURED)('$chapter: $says is the $what of the $of one at step $step', (fact) => {
    runTo(fact.step, { ...chapterOf(fact.chapter).settings, ...fact.settings });
    const standing = engine.frame[fact.of];
    const reading = fact.heldOut ? standing.test : standing;
    const value = (reading?.[fact.what] ?? Number.NaN) * (fact.what === 'accuracy' ? 100 : 1);
    expect(written(value, fact.says)).toBe(fact.says);
    for (const language of LANGUAGES)
      expect(holds(said(language, fact.chapter), fact.says), language).toBe(true);
  });

  it.each(CALCULATED)('$chapter: $says follows by arithmetic', ({ chapter, says, is }) => {
    expect(written(is, says)).toBe(says);
    for (const language of LANGUAGES)
      expect(holds(said(language, chapter), says), language).toBe(true);
  });

  it('are all accounted for: no decimal stands in a text that is not held against something', () => {
    for (const { id } of CHAPTERS) {
      const known = [...MEASURED, ...CALCULATED]
        .filter(({ chapter }) => chapter === id)
        .map(({ says }) => says);
      for (const language of LANGUAGES) {
        for (const [number] of said(language, id).matchAll(/−?\d+\.\d+/g))
          expect([...known, ...(CHOSEN[id] ?? [])], `${language} ${id}`).toContain(number);
      }
    }
  });
});

describe('what else the lesson claims', () => {
  it('data: three points of three classes lie in the centre, and there are 100 of each', () => {
    runTo(0);
    const { coordinates, labels } = engine.frame.points;
    for (const first of [0, 100, 200]) {
      expect(Math.hypot(coordinates[2 * first] ?? 1, coordinates[2 * first + 1] ?? 1)).toBe(0);
      expect(labels.filter((label) => label === labels[first])).toHaveLength(100);
    }
  });

  it('linear: 9 numbers, and the biases are 0 at the start', () => {
    runTo(0);
    const parameters = parametersOf('linear');
    expect(parameters).toHaveLength(9);
    expect([...parameters.slice(6)]).toEqual([0, 0, 0]);
  });

  it('softmax: at step 0 every class has about a third at every point', () => {
    runTo(0);
    const w = parametersOf('linear');
    const { coordinates } = engine.frame.points;
    for (let i = 0; i < coordinates.length; i += 2) {
      const powers = [0, 1, 2].map((k) =>
        Math.exp((coordinates[i] ?? 0) * (w[k] ?? 0) + (coordinates[i + 1] ?? 0) * (w[3 + k] ?? 0)),
      );
      const sum = powers.reduce((a, b) => a + b);
      for (const power of powers) expect(Math.abs(power / sum - 1 / 3)).toBeLessThan(0.01);
    }
  });

  it('crossEntropy: what the network pays beyond ln 3 is its penalty', () => {
    runTo(0);
    const weights = parametersOf('network');
    const penalty = 0.5 * 0.001 * weights.reduce((sum, w) => sum + w * w, 0);
    expect(Math.abs(engine.frame.network.loss - Math.log(3) - penalty)).toBeLessThan(1e-6);
  });

  it('trainLinear: 148 points are right; more steps and another way down end at the same loss', () => {
    runTo(1000);
    expect(Math.round(engine.frame.linear.accuracy * 300)).toBe(148);
    const loss = engine.frame.linear.loss;
    engine.advance(1000);
    expect(engine.frame.linear.loss).toBeCloseTo(loss, 6);
    runTo(4000, { rate: 0.3 });
    expect(engine.frame.linear.loss).toBeCloseTo(loss, 6);
  });

  it('lossAndAccuracy: at a rate of 10 the linear classifier swings between two places for ever', () => {
    runTo(1000, { rate: 10 });
    const stands = [{ ...engine.frame.linear }];
    for (let i = 0; i < 100; i++) {
      engine.advance(1);
      stands.push({ ...engine.frame.linear });
    }
    expect(stands[0]?.loss).not.toBeCloseTo(stands[1]?.loss ?? 0, 2);
    for (const [i, { loss, accuracy }] of stands.entries()) {
      expect(loss).toBeCloseTo(stands[i % 2]?.loss ?? 0, 9);
      expect(accuracy).toBe(stands[i % 2]?.accuracy);
    }
  });

  it('lossAndAccuracy: the network loses accuracy on its way down', () => {
    runTo(2);
    const early = { ...engine.frame.network };
    engine.advance(18);
    expect(engine.frame.network.loss).toBeLessThan(early.loss);
    expect(engine.frame.network.accuracy).toBeLessThan(early.accuracy);
  });

  it('trainNetwork: from where Play begins it takes seconds until the network overtakes', () => {
    const { step, view } = chapterOf('trainNetwork');
    const loss = (of: 'linear' | 'network') => engine.frame[of].loss;
    let overtaken = step;
    for (runTo(step); loss('network') >= loss('linear'); runTo(overtaken)) overtaken++;
    expect((overtaken - step) / (view.speed ?? PLAIN_VIEW.speed)).toBeGreaterThan(3);
  });

  it('twoLayers: 603 numbers', () => {
    runTo(0);
    expect(parametersOf('network')).toHaveLength(603);
  });

  it('experiments: at a learning rate of 10 every hidden unit is 0 for every point', () => {
    runTo(1000, { rate: 10 });
    const [hidden, w] = [100, parametersOf('network')];
    const { coordinates } = engine.frame.points;
    for (let i = 0; i < coordinates.length; i += 2) {
      for (let j = 0; j < hidden; j++) {
        const fromX = (coordinates[i] ?? 0) * (w[j] ?? 0);
        const fromY = (coordinates[i + 1] ?? 0) * (w[hidden + j] ?? 0);
        expect(fromX + fromY + (w[2 * hidden + j] ?? 0)).toBeLessThanOrEqual(0);
      }
    }
  });
});

describe('the words that lead to a state of the page', () => {
  const links = CHAPTERS.flatMap(({ id }) =>
    leads(fullTexts('en', id)).map((link) => ({ id, link })),
  );

  it('are the same in both languages', () => {
    for (const { id } of CHAPTERS)
      expect(leads(fullTexts('zh', id))).toEqual(leads(fullTexts('en', id)));
  });

  it.each(links)('lead to numbers that are stated: $id, $link', ({ id, link }) => {
    const { step, ...settings } = Object.fromEntries(new URLSearchParams(link));
    const asText = (values: object) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    const own = asText({ ...defaults(limits), ...chapterOf(id).settings });
    const states = MEASURED.filter(({ chapter }) => chapter === id).map((fact) => ({
      ...own,
      ...asText({ ...fact.settings, step: fact.step }),
    }));
    expect(states).toContainEqual({ ...own, ...settings, step });
  });
});

describe('the chapters', () => {
  it('stand in the order of the texts, in both languages', () => {
    const ids = CHAPTERS.map(({ id }) => id);
    expect(ids).toHaveLength(16);
    for (const language of LANGUAGES) expect(Object.keys(LESSONS[language].chapters)).toEqual(ids);
  });

  it('ask only for what the engine allows, and for a point that there is', () => {
    for (const { settings, view } of CHAPTERS) {
      for (const row of rowsOf(limits)) {
        const value = settings[row.name];
        if ('words' in row) expect([...row.words, undefined]).toContain(value);
        else if (value !== undefined) expect(isAllowed(row, Number(value))).toBe(true);
      }
      expect(view.selectedPoint ?? 0).toBeLessThan(300);
    }
  });

  it('show every formula of the lesson somewhere', () => {
    const shown = new Set(CHAPTERS.flatMap(({ formulas, more = [] }) => [...formulas, ...more]));
    // The look inside has these: one point's way through a classifier, line by line.
    const ofOnePoint = [
      'hiddenLayer',
      'hiddenWithoutRelu',
      'hiddenScores',
      'gradientWithoutRelu',
    ] as const;
    for (const id of ofOnePoint) shown.add(id);
    expect(shown).toEqual(new Set(Object.keys(SOURCES)));
  });

  it('speak Chinese with Chinese punctuation', () => {
    const file = readFileSync(new URL('../i18n/lesson-zh.ts', import.meta.url), 'utf8');
    for (const mark of ['\uff0c', '\uff1a', '\uff1b', '\uff1f', '\u3002'])
      expect(file).toContain(mark);
    for (const { id } of CHAPTERS) {
      const text = said('zh', id);
      expect(text, id).not.toMatch(/[\u4e00-\u9fff][,;:!?()"]|[,;:!?()"][\u4e00-\u9fff]/);
      expect(text, id).toMatch(/\u3002/);
    }
  });
});

describe('going through the lesson', () => {
  let store: Store;
  beforeEach(() => {
    const settings = { ...defaults(limits), noise: 0.5, seed: 7 };
    store = makeStore({ settings, lang: 'en', target: null, notice: null, lesson: null });
    keepView(store);
  });

  it('brings the page to what each chapter says', () => {
    for (const [i, { settings, step, view }] of CHAPTERS.entries()) {
      store.setState({ playing: true });
      const starts = store.getState().startsAsked;
      openChapter(store, i + 1, limits);
      expect(store.getState()).toMatchObject({
        ...PLAIN_VIEW,
        ...view,
        lesson: i + 1,
        settings: { ...defaults(limits), ...settings },
        target: step > 0 ? step : null,
        startsAsked: starts + 1,
        playing: false,
      });
    }
  });

  it('gives back, on leaving, the view that the user had', () => {
    store.setState({ logLoss: true, speed: 10 });
    openChapter(store, 4, limits);
    expect(store.getState()).toMatchObject({ soft: true, logLoss: false, speed: 100 });
    store.setState({ lesson: null });
    expect(store.getState()).toMatchObject({ ...PLAIN_VIEW, logLoss: true, speed: 10 });
  });

  it('leaves alone, on leaving, what the user has changed since', () => {
    openChapter(store, 4, limits);
    store.setState({ speed: 1 });
    store.setState({ lesson: null });
    expect(store.getState()).toMatchObject({ soft: false, speed: 1 });
  });

  it('has no view of its own without a chapter', () => {
    expect(viewOf(null)).toEqual({});
  });
});
