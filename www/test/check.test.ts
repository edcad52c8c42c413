/** What is said of a check of all slopes. */

import { describe, expect, it } from 'vitest';
import { CHECKS } from '../i18n/check.js';
import { insideTexts } from '../i18n/inside.js';
import { faultsOf } from './chinese.js';

const say = (done: number, total: number, kinked: number, apart: number) =>
  (['en', 'zh'] as const).map((language) =>
    CHECKS[language].checked({ done, total, kinked, apart }, 'W2[3, 1]', '1.2e−11', '2.4e−11'),
  );

describe('a check of all slopes', () => {
  it('that agrees says how many really do', () => {
    const [en, zh] = say(603, 603, 0, 0);
    expect(en).toMatch(/^All 603 agree\. Nearest .* W2\[3, 1\], 1\.2e−11 .* 2\.4e−11\.$/);
    expect(zh).toMatch(/^603\s个全部一致。.*W2\[3, 1\]，相差 1\.2e−11，.*2\.4e−11。$/);
    const [kinkedEn, kinkedZh] = say(603, 603, 13, 0);
    expect(kinkedEn).toMatch(/^All 590 agree\. 13 with a kink left out\./);
    expect(kinkedZh).toMatch(/^590\s个全部一致。另有 13\s个因为有折痕，没有计入。/);
  });

  it('that does not agree says how many do not, and names the farthest off', () => {
    const [en, zh] = say(603, 603, 13, 2);
    expect(en).toMatch(/^2 of 590 do not agree\. 13 with .* Farthest off: W2\[3, 1\], /);
    expect(zh).toMatch(/^590\s个中有 2\s个不一致。.*偏离最大的是 W2\[3, 1\]，/);
    for (const words of [en, zh]) expect(words).not.toMatch(/^All|全部一致/);
  });

  it('that is on its way claims nothing of all', () => {
    const [en, zh] = say(48, 603, 3, 0);
    expect(en).toBe('48 of 603 checked, 0 do not agree. 3 with a kink left out.');
    expect(zh).toMatch(/^已检验 48 \/ 603\s个，0\s个不一致。/);
  });

  it('that met nothing but kinks says that there was nothing to compare', () => {
    const [en, zh] = say(10, 10, 10, 0);
    expect(en).toContain('all 10 have a kink');
    expect(en).not.toContain('W2');
    expect(zh).toContain('没有可比的');
  });

  it('that was stopped says why', () => {
    for (const language of ['en', 'zh'] as const) {
      const texts = insideTexts(language);
      const why = texts.engineRefuses({ code: 'lossNotFiniteBeside', epsilon: 1 });
      expect(texts.checkStopped(why)).toContain(why);
    }
  });

  it('is told in Chinese with its own punctuation', () => {
    for (const [done, kinked, apart] of [
      [603, 0, 0],
      [603, 9, 4],
      [603, 603, 0],
      [48, 2, 1],
    ] as const)
      expect(faultsOf(say(done, 603, kinked, apart)[1] as string)).toEqual([]);
    for (const agree of [true, false])
      expect(faultsOf(CHECKS.zh.noKink('1.2e−11', '2.4e−11', agree))).toEqual([]);
  });
});
