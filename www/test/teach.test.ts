import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { planOf } from '../class/plan.js';
import { SHARE } from '../i18n/share.js';
import { TEACH } from '../i18n/teach.js';
import { LESSON_IDS, type LessonId } from '../i18n/teach-texts.js';
import { OPENINGS } from '../lesson/openings.js';
import { formatLink, parseLink } from '../state/link.js';
import { CHOSEN, MEASURED } from '../teach/facts.js';
import { linkOf, READY } from '../teach/lessons.js';
import { teachingIn } from '../teach/markdown.js';
import { engine, limits, maxSteps, parametersOf } from './engine-in-node.js';

vi.setConfig({ testTimeout: 60_000 });

const LANGUAGES = ['en', 'zh'] as const;
type Lang = (typeof LANGUAGES)[number];

const RUNS = READY.flatMap(({ id, runs }) =>
  runs.flatMap((run) => LANGUAGES.map((lang) => ({ id, run, lang, name: `${id} ${run.id}` }))),
);

const texts = (lang: Lang, id: LessonId) => TEACH[lang].lessons[id];
const linked = (id: LessonId, of: string) => {
  const run = READY.find((lesson) => lesson.id === id)?.runs.find((each) => each.id === of);
  if (!run) throw new Error(`there is no run ${of}`);
  return parseLink(linkOf(run, id, TEACH.en, 'en'), OPENINGS);
};

/** All that a lesson says, in one string. */
const said = (lang: Lang, id: LessonId) => JSON.stringify(texts(lang, id));
const holds = (text: string, number: string) =>
  text.split(/[^\d.−]+/).some((word) => word.replace(/\.$/, '') === number);

describe('the links of the ready lessons', () => {
  it.each(RUNS)('$name ($lang) says nothing that has to be put right', ({ id, run, lang }) => {
    const link = parseLink(linkOf(run, id, TEACH[lang], lang), OPENINGS);
    expect(link.corrections).toEqual([]);
    expect(link.lang).toBe(lang);
    const plan = planOf(link.task ?? {}, limits, { step: maxSteps, chapter: OPENINGS.length });
    expect(plan.corrections).toEqual([]);
    const asked = texts(lang, id).runs[run.id]?.ask ?? '';
    expect(plan.question).toBe(asked.replaceAll('\u00a0', ' '));
    if (link.lesson) expect(plan.chapters).toEqual([link.lesson]);
    // The page writes it into the address as long as it is followed, for a QR code too.
    expect(formatLink(link, limits, OPENINGS).length).toBeLessThan(2000);
  });

  it.each(LANGUAGES)(
    'are numbered as the plan speaks of them, and all have a name (%s)',
    (lang) => {
      for (const { id, runs } of READY) {
        expect(Object.keys(texts(lang, id).runs)).toEqual(runs.map((run) => run.id));
        const numbers = [...said(lang, id).matchAll(/(?:[Ll]inks?|链接)\s(\d)/g)].map(([, n]) =>
          Number(n),
        );
        expect(Math.max(...numbers)).toBeLessThanOrEqual(runs.length);
      }
    },
  );
});

describe('the minute plans', () => {
  it.each(LANGUAGES)('fill the lesson without a gap, in four to seven lines (%s)', (lang) => {
    expect(READY.map(({ id }) => id)).toEqual(LESSON_IDS);
    for (const { id, minutes } of READY) {
      const { plan, title } = texts(lang, id);
      expect(plan.length).toBeGreaterThanOrEqual(4);
      expect(plan.length).toBeLessThanOrEqual(7);
      const ends = plan.flatMap(([span]) => span.split('–').map(Number));
      expect(ends[0]).toBe(0);
      expect(ends.at(-1)).toBe(minutes);
      for (let i = 1; i + 1 < ends.length; i += 2) expect(ends[i]).toBe(ends[i + 1]);
      expect(title).toContain(String(minutes));
    }
  });
});

describe('the numbers of the ready lessons', () => {
  it.each(MEASURED)('$lesson $run: $says is the $what of the $of at step $step', (fact) => {
    const { settings, corrections } = linked(fact.lesson, fact.run);
    expect(corrections).toEqual([]);
    engine.start({ ...settings, ...fact.settings });
    engine.advance(fact.step);
    const standing = engine.frame[fact.of];
    const reading = fact.heldOut ? standing.test : standing;
    const value = (reading?.[fact.what] ?? Number.NaN) * (fact.what === 'accuracy' ? 100 : 1);
    expect(value.toFixed(fact.says.split('.')[1]?.length)).toBe(fact.says);
    for (const lang of LANGUAGES) expect(holds(said(lang, fact.lesson), fact.says)).toBe(true);
  });

  it.each(LANGUAGES)(
    'are all accounted for: decimals, and what stands before a per cent sign (%s)',
    (lang) => {
      for (const id of LESSON_IDS) {
        const known = MEASURED.filter(({ lesson }) => lesson === id).map(({ says }) => says);
        for (const [, number] of said(lang, id).matchAll(/(\d+\.\d+|\d+(?=\s%))/g))
          expect([...known, ...CHOSEN[id]], id).toContain(number);
      }
    },
  );

  it('hold for what is said in words, too', () => {
    // All hidden units are 0 for every point.
    engine.start(linked('fortyFive', 'dead').settings);
    engine.advance(100);
    const { coordinates } = engine.frame.points;
    const w = parametersOf('network');
    const H = engine.frame.network.hidden;
    const isDead = (unit: number) => {
      for (let i = 0; i < coordinates.length; i += 2) {
        const z =
          (coordinates[i] ?? 0) * (w[unit] ?? 0) + (coordinates[i + 1] ?? 0) * (w[H + unit] ?? 0);
        if (z + (w[2 * H + unit] ?? 0) > 0) return false;
      }
      return true;
    };
    expect(Array.from({ length: H }, (_, unit) => unit).every(isDead)).toBe(true);
    // 30 points, 15 of them held out, of which 9 are right; 1500 points.
    engine.start(linked('ninety', 'few').settings);
    engine.advance(1000);
    const { heldOut } = engine.frame.points;
    expect([heldOut.length, heldOut.filter(Boolean).length]).toEqual([30, 15]);
    expect(Math.round(15 * (engine.frame.network.test?.accuracy ?? 0))).toBe(9);
    engine.start(linked('ninety', 'many').settings);
    expect(engine.frame.points.labels).toHaveLength(1500);
  });

  it('name the chapters that a phone shows without the look inside', () => {
    const plain = OPENINGS.flatMap(({ view }, i) => (view.inside ? [] : [i + 1]));
    const numbers = (lang: Lang) => TEACH[lang].rooms[2]?.text[1]?.match(/\d+/g)?.map(Number);
    for (const lang of LANGUAGES) expect(numbers(lang)).toEqual(plain);
  });
});

describe('what is read beside the code', () => {
  const file = (name: string) => new URL(`../../${name}`, import.meta.url);

  it('is what the page says: npx vitest run teach -u writes it again', async () => {
    await expect(teachingIn('en')).toMatchFileSnapshot(file('docs/teaching.md').pathname);
    await expect(teachingIn('zh')).toMatchFileSnapshot(file('docs/teaching.zh.md').pathname);
    for (const lang of LANGUAGES) expect(teachingIn(lang)).toContain(SHARE[lang].teachPart);
  });

  it('begins in the README, with the first link of each lesson', () => {
    const readme = readFileSync(file('README.md'), 'utf8');
    for (const { id, runs } of READY) {
      const [first] = runs;
      expect(readme).toContain(texts('en', id).title.replaceAll('\u00a0', ' '));
      expect(readme).toContain(`\`${first && linkOf(first, id, TEACH.en, 'en')}\``);
    }
    expect(readme).toContain('(docs/teaching.md)');
    expect(readme).toContain('(docs/teaching.zh.md)');
  });
});
