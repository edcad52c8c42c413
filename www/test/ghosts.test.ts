/** Runs that were left: the places of their letters in the chart, which letter each has, and whose name is whose. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Plot } from '../chart/plot.js';
import { GhostLetters } from '../chart-tools/ghost-letters.js';
import { GhostNames } from '../chart-tools/ghost-names.js';
import { type Anchor, crosses, lineTo, overlap, placesFor } from '../chart-tools/ghost-places.js';
import { GhostDrawing } from '../chart-tools/ghosts.js';
import { CLASSIFIERS, type Ghost } from '../engine/frame.js';
import type { Settings } from '../engine/settings.js';

const AREA: Box = { left: 50, right: 900, top: 10, bottom: 100 };
const SIZE = 13;
const free = () => true;

/** The ends of both curves of eight runs, anywhere in the chart, and the widths of letters and names. */
const anchors: fc.Arbitrary<Anchor[]> = fc.array(
  fc.record({
    x: fc.integer({ min: AREA.left, max: AREA.right }),
    y: fc.integer({ min: AREA.top, max: AREA.bottom }),
    wide: fc.constantFrom(9, 30, 120),
  }),
  { maxLength: 16 },
);

describe('letters at the ends of curves', () => {
  it('all have a place, in the chart, and none lies over another or over what was there', () => {
    const there = { left: 700, right: 890, top: 20, bottom: 40 };
    fc.assert(
      fc.property(anchors, (all) => {
        const places = placesFor(all, AREA, SIZE, [there], free);
        const boxes = [there, ...places.filter((place) => place !== null)];
        expect(boxes).toHaveLength(all.length + 1);
        boxes.forEach((box, i) => {
          expect(box.left).toBeGreaterThanOrEqual(AREA.left);
          expect(box.right).toBeLessThanOrEqual(AREA.right);
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('avoid a curve where there is room near, and lie on it where there is none', () => {
    const end = { x: 400, y: 50, wide: 9 };
    const line = (box: Box) => box.bottom < 49 || box.top > 51;
    const [beside] = placesFor([end], AREA, SIZE, [], line);
    expect(beside && line(beside)).toBe(true);
    const [over] = placesFor([end], AREA, SIZE, [], () => false);
    expect(over?.left).toBeCloseTo(400 + 0.4 * SIZE, 6);
  });
});

const ghost = (hidden: number, changes = '', end = 100) =>
  ({ id: 1, beginning: { hidden } as Settings, changes, end }) as Ghost;

describe('the letter of a run', () => {
  it('stays as long as the run is there, and is given again after it', () => {
    const letters = new GhostLetters();
    const [a, b, c] = [ghost(2), ghost(3), ghost(4)];
    letters.meet([a, b]);
    letters.meet([b, c]);
    expect([b, c].map((each) => letters.of(each))).toEqual(['B', 'A']);
  });
});

describe('the words at the ends of curves', () => {
  const nothing = () => {};
  const run = { ...ghost(2), end: 100 } as Ghost;
  /** A chart in which a run ends at x = 400, close over the axis. */
  const plot = {
    ghosts: [run],
    area: AREA,
    size: SIZE,
    scale: 1,
    width: 920,
    height: 140,
    steps: { min: 0, max: (100 * (AREA.right - AREA.left)) / (400 - AREA.left) },
    losses: { min: 0, max: 0.6 },
    chancePlace: { left: 700, right: 890, top: 20, bottom: 40 },
    theme: { curves: {}, stroke: 1 },
  } as unknown as Plot;

  function onto(words: number[]): CanvasRenderingContext2D {
    const context = {
      measureText: (text: string) => ({ width: 8 * text.length }),
      fillText: (_: string, __: number, y: number) => words.push(y),
    };
    const others = 'save restore beginPath arc fill stroke moveTo lineTo strokeText'.split(' ');
    const silent = Object.fromEntries(others.map((name) => [name, nothing]));
    return { ...context, ...silent } as unknown as CanvasRenderingContext2D;
  }

  const told = (at: string, crossOwn: () => void = nothing) => ({
    letterOf: () => 'A',
    labelOf: () => 'two',
    lit: null,
    curvesOf: () =>
      CLASSIFIERS.map((classifier) => ({
        classifier,
        draw: nothing,
        cross: nothing,
        at: () => ({ step: 100, value: 0.02 }),
      })),
    crossOwn,
    at,
  });

  it('stand over the marks that stand on the axis', () => {
    const words: number[] = [];
    new GhostDrawing().draw(onto(words), plot, told('1'));
    expect(words).toHaveLength(2);
    // The longest mark is 1.2 of the text's size, and letters are half as high as a line on either side of their middle.
    for (const y of words) expect(y + 0.5 * SIZE).toBeLessThan(AREA.bottom - 1.2 * SIZE);
  });

  it('stay where they are while the run moves on the same axes, and find their place when it stands', () => {
    const drawing = new GhostDrawing();
    let searched = 0;
    const search = () => {
      searched += 1;
    };
    const words: number[] = [];
    for (const at of ['', '', '']) drawing.draw(onto(words), { ...plot }, told(at, search));
    expect([searched, words.length]).toEqual([1, 6]);
    const other = { ...plot, area: { ...AREA } };
    drawing.draw(onto(words), other, told('', search));
    drawing.draw(onto(words), other, told('100', search));
    expect(searched).toBe(3);
  });

  it('and the lines that lead to them leave no room for other words there', () => {
    const drawing = new GhostDrawing();
    const words: number[] = [];
    const context = onto(words);
    drawing.draw(context, plot, told('1'));
    const isFree = drawing.roomIn(context, plot, told('1'));
    for (const y of words)
      expect(isFree({ left: 330, right: 470, top: y - 2, bottom: y + 2 })).toBe(false);
    expect(isFree({ left: 700, right: 890, top: 20, bottom: 40 })).toBe(true);
  });

  it('have lines that run around other words', () => {
    const there = { left: 300, right: 395, top: 30, bottom: 45 };
    const end = { x: 400, y: 50, wide: 30 };
    const isFree = (box: Box) => box.bottom < 30;
    const [place] = placesFor([end], AREA, SIZE, [there], isFree);
    const line = place && lineTo(end, place, SIZE);
    expect(line).toBeTruthy();
    expect(line && crosses(line, there)).toBe(false);
    expect(crosses([400, 50, 310, 20], there)).toBe(true);
  });
});

describe('the name of a run', () => {
  it('goes with the run, whatever its number and however far it has gone on', () => {
    const names = new GhostNames();
    names.give(ghost(2), '  two ');
    expect(names.of({ ...ghost(2), id: 7, end: 250 } as Ghost)).toBe('two');
    expect(names.of(ghost(3))).toBeNull();
    expect(names.of(ghost(2, '50:rate=2'))).toBeNull();
    names.give(ghost(2), ' ');
    expect(names.of(ghost(2))).toBeNull();
  });

  it('is not that of a run in a lesson', () => {
    const names = new GhostNames();
    names.give(ghost(2), 'mine');
    names.chapter = 3;
    expect(names.of(ghost(2))).toBeNull();
    names.give(ghost(2), 'of the chapter');
    names.chapter = null;
    expect(names.of(ghost(2))).toBe('mine');
  });
});
