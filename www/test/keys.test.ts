/** The keys that work are the keys that the page names: in the hint under the controls, and on the buttons that do the same. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KEYS as CHART_KEYS } from '../chart/scrubber.js';
import { KEYS } from '../controls/keys.js';
import { GUIDES } from '../i18n/guide.js';
import { dictionary } from '../i18n/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a teacher calls each. */
const NAMES: Record<(typeof KEYS)[number], RegExp> = {
  ' ': /Space|空格键/,
  ArrowRight: /→/,
  p: /\bP\b(?!age)/,
  r: /\bR\b/,
  d: /\bD\b/,
  PageDown: /Page Down/,
  PageUp: /Page Up/,
};

/** The keys that a text names, in its words. */
const inText = /Space|空格键|[←↑→↓]|Page Down|Page Up|Esc|Enter|Home|End|\b[A-Z]\b/g;

describe('the hint', () => {
  it.each(['en', 'zh'] as const)('names every key, and none that does nothing (%s)', (lang) => {
    const { keys } = dictionary(lang);
    for (const key of KEYS) expect(keys).toMatch(NAMES[key]);
    const named = new Set(keys.match(inText));
    expect(named.size).toBe(KEYS.length);
  });
});

describe('the chart’s explanation', () => {
  it.each(['en', 'zh'] as const)('names every key of the chart (%s)', (lang) => {
    const { read } = GUIDES[lang];
    const arrows = /arrow keys|方向键/;
    for (const key of Object.keys(CHART_KEYS))
      expect(read).toMatch(
        key.startsWith('Arrow') ? arrows : new RegExp(key.replace('Page', 'Page ')),
      );
    expect(read).toContain('Shift');
  });
});

describe('buttons', () => {
  const texts = [
    readFileSync(join(root, 'index.html'), 'utf8'),
    ...readdirSync(join(root, 'www'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('test'))
      .map((file) => readFileSync(join(root, 'www', file), 'utf8')),
  ].join('\n');

  it('say the key that does the same', () => {
    const said = [...texts.matchAll(/aria-keyshortcuts="([^"]+)"/g)].map(([, key = '']) => key);
    // P has its button in the look inside.
    const ofPage = KEYS.filter((key) => key !== 'p').map((key) => (key === ' ' ? 'Space' : key));
    const expected = [...ofPage, 'Control+Y', 'Control+Z'];
    expect(said.map((key) => (key.length === 1 ? key.toLowerCase() : key)).sort()).toEqual(
      [...expected].sort(),
    );
  });
});
