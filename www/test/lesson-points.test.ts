/** What the lesson's chapters on other points claim, against the engine. */

import { describe, expect, it, vi } from 'vitest';
import { defaults, type Settings } from '../engine/settings.js';
import { CHAPTERS, type ChapterId } from '../lesson/chapters.js';
import { PLAIN_VIEW } from '../state/store.js';
import { engine, limits, parametersOf } from './engine-in-node.js';

vi.setConfig({ testTimeout: 60_000 });

/** The chapter's run, at its beginning; how many steps Play does there in a second. */
function begin(id: ChapterId, settings: Partial<Settings> = {}): number {
  const chapter = CHAPTERS.find((one) => one.id === id);
  if (!chapter) throw new Error(`there is no chapter ${id}`);
  engine.start({ ...defaults(limits), ...chapter.settings, ...settings });
  return chapter.view.speed ?? PLAIN_VIEW.speed;
}

const runTo = (step: number) => engine.advance(step - engine.frame.step);

const HIDDEN = 100;

/** For each hidden unit, for how many of the points it is above 0. */
function pointsOfUnits(): number[] {
  const w = parametersOf('network');
  const { coordinates } = engine.frame.points;
  const at = (place: number) => w[place] ?? Number.NaN;
  return Array.from({ length: HIDDEN }, (_, unit) => {
    let on = 0;
    for (let i = 0; i < coordinates.length; i += 2) {
      const fromX = (coordinates[i] ?? 0) * at(unit);
      const fromY = (coordinates[i + 1] ?? 0) * at(HIDDEN + unit);
      if (fromX + fromY + at(2 * HIDDEN + unit) > 0) on++;
    }
    return on;
  });
}

/** The class that the network gives to a point. */
function given(x: number, y: number): number {
  const { classes } = engine.frame.points;
  const w = parametersOf('network');
  const at = (place: number) => w[place] ?? Number.NaN;
  const second = 3 * HIDDEN;
  const scores = Array.from({ length: classes }, (_, k) => {
    let score = at(second + HIDDEN * classes + k);
    for (let unit = 0; unit < HIDDEN; unit++) {
      const z = x * at(unit) + y * at(HIDDEN + unit) + at(2 * HIDDEN + unit);
      score += Math.max(0, z) * at(second + unit * classes + k);
    }
    return score;
  });
  return scores.indexOf(Math.max(...scores));
}

/** The places of the points whose label is wrong, of those trained on or of those held out. */
function mislabelled(held: boolean): number[] {
  const { labels, trueLabels, heldOut } = engine.frame.points;
  return [...labels.keys()].filter(
    (place) => labels[place] !== trueLabels[place] && Boolean(heldOut[place]) === held,
  );
}

/** For how many points that it is trained on the network gives the wrong label that they carry. */
function learnedByHeart(): number {
  const { coordinates, labels } = engine.frame.points;
  const at = (place: number) => coordinates[place] ?? Number.NaN;
  return mislabelled(false).filter(
    (place) => given(at(2 * place), at(2 * place + 1)) === labels[place],
  ).length;
}

describe('offCentre', () => {
  it('all coordinates lie between 4 and 6; 52 units are 0 for all points, and 6 have a fold among them', () => {
    begin('offCentre');
    const { coordinates, labels } = engine.frame.points;
    expect(Math.min(...coordinates)).toBeGreaterThan(4);
    expect(Math.max(...coordinates)).toBeLessThan(6);
    const on = pointsOfUnits();
    expect(on.filter((points) => points === 0)).toHaveLength(52);
    expect(on.filter((points) => points > 0 && points < labels.length)).toHaveLength(6);
    expect([...parametersOf('network').slice(2 * HIDDEN, 3 * HIDDEN)]).toEqual(
      Array(HIDDEN).fill(0),
    );
  });

  it('from step 200 on, and not before, all are 0 for every point, for ever; the loss is ln 3', () => {
    begin('offCentre');
    const alive = () => pointsOfUnits().filter((points) => points > 0).length;
    runTo(199);
    expect(alive()).toBeGreaterThan(0);
    runTo(200);
    expect(alive()).toBe(0);
    const dead = [...parametersOf('network').slice(0, 3 * HIDDEN)];
    runTo(10_000);
    expect([...parametersOf('network').slice(0, 3 * HIDDEN)]).toEqual(dead);
    expect(engine.frame.network.loss).toBeCloseTo(Math.log(3), 9);
  });

  it('Play takes some seconds to get there, and not many', () => {
    const speed = begin('offCentre');
    expect(200 / speed).toBeGreaterThan(1);
    expect(200 / speed).toBeLessThan(5);
  });
});

describe('byHeart', () => {
  it('12 of 120 labels are wrong, 6 of them among the 60 points that are trained on', () => {
    begin('byHeart');
    const { labels, heldOut } = engine.frame.points;
    expect(labels).toHaveLength(120);
    expect([...heldOut].filter(Boolean)).toHaveLength(60);
    expect([mislabelled(false).length, mislabelled(true).length]).toEqual([6, 6]);
  });

  it('the test loss turns up at step 750 while the training loss falls on, within seconds of Play', () => {
    const speed = begin('byHeart');
    const least = { step: 0, loss: 9 };
    const stands: { train: number; test: number }[] = [];
    for (let step = 0; step <= 3000; step += 50) {
      runTo(step);
      const { loss: train, test } = engine.frame.network;
      const loss = test?.loss ?? Number.NaN;
      if (loss < least.loss) Object.assign(least, { step, loss });
      // Closer together, small waves lie on the curves, too small to be seen.
      if (step % 250 === 0) stands.push({ train, test: loss });
    }
    expect(least.step).toBe(750);
    for (let i = 1; i < stands.length; i++) {
      const [before, now] = stands.slice(i - 1, i + 1) as [(typeof stands)[0], (typeof stands)[0]];
      expect(now.train, `step ${250 * i}`).toBeLessThan(before.train);
      expect(now.test > before.test, `step ${250 * i}`).toBe(250 * i > least.step);
    }
    expect(3000 / speed).toBeLessThan(5);
  });

  it('it learns five of six wrong labels by heart, with a penalty one', () => {
    begin('byHeart');
    runTo(750);
    expect(learnedByHeart()).toBe(0);
    runTo(3000);
    expect(learnedByHeart()).toBe(5);
    begin('byHeart', { reg: 0.003 });
    runTo(3000);
    expect(learnedByHeart()).toBe(1);
  });
});

describe('ownPoints', () => {
  it('begins with two clouds of 50', () => {
    begin('ownPoints');
    const { labels, classes } = engine.frame.points;
    expect(classes).toBe(2);
    for (const one of [0, 1]) expect([...labels].filter((label) => label === one)).toHaveLength(50);
  });
});
