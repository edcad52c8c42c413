/** Walks the table of the tutorial: all of it stands where the table says. */

import { describe, expect, it } from 'vitest';
import { defaults } from '../engine/settings.js';
import { type FormulaId, SOURCES } from '../formulas/source.js';
import { LESSONS } from '../i18n/lesson.js';
import { CHAPTERS, type ChapterId } from '../lesson/chapters.js';
import { plain } from '../lesson/prose.js';
import {
  TUTORIAL_CODE,
  TUTORIAL_DRAWINGS,
  TUTORIAL_FORMULAS,
  TUTORIAL_WORDS,
} from '../lesson/tutorial.js';
import { engine, limits } from './engine-in-node.js';

/** TeX without what only spaces, groups or embolds. */
function bare(tex: string): string {
  return tex
    .replace(/\\mathbf\{(\w+)\}/g, '$1')
    .replace(/\\(,|;|quad|qquad|left|right)(?![a-z])/g, '')
    .replace(/[\s&]/g, '');
}

const withoutShape = (line: string) => line.replace(/ #.*/, '');

function chapter(id: ChapterId) {
  const found = CHAPTERS.find((chapter) => chapter.id === id);
  if (!found) throw new Error(`there is no chapter ${id}`);
  return found;
}

function expectThere(at: { chapter: ChapterId; in: 'formulas' | 'more'; formula: FormulaId }) {
  expect(chapter(at.chapter)[at.in] ?? []).toContain(at.formula);
}

describe('of the tutorial', () => {
  it.each(TUTORIAL_FORMULAS)('the formula stands in the lesson: $about', ({ parts, at }) => {
    expectThere(at);
    for (const part of parts) expect(bare(SOURCES[at.formula].tex)).toContain(bare(part));
  });

  it.each(TUTORIAL_CODE)('every line of code stands in the lesson: $about', ({ code, at }) => {
    expectThere(at);
    const shown = SOURCES[at.formula].code.split('\n');
    const lines = code.trim().split('\n');
    expect(shown.map(withoutShape)).toEqual(lines.map(withoutShape));
    for (const [i, line] of lines.entries()) if (line.includes('#')) expect(shown[i]).toBe(line);
  });

  it.each(TUTORIAL_DRAWINGS)('the drawing has a place: $about', ({ at }) => {
    const [, formula] = /data-formula=(\w+)/.exec(at.selector) ?? [];
    const { formulas, more = [], view } = chapter(at.chapter);
    if (formula) expect([...formulas, ...more]).toContain(formula);
    if (at.selector.includes('#inside')) expect(view.inside ?? null).not.toBeNull();
    if (at.selector === '#chart') expect(view.inside ?? null).toBeNull();
  });

  it.each(TUTORIAL_WORDS)('the word stands in the lesson: $words.en', ({ words, at }) => {
    for (const language of ['en', 'zh'] as const)
      expect(plain(LESSONS[language].chapters[at.chapter][at.in])).toContain(words[language]);
  });

  it.each([
    ['linear', 'linearPrints', 'linearAccuracy'],
    ['network', 'networkPrints', 'networkAccuracy'],
  ] as const)(
    'what the script prints for the %s one is what the engine computes',
    (of, prints, accuracy) => {
      engine.start(defaults(limits));
      const printed = SOURCES[prints].code.matchAll(/iteration (\d+): loss ([\d.]+)/g);
      let last = 0;
      for (const [, iteration, loss] of printed) {
        engine.advance(Number(iteration) - last);
        last = Number(iteration);
        expect(engine.frame[of].loss.toFixed(6)).toBe(loss);
      }
      engine.advance((of === 'linear' ? 1000 : 10_000) - last);
      const line = `training accuracy: ${engine.frame[of].accuracy.toFixed(2)}`;
      expect(SOURCES[accuracy].code.split('\n').at(-1)).toBe(line);
    },
  );
});
