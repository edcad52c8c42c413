/** What is written on the chart, and the lines that run through it: a canvas has no elements to ask, so that its strokes and words are
 * noted as they are drawn. */

import type { Page } from '@playwright/test';

interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Point = readonly [x: number, y: number];

declare global {
  interface Window {
    chartWords: Word[];
    chartLines: Point[][];
  }
}

/** Has the page note it, from its next opening on. */
export async function noteDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made = CanvasRenderingContext2D.prototype;
    const { clearRect, fillText, beginPath, moveTo, lineTo, stroke } = made;
    let path: Point[][] = [];
    const isChart = ({ canvas }: CanvasRenderingContext2D) => canvas.id === 'chart';
    window.chartWords = [];
    window.chartLines = [];
    made.clearRect = function (...given) {
      if (isChart(this)) [window.chartWords, window.chartLines] = [[], []];
      clearRect.apply(this, given);
    };
    made.fillText = function (text, x, y, most) {
      const size = Number.parseFloat(this.font);
      const wide = this.measureText(text).width;
      const left = { right: x - wide, center: x - wide / 2 }[this.textAlign as string] ?? x;
      const top = this.textBaseline === 'top' ? y : y - size / 2;
      // The axis' name is turned.
      if (isChart(this) && this.getTransform().b === 0)
        window.chartWords.push({ text, left, right: left + wide, top, bottom: top + size });
      fillText.call(this, text, x, y, most);
    };
    made.beginPath = function () {
      path = [];
      beginPath.call(this);
    };
    made.moveTo = function (x, y) {
      path.push([[x, y]]);
      moveTo.call(this, x, y);
    };
    made.lineTo = function (x, y) {
      path.at(-1)?.push([x, y]);
      lineTo.call(this, x, y);
    };
    made.stroke = function (...given: unknown[]) {
      if (isChart(this)) window.chartLines.push(...path);
      Reflect.apply(stroke, this, given);
    };
  });
}

/** The words on the chart, and which of some are struck through by a line or lie over others. */
export function wordsOnChart(
  page: Page,
  start: string,
): Promise<{ all: string[]; struck: string[] }> {
  return page.evaluate((start) => {
    const { chartWords: words, chartLines: lines } = window;
    const inside = ([x, y]: Point, { left, right, top, bottom }: Word) =>
      x > left && x < right && y > top && y < bottom;
    const isStruck = (word: Word) =>
      lines.some((line) =>
        line.some((from, i) => {
          const to = line[i + 1] ?? from;
          return Array.from({ length: 101 }, (_, k) => k / 100).some((share) =>
            inside(
              [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])],
              word,
            ),
          );
        }),
      );
    const isOver = (word: Word) =>
      words.some(
        (other) =>
          other !== word &&
          other.left < word.right &&
          word.left < other.right &&
          other.top < word.bottom &&
          word.top < other.bottom,
      );
    const asked = words.filter(({ text }) => text.startsWith(start));
    return {
      all: words.map(({ text }) => text),
      struck: asked.filter((word) => isStruck(word) || isOver(word)).map(({ text }) => text),
    };
  }, start);
}
