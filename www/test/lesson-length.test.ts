/** Whether a chapter with its answer open fits into its column, which is read from the back row without scrolling. */

import { describe, expect, it } from 'vitest';
import { type FormulaId, SOURCES, type Source } from '../formulas/source.js';
import { LESSONS } from '../i18n/lesson.js';
import { CHAPTERS, type Chapter } from '../lesson/chapters.js';
import { plain } from '../lesson/prose.js';

/** The column: Latin letters in a line, and lines of the body's text. Chinese characters are twice as wide. */
const WIDTH = 52;
const LINES = 27;
/** A line of code is smaller than one of text. */
const CODE = 0.8;

/** Lines of a text of so many letters a line; Chinese may be broken anywhere, English between words. */
function linesOf(text: string, width: number): number {
  const pieces = text.match(/[\u3000-\uffef]|[^\s\u3000-\uffef]+\s*|\s/g) ?? [];
  let [lines, used] = [1, 0];
  for (const piece of pieces) {
    const size = [...piece.trimEnd()].reduce((sum, c) => sum + (c > '\u2fff' ? 2 : 1), 0);
    if (used + size > width) [lines, used] = [lines + 1, 0];
    used += size + (piece.length - piece.trimEnd().length);
  }
  return lines;
}

function codeLines(code: string, width: number): number {
  if (code === '') return 0;
  return code.split('\n').reduce((sum, line) => sum + linesOf(line, width), 0);
}

/** A row with a fraction or something beneath its letters is two lines high. */
function formulaLines(tex: string): number {
  if (tex === '') return 0;
  const rows = tex.split('\\\\');
  const heights = rows.map((row) => (/\\(frac|underset|sum)/.test(row) ? 2.2 : 1.4));
  return heights.reduce((sum, height) => sum + height, 0);
}

function heightOf(id: FormulaId): number {
  const { tex, code, beside } = SOURCES[id] as Source;
  const listing =
    beside === undefined
      ? codeLines(code, WIDTH)
      : 1 + Math.max(codeLines(code, WIDTH / 2 - 2), codeLines(beside, WIDTH / 2 - 2));
  return 0.4 + formulaLines(tex) + CODE * listing + (code === '' ? 1 : 0);
}

function height({ id, formulas, more, asks }: Chapter, language: 'en' | 'zh'): number {
  const texts = LESSONS[language];
  const { title, text, question, answer } = texts.chapters[id];
  const paragraphs = [text, texts.asks[asks], question, texts.show, answer];
  const written = paragraphs.reduce((sum, words) => sum + linesOf(plain(words), WIDTH), 0);
  const heading = 1.3 * linesOf(`16. ${title}`, WIDTH / 1.3);
  const shown = formulas.reduce((sum, formula) => sum + heightOf(formula), 0);
  // The fold of further formulas, and the space around headings.
  return heading + written + shown + (more ? 1.5 : 0) + 1;
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it.each(CHAPTERS)('chapter $id fits into its column', (chapter) => {
    expect(height(chapter, language)).toBeLessThanOrEqual(LINES);
  });
});
