import { describe, expect, it } from 'vitest';
import { NOTICES } from '../i18n/notices.js';
import { CHAPTERS } from '../lesson/chapters.js';
import { linkSentence } from '../notices/corrections.js';
import { parseLink } from '../state/link.js';
import './engine-in-node.js';

const sentence = (hash: string, lang: 'en' | 'zh') =>
  linkSentence(
    parseLink(hash, CHAPTERS).corrections,
    NOTICES[lang],
    // A number is tied to its word by a space that does not break.
  ).replaceAll('\u00a0', ' ');

describe('the sentence about a link', () => {
  it('names all that was not followed, in English', () => {
    expect(sentence('#points=9999&steps=20&rate=1,000&seed=1&seed=2&lang=fr&foo', 'en')).toBe(
      'Not all of this link could be followed: steps=20 is not known (did you mean step?); ' +
        'seed=2 was left out, because seed stands there twice; foo is not known; ' +
        'points=9999 became 1000; rate=1,000 may mean 1 or 1000, so rate is 1 here; ' +
        'lang=fr is not known.',
    );
  });

  it('is Chinese with Chinese punctuation', () => {
    const all = sentence('#points=9999&steps=20&rate=1,000&seed=1&seed=2&lang=fr&foo', 'zh');
    expect(all).toBe(
      '链接里有些内容没能照办：steps=20 无法识别（是不是想写 step？）；' +
        'seed=2 没有采用，因为 seed 写了两次；foo 无法识别；points=9999 已改为 1000；' +
        'rate=1,000 可能是 1 或 1000，所以 rate 仍是 1；lang=fr 无法识别。',
    );
    expect(all).not.toMatch(/[，。：；（）] | [，。：；（）]|, |; /);
  });

  it('says how many more there are where they are many', () => {
    const many = `#${Array.from({ length: 500 }, (_, i) => `x${i}=1`).join('&')}`;
    expect(sentence(many, 'en')).toContain('; and 494 more.');
    expect(sentence(many, 'zh')).toContain('；另外还有 494 处。');
    expect(sentence(many, 'en').length).toBeLessThan(250);
  });
});
