import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPORT } from '../i18n/export.js';
import { SCRIPT } from '../i18n/export-script.js';
import { preferredLanguage } from '../i18n/index.js';
import { insideTexts } from '../i18n/inside.js';
import { LESSONS } from '../i18n/lesson.js';
import { NOTICES } from '../i18n/notices.js';
import { POINTS_TABLE } from '../i18n/points-table.js';
import { TEACH } from '../i18n/teach.js';
import { MARKUP } from '../inside/markup.js';
import { plain } from '../lesson/prose.js';
import { faultsOf, sentences } from './chinese.js';

const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const keys = [...`${html}${MARKUP}`.matchAll(/data-(?:text|label)="(\w+)"/g)].map(
  ([, key]) => key as string,
);

describe('the dictionaries', () => {
  it('hold every text that the page asks for', () => {
    expect(keys.length).toBeGreaterThan(20);
    for (const language of ['en', 'zh'] as const) {
      const texts: Record<string, unknown> = insideTexts(language);
      for (const key of keys) expect(texts[key], `${language}: ${key}`).toEqual(expect.any(String));
    }
  });

  it('write Chinese with its own punctuation and one word for each thing', () => {
    for (const texts of [
      insideTexts('zh'),
      LESSONS.zh,
      NOTICES.zh,
      POINTS_TABLE.zh,
      EXPORT.zh,
      SCRIPT.zh,
      TEACH.zh,
    ]) {
      const said = sentences(texts)
        .map(plain)
        .filter((text) => /[\u4e00-\u9fff]/.test(text));
      expect(said.length).toBeGreaterThan(20);
      expect(said.flatMap(faultsOf)).toEqual([]);
    }
  });

  it('join what a link had wrong with the commas of the language', () => {
    const wrong = ['classes=99 已改为 6', 'rate=foo 无法识别'];
    expect(NOTICES.zh.linkCorrected(wrong, 0)).toMatch(
      /：classes=99\s已改为\s6；rate=foo 无法识别。$/,
    );
    expect(NOTICES.en.linkCorrected(['a', 'b'], 0)).toMatch(/: a; b\.$/);
  });

  it('tie a number to its unit in both languages', () => {
    for (const texts of [
      insideTexts('en'),
      LESSONS.en,
      NOTICES.en,
      POINTS_TABLE.en,
      EXPORT.en,
      TEACH.en,
    ]) {
      for (const text of sentences(texts)) expect(text).not.toMatch(/\d %|\bstep \d/i);
    }
    expect(insideTexts('zh').catchingUp('7')).toBe('正在训练到第\u00a07\u00a0步');
  });

  it('are chosen by what the browser prefers', () => {
    expect(preferredLanguage(['zh-TW', 'en'])).toBe('zh');
    expect(preferredLanguage(['fr', 'en-GB', 'zh'])).toBe('en');
    expect(preferredLanguage(['fr'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});
