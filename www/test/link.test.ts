import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, rowsOf, type Setting, type Settings } from '../engine/settings.js';
import { CHAPTERS } from '../lesson/chapters.js';
import {
  DISPLAYS,
  formatLink as formatLinkOf,
  type Link,
  parseLink,
  searchOfOthers,
} from '../state/link.js';
import { limits, maxSteps } from './engine-in-node.js';
import table from './links.json' with { type: 'json' };

/** Links as they arrive, and what they say; the command line’s tests read the same table. */
const LINKS = table as unknown as Record<
  'followed' | 'corrected',
  [string, Partial<Settings> & { step?: number }][]
>;

const parse = (hash: string, search = '') => parseLink(hash, CHAPTERS, search);

const formatLink = (link: Link) => formatLinkOf(link, limits, CHAPTERS);
const LINK_NAMES = [...Object.keys(limits), 'changes', 'step', 'lang', 'lesson', 'display'];

/** What a link keeps as it is: text without what it takes for other signs, and without spaces at its ends. */
const any = fc
  .array(fc.constantFrom(...'Aaz09 .,&=#;%+/"<>\'学习率多少éß'), { minLength: 1 })
  .map((signs) => signs.join('').replace(/^[+\- ]+|[; ]+$/g, ''))
  .filter((text) => text !== '');
const word = fc.stringMatching(/^[a-z0-9][a-z0-9,]*$/);

const plainRun = () => ({
  settings: defaults(limits),
  step: 0,
  lesson: null,
  display: 'auto',
  corrections: [],
});

describe('the link', () => {
  it('says everything that decides a run, in a fixed order', () => {
    const settings = defaults(limits);
    const link = { settings, step: 1000, lang: 'zh', lesson: null, display: 'auto' } as const;
    expect(formatLink(link)).toBe(
      '#seed=0&points=100&classes=3&noise=0.2&hidden=100&rate=1&reg=0.001&step=1000&lang=zh',
    );
    expect(formatLink({ ...link, display: 'projector' })).toMatch(/&lang=zh&display=projector$/);
  });

  it('is empty for the defaults', () => {
    for (const empty of ['', '#', '#&&', '#/', '#?']) expect(parse(empty)).toEqual(plainRun());
  });

  it('says the usual value of what its chapter begins with otherwise', () => {
    const settings = defaults(limits);
    for (let lesson = 1; lesson <= CHAPTERS.length; lesson++) {
      const link = { settings, step: 0, lesson, display: 'auto' } as const;
      expect(parse(formatLink(link))).toEqual({ ...link, corrections: [] });
    }
  });

  it('leads back to what it was made from', () => {
    const value = (row: Setting): fc.Arbitrary<unknown> => {
      if ('words' in row) return fc.constantFrom(...row.words);
      const { min, max, whole } = row;
      return whole
        ? fc.integer({ min, max })
        : fc.double({ min, max, noNaN: true }).map((v) => v + 0);
    };
    const values = rowsOf(limits).map((row) => [row.name, value(row)]);
    const settings = fc.record(Object.fromEntries(values)) as unknown as fc.Arbitrary<Settings>;
    const link = fc.record({
      settings,
      step: fc.integer({ min: 0, max: maxSteps }),
      lang: fc.constantFrom('en', 'zh'),
      lesson: fc.option(fc.integer({ min: 1, max: CHAPTERS.length })),
      display: fc.constantFrom(...DISPLAYS),
    });
    fc.assert(
      fc.property(link, (given) => {
        expect(parse(formatLink(given))).toEqual({ ...given, corrections: [] });
      }),
    );
  });

  it.each(rowsOf(limits))(
    'says $name in its own words, and is corrected to what is allowed',
    (row) => {
      const others = 'words' in row ? row.words.slice(1) : [row.min, row.max];
      for (const value of [row.default, ...others]) {
        const settings = { ...defaults(limits), [row.name]: value };
        const link = formatLink({ settings, step: 0, lesson: null });
        const said = row.always || value !== row.default;
        expect(new URLSearchParams(link.slice(1)).get(row.name)).toBe(said ? String(value) : null);
        expect(parse(link)).toEqual({ ...plainRun(), settings });
      }
      const beyond = 'words' in row ? 'nonsense' : String(2 * row.max + 1);
      const { settings, corrections } = parse(`#${row.name}=${beyond}`);
      expect(settings[row.name]).toBe('words' in row ? row.default : row.max);
      expect(corrections).toHaveLength(1);
    },
  );

  it.each([
    ['points=1', 'points', 2],
    ['points=1001', 'points', 1000],
    ['points=99999999999999999999', 'points', 1000],
    ['points=7.5', 'points', 8],
    ['classes=-3', 'classes', 2],
    ['noise=1e9', 'noise', 1],
    ['hidden=', 'hidden', 100],
    ['hidden=many', 'hidden', 100],
    ['hidden=0x10', 'hidden', 100],
    ['rate=NaN', 'rate', 1],
    ['rate=Infinity', 'rate', 1],
    ['rate=0', 'rate', 0.000001],
    ['reg=-0.5', 'reg', 0],
    ['seed=4294967296', 'seed', 4294967295],
    ['seed=%F0%9F%8C%80', 'seed', 0],
  ] as const)('%s is corrected, and told', (hash, name, used) => {
    const { settings, corrections } = parse(`#${hash}`);
    expect(settings).toEqual({ ...defaults(limits), [name]: used });
    expect(corrections).toEqual([
      {
        kind: 'value',
        name,
        given: decodeURIComponent(hash.split('=')[1] ?? ''),
        used: String(used),
      },
    ]);
  });

  it('corrects the step and the language as well', () => {
    expect(parse('#step=2000000').step).toBe(maxSteps);
    const { lang, corrections } = parse('#lang=fr');
    expect(lang).toBeUndefined();
    expect(corrections).toEqual([{ kind: 'value', name: 'lang', given: 'fr', used: '' }]);
    expect(parse('#display=huge')).toMatchObject({
      display: 'auto',
      corrections: [{ kind: 'value', name: 'display', given: 'huge', used: '' }],
    });
  });

  it('takes the ReLU away, and names no default', () => {
    expect(parse('#activation=none').settings.activation).toBe('none');
    expect(parse('#Activation= ＮＯＮＥ').settings.activation).toBe('none');
    expect(parse('#activation=relu').settings).toEqual(defaults(limits));
    expect(parse('#activation=tanh')).toMatchObject({
      settings: defaults(limits),
      corrections: [{ kind: 'value', name: 'activation', given: 'tanh', used: '' }],
    });
    const without = { ...parse('#'), settings: parse('#activation=none').settings };
    expect(formatLink(without)).toContain('&reg=0.001&activation=none&step=0');
    expect(formatLink(parse('#'))).not.toContain('activation');
  });

  it('opens the lesson, and corrects a chapter that there is not', () => {
    expect(parse('#lesson=0').lesson).toBeNull();
    expect(parse('#lesson=3').lesson).toBe(3);
    expect(parse('#lesson=99')).toMatchObject({
      lesson: CHAPTERS.length,
      corrections: [{ kind: 'value', name: 'lesson', given: '99', used: String(CHAPTERS.length) }],
    });
    expect(parse('#lesson=-1').lesson).toBeNull();
    expect(parse('#lesson=one').corrections).toEqual([
      { kind: 'value', name: 'lesson', given: 'one', used: '0' },
    ]);
  });

  it('leaves to the chapter what it does not say itself', () => {
    const relu = CHAPTERS.findIndex(({ id }) => id === 'relu') + 1;
    expect(parse(`#lesson=${relu}`)).toMatchObject({ settings: { hidden: 3 }, step: 1000 });
    expect(parse(`#lesson=${relu}&hidden=50&step=7`)).toMatchObject({
      settings: { hidden: 50 },
      step: 7,
    });
  });

  it('reads numbers however they are written, and takes no offence at strangers', () => {
    expect(parse('#rate=5e-1&reg=.01&noise=+0.5&hidden=016&utm=x')).toMatchObject({
      settings: { rate: 0.5, reg: 0.01, noise: 0.5, hidden: 16 },
      corrections: [],
    });
  });

  it.each([...LINKS.followed, ...LINKS.corrected])('%s leads to %o', (link, says) => {
    const { settings, step } = parse(link);
    const { step: said = 0, ...others } = says;
    expect(step).toBe(said);
    expect(settings).toEqual({ ...defaults(limits), ...others });
  });

  it.each(LINKS.followed)('%s is followed to the letter', (link, { step = 0, ...others }) => {
    const settings = { ...defaults(limits), ...others };
    expect(parse(link)).toEqual({ ...plainRun(), settings, step });
  });

  it('asks back where a number may be read in two ways', () => {
    expect(parse('#rate=1,000&hidden=12.500')).toEqual({
      ...plainRun(),
      corrections: [
        { kind: 'unclear', name: 'hidden', given: '12.500', readings: [12.5, 12500], used: '100' },
        { kind: 'unclear', name: 'rate', given: '1,000', readings: [1, 1000], used: '1' },
      ],
    });
    expect(parse('#step=1,000')).toEqual({ ...plainRun(), step: 1000 });
  });

  it.each([
    ['steps=20', 'step'],
    ['setp=20', 'step'],
    ['Seeds=3', 'seed'],
    ['learning_rate=0.5', 'rate'],
    ['class=4', 'classes'],
    ['regularization=0', 'reg'],
    ['language=zh', 'lang'],
    ['iterations=20', null],
    ['x=1', null],
    ['再来=1', null],
  ])('%s is not known, and told with the name that was meant', (hash, meant) => {
    const [name, given] = hash.split('=');
    const told = [{ kind: 'name', name, given, meant }];
    // What is like no name of ours may be one of a newer version, and is kept.
    const kept = meant ? {} : { later: { pieces: `&${encodeURI(hash)}`, changes: '' } };
    expect(parse(`#${hash}`)).toEqual({ ...plainRun(), ...kept, corrections: told });
    expect(parse(`#${encodeURI(hash)}`)).toEqual({ ...plainRun(), ...kept, corrections: told });
  });

  it('says what a teacher sets, and what is handed in, in any signs', () => {
    const texts = fc.record(
      { hide: word, lock: word, stop: word, chapters: word, ask: any, handin: any, answer: any },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(texts, (task) => {
        const said = Object.keys(task).length > 0 ? { task } : {};
        const link = { ...plainRun(), ...said } as const;
        expect(parse(formatLink(link as unknown as Link))).toEqual(link);
        // What was given for points may be nothing of the kind.
        const odd = { ...link, own: '1,"<b>&lt;#%20' } as unknown as Link;
        expect(formatLink(odd)).toContain('&own=1,"<b>%26lt;%23%2520&');
      }),
    );
    expect(
      formatLink({ ...plainRun(), task: { hide: 'rate,seed', ask: 'Why & how?' } } as Link),
    ).toMatch(/&step=0&hide=rate,seed&ask=Why%20%26%20how%3F$/);
  });

  it('tells that a name stands there twice, and takes the first', () => {
    expect(parse('#seed=1&SEED=2')).toEqual({
      ...plainRun(),
      settings: { ...defaults(limits), seed: 1 },
      corrections: [{ kind: 'again', name: 'seed', given: '2' }],
    });
  });

  it('reads the query where the hash says nothing, and leaves what is not ours', () => {
    expect(parse('', '?seed=3&step=20&id=7')).toMatchObject({
      settings: { seed: 3 },
      step: 20,
      corrections: [],
    });
    expect(parse('#seed=4', '?SEED=3&step=20&steps=9')).toMatchObject({
      settings: { seed: 4 },
      step: 20,
      corrections: [],
    });
    expect(parse('', '?steps=9').corrections).toEqual([
      { kind: 'name', name: 'steps', given: '9', meant: 'step' },
    ]);
    expect(searchOfOthers('?seed=3&id=7&STEP=1')).toBe('?id=7');
    expect(searchOfOthers('?seed=3')).toBe('');
    expect(searchOfOthers('?id=7&q=')).toBe('?id=7&q=');
  });

  it('quotes a long text in short', () => {
    const [correction] = parse(`#seed=${'9x'.repeat(1000)}`).corrections;
    expect(correction?.given.length).toBeLessThan(50);
  });

  it('loses nothing silently: whatever stands in it is followed or told', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdegilmnoprstxy'),
      minLength: 1,
      maxLength: 12,
    });
    const spaces = fc.constantFrom('', ' ', '\u3000', '%20');
    const name = fc.oneof(word, fc.constantFrom(...LINK_NAMES, 'steps', 'SEED', 'Rate'));
    const value = fc.oneof(fc.integer({ min: 2, max: 6 }).map(String), word);
    fc.assert(
      fc.property(fc.tuple(name, spaces, value), ([name, space, value]) => {
        const link = parse(`#${name}${space}=${space}${value}`);
        const { corrections, ...rest } = link;
        const own = name.toLowerCase();
        const said: Record<string, unknown> = { ...rest, ...rest.settings };
        const ignored = /^(utm|spm|from)$|clk?id$/.test(name);
        const followed = LINK_NAMES.includes(own) && String(said[own]) === value;
        expect(followed || ignored || corrections.length === 1).toBe(true);
      }),
    );
  });

  it('survives any text at all', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'&;=%#?+ seed12，＝\u{1f300}') }),
    );
    fc.assert(
      fc.property(texts, texts, (hash, search) => {
        parse(`#${hash}`, search);
        searchOfOthers(`?${search}`);
      }),
    );
  });

  it('reads a link of a hundred kilobytes without effort', () => {
    for (const piece of [' ', ';', '&', '%41', ';a', 'a', '1', ',000', '=', '#'])
      expect(parse(`#seed=3${piece.repeat(100_000 / piece.length)}`).step).toBe(0);
  });

  it('never yields what is not allowed, whatever stands in it', () => {
    const junk = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
    const hash = fc.array(fc.tuple(fc.constantFrom(...LINK_NAMES), junk));
    fc.assert(
      fc.property(hash, (pairs) => {
        const { settings, step } = parse(
          `#${pairs.map(([name, text]) => `${name}=${text}`).join('&')}`,
        );
        for (const row of rowsOf(limits)) {
          const value = Number(settings[row.name]);
          if ('words' in row) expect(row.words).toContain(settings[row.name]);
          else {
            expect(value).toBeGreaterThanOrEqual(row.min);
            expect(value).toBeLessThanOrEqual(row.max);
            if (row.whole) expect(value % 1).toBe(0);
          }
        }
        expect(Number.isInteger(step) && step >= 0 && step <= maxSteps).toBe(true);
      }),
    );
  });
});
