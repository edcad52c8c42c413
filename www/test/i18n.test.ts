import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDES } from '../i18n/guide.js';
import { dictionary, preferredLanguage } from '../i18n/index.js';

const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const keys = [...html.matchAll(/data-(?:text|label)="(\w+)"/g)].map(([, key]) => key as string);

describe('the dictionaries', () => {
  it('hold every text that the page asks for', () => {
    expect(keys.length).toBeGreaterThan(20);
    for (const language of ['en', 'zh'] as const) {
      const texts: Record<string, unknown> = dictionary(language);
      for (const key of keys) expect(texts[key], `${language}: ${key}`).toEqual(expect.any(String));
    }
  });

  it('say the Chinese sentences in Chinese, with Chinese punctuation', () => {
    const texts = [...Object.values(dictionary('zh')), ...Object.values(GUIDES.zh)];
    const sentences = texts.filter((text) => typeof text === 'string');
    for (const sentence of sentences.filter((text) => /[\u4e00-\u9fff]/.test(text))) {
      expect(sentence).not.toMatch(/[\u4e00-\u9fff][,;:!?]/);
    }
  });

  it('are chosen by what the browser prefers', () => {
    expect(preferredLanguage(['zh-TW', 'en'])).toBe('zh');
    expect(preferredLanguage(['fr', 'en-GB', 'zh'])).toBe('en');
    expect(preferredLanguage(['fr'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});
