import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keysIn, writeInto } from '../../scripts/first-paint/markup.js';
import { BOXED, formOf, hasSlider } from '../controls/slider-form.js';
import { rowsOf, type Setting, tableOf } from '../engine/settings.js';
import { dictionary } from '../i18n/index.js';
import { DISPLAYS, SPEEDS } from '../state/store.js';
import { limits } from './engine-in-node.js';

const source = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const page = writeInto(source, dictionary('en'), limits);

describe('the page before any script', () => {
  it('holds every text that it asks for', () => {
    expect(keysIn(page).length).toBeGreaterThan(30);
    for (const [, key, text] of page.matchAll(/data-text="(\w+)"[^>]*>([^<]*)</g))
      expect(text, key).not.toBe('');
    for (const [tag] of page.matchAll(/<[^>]*data-label[^>]*>/g))
      expect(tag).toMatch(/aria-label="./);
  });

  it('holds every slider with its limits and its default, from the engine', () => {
    for (const row of rowsOf(limits).filter(hasSlider)) {
      const { min, max, step, numberOf } = formOf(row);
      const number = numberOf(row.default);
      const range = `id="${row.name}" type="range" min="${min}" max="${max}" step="${step}" value="${number}"`;
      expect(page.split(range), row.name).toHaveLength(2);
    }
    expect(page).toContain(`id="seed" value="${limits.seed.default}"`);
  });

  it('holds a box for each choice of two words, and a mark where a change begins a new run', () => {
    const begins = / aria-description="starts the run anew at step\s0"/;
    // What is neither a number nor one of two words has its place in the panel of the points, and so have some numbers.
    const isPlaced = (row: Setting) =>
      !BOXED.some((name) => name === row.name) && !('words' in row && row.words.length > 2);
    for (const row of rowsOf(limits).filter(isPlaced)) {
      const tag = [...page.matchAll(/<input[^>]*>/g)]
        .map(([found]) => found)
        .find((found) =>
          found.includes('words' in row ? `data-choice="${row.name}"` : ` id="${row.name}"`),
        );
      expect(tag, row.name).toBeDefined();
      if ('words' in row) expect(tag).toContain(` id="${row.words[0]}" type="checkbox"`);
      if (row.name !== 'seed') expect(begins.test(tag ?? '')).toBe(row.stage !== 'nothing');
    }
  });

  it('finds a place for a setting that it does not name', () => {
    const { rate, noise, activation } = limits;
    const unnamed = tableOf([
      ...rowsOf(limits).filter(({ name }) => name !== 'noise'),
      { ...noise, name: 'momentum' as never, stage: 'nothing' },
      { ...noise, name: 'blur' as never },
    ]);
    const texts = { ...dictionary('en'), momentum: 'Momentum', blur: 'Blur' };
    const html = '<div data-stages="nothing"></div><hr><div data-stages="data"></div>';
    const placed = `${html}<div data-slider="rate"></div>`;
    const [first = '', second = ''] = writeInto(placed, texts, unnamed).split('<hr>');
    expect(first.match(/data-slider="\w+"/g)).toEqual([
      'data-slider="reg"',
      'data-slider="momentum"',
    ]);
    expect(second).toContain('<span data-text="blur">Blur</span>');
    expect(second.split('data-slider="rate"')).toHaveLength(2);
    expect([rate.stage, activation.stage]).toEqual(['nothing', 'model']);
  });

  it('offers every speed and every display', () => {
    for (const choice of [...SPEEDS, ...DISPLAYS])
      expect(page).toContain(`<option value="${choice}"`);
  });

  it('has nothing that could be pressed', () => {
    for (const [tag] of page.matchAll(/<(?:button|input|select)\b[^>]*>/g))
      expect(tag).toMatch(/^<\w+ disabled/);
  });

  it('escapes what a text may hold', () => {
    const texts = { ...dictionary('en'), title: 'a < b & "c"' };
    expect(writeInto(source, texts, limits)).toContain('a &lt; b &amp; &quot;c&quot;');
  });

  it('stops the build where a text is missing', () => {
    const unknown = '<p data-text="nowhere"></p>';
    expect(() => writeInto(unknown, dictionary('en'), limits)).toThrow('nowhere');
  });
});
