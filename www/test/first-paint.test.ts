import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keysIn, writeInto } from '../../scripts/first-paint/markup.js';
import { formOf, type SliderName } from '../controls/slider-form.js';
import { NAMES } from '../engine/settings.js';
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
    for (const name of NAMES.filter((each) => each !== 'seed') as SliderName[]) {
      const { min, max, step, numberOf } = formOf(name, limits[name]);
      const number = numberOf(limits[name].default);
      expect(page).toContain(
        `id="${name}" type="range" min="${min}" max="${max}" step="${step}" value="${number}"`,
      );
    }
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
