import { csvParse, csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handInLink, lineOf } from '../class/hand-in/link.js';
import { type Entry, entryOf, type Outcome } from '../class/sheet/entry.js';
import { handInsOf } from '../class/sheet/files.js';
import { findHandIns, linksIn } from '../class/sheet/find.js';
import { keep, kept } from '../class/sheet/keeping.js';
import { csvOf, harmless, textOf } from '../class/sheet/save.js';
import { COLUMNS, sorted } from '../class/sheet/sorting.js';
import { withTexts } from '../export/png.js';
import { HAND_IN } from '../i18n/hand-in.js';
import { SHEET } from '../i18n/sheet.js';
import { OPENINGS } from '../lesson/index.js';
import { parseLink } from '../state/link.js';
import { faultsOf, sentences } from './chinese.js';
import { limits } from './engine-in-node.js';

const writing = { table: limits, chapters: OPENINGS };
const entriesIn = (text: string) => findHandIns(text).found.map((found) => entryOf(found, writing));
const told = ({ name, answer, check, link }: Entry) => [name, answer, check, link.step];

function handIn(name: string, answer: string, step = 20, check = 'AB12'): string {
  const link = handInLink(parseLink('#seed=3', OPENINGS), { name, answer, step, check }, writing);
  return `https://lab.example/page/${link}`;
}

const line = (name: string, answer: string) =>
  lineOf(HAND_IN.zh.inLine(name, answer, 20, 'AB12'), handIn(name, answer));

const ODD = 'Aé王 小"\'&=#;%2C,.+-＝！\n\t<>()＃';
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...ODD)).map((signs) => signs.join('')),
  )
  .map((text) => text.trim())
  .filter(Boolean);

describe('hand-ins are found', () => {
  it('in the lines that the page writes, whatever a student wrote', () => {
    const all = fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(all, (students) => {
        const text = students.map(([name, answer]) => line(name, answer)).join('\n');
        const wanted = students.map(([name, answer]) => [name, answer, 'AB12', 20]);
        expect(entriesIn(text).map(told)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('within other text, with what stands around them', () => {
    const [ada, bob] = [handIn('Ada', 'a, b'), handIn('Bob', '"so"')];
    const text = `Dear all,\r\n  see (${ada}), please.\r\n<p><a href="${bob.replaceAll('&', '&amp;')}">mine</a></p>\n我的是${ada}。\n`;
    expect(entriesIn(text).map(({ name }) => name)).toEqual(['Ada', 'Bob', 'Ada']);
    expect(findHandIns(text).without).toEqual(['Dear all,']);
  });

  it('by a name before the link, where that holds none', () => {
    const text = 'Ada Lovelace: https://lab/#seed=3&step=9\nhttps://lab/?seed=4&step=8';
    expect(entriesIn(text).map(told)).toEqual([
      ['Ada Lovelace', '', '', 9],
      ['', '', '', 8],
    ]);
  });

  it('nowhere in an address of something else', () => {
    expect(linksIn('https://example.com/course?lang=en#top and www.example.org/?id=3')).toEqual([]);
  });
});

describe('a table of a course system', () => {
  const moodle = [
    'Identifier,Full name,Email,Online text',
    `P1,"Lovelace, Ada",ada@school,"${line('ada', '1,5').replaceAll('"', '""')}"`,
    'P2,Bob,bob@school,',
    'P3,王小明,w@school,"<p>https://lab/#seed=1&step=4&changes=1:rate=1;2:rate=0.5</p>"',
  ].join('\r\n');

  it('is read by its columns; a name that a student wrote comes first', () => {
    expect(entriesIn(moodle).map(told)).toEqual([
      ['ada', '1,5', 'AB12', 20],
      ['王小明', '', '', 4],
    ]);
    expect(findHandIns(moodle).without).toEqual(['P2, Bob, bob@school']);
  });

  it.each([
    ['姓名;链接', '学生甲;#seed=1&step=4', '学生甲'],
    ['First name\tSurname\tlink', 'Ada\tLovelace\t#seed=1&step=4', 'Ada Lovelace'],
    ['group,student,link', 'B,Ada,"#seed=1&step=4"', 'Ada'],
    ['a,b', ',Ada,#seed=1&step=4', 'Ada'],
  ])('names whom a row is of: %s', (header, row, name) => {
    expect(entriesIn(`${header}\n${row}\n`).map((entry) => entry.name)).toEqual([name]);
  });

  it('is none where a link would be cut apart', () => {
    const text = 'Ada; here: https://lab/#seed=1&step=4&changes=1:rate=1;2:rate=0.5';
    expect(entriesIn(text)[0]?.link.changes).toBe('1:rate=1;2:rate=0.5');
  });
});

describe('a file', () => {
  const link = '#seed=3&step=7';
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  /** A picture of no pixels, with these texts. */
  function picture(texts: Record<string, string>): File {
    const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    const header = Uint8Array.of(0, 0, 0, 0, ...bytesOf('IHDR'), 0, 0, 0, 0);
    const plain = Uint8Array.from([...signature, ...header]);
    return new File([withTexts(plain, texts)], 'Lovelace_Ada.png');
  }

  const named = (name: string) => [{ link, name }];

  it('is a picture with the link in it', async () => {
    const file = picture({
      Title: 'x',
      'spiral-lab': `https://lab.example/${link}`,
      'spiral-lab-check': 'K7QF',
    });
    const found = [{ ...named('Lovelace_Ada')[0], check: 'K7QF' }];
    expect((await handInsOf(file)).found).toEqual(found);
    const [entry] = (await handInsOf(file)).found.map((each) => entryOf(each, writing));
    expect(entry?.check).toBe('K7QF');
  });

  it.each([
    picture({ Title: '#seed=3&step=7' }),
    new File(
      [
        Uint8Array.of(
          0x89,
          0x50,
          0x4e,
          0x47,
          0x0d,
          0x0a,
          0x1a,
          0x0a,
          255,
          255,
          255,
          255,
          1,
          2,
          3,
          4,
          5,
        ),
      ],
      'cut.png',
    ),
    new File([Uint8Array.of(0xff, 0xd8, 0xff, 0)], 'photo.jpg'),
    new File(['{"link": 3}'], 'a.json'),
    new File([`{"format": "spiral-lab", "link": "${link}`], 'cut.json'),
    new File([''], 'nothing.txt'),
  ])('holds no run, and that is no fault ($name)', async (file) => {
    expect((await handInsOf(file)).found).toEqual([]);
  });

  it('is JSON with a link, text, or a table', async () => {
    const json = new File([JSON.stringify({ format: 'spiral-lab', link })], 'bob.json');
    expect((await handInsOf(json)).found).toEqual([{ ...named('bob')[0], check: '' }]);
    const ofPage = (name: string) => handInsOf(new File([link], name));
    expect((await ofPage('spiral-lab (2).txt')).found).toEqual(named(''));
    expect((await ofPage('Ada_7_spiral-lab.txt')).found).toEqual(named('Ada_7'));
    const table = new File([`\ufeffname,link\nAda,${link}\nBob,${link}\n`], 'all.csv');
    expect((await handInsOf(table)).found).toEqual([...named('Ada'), ...named('Bob')]);
  });
});

/** An entry that was repeated, or waits. */
function repeated(name: string, answer = '', outcome: Partial<Outcome> | null = {}): Entry {
  const [entry] = entriesIn(handIn(name, answer)) as [Entry];
  const reading = { loss: 1, accuracy: 0.5 };
  const plain = { step: 20, diverged: false, forgotten: false, verdict: 'right' } as const;
  if (outcome)
    entry.state = { kind: 'done', ...plain, linear: reading, network: reading, ...outcome };
  return entry;
}

describe('the sheet', () => {
  it('is sorted by any column, what has nothing there last', () => {
    const entries = [
      repeated('b', '10 %', { verdict: 'right', network: { loss: 0.2, accuracy: 0.9 } }),
      repeated('a', '9 %', { verdict: 'wrong', network: { loss: 0.1, accuracy: 0.99 } }),
      repeated('C', '', null),
    ];
    const order = (column: (typeof COLUMNS)[number], descending: boolean) =>
      sorted(entries, { column, descending }, 'en')
        .map(({ name }) => name)
        .join('');
    expect(order('name', false)).toBe('abC');
    expect(order('name', true)).toBe('Cba');
    expect(order('answer', false)).toBe('abC');
    expect(order('answer', true)).toBe('baC');
    expect(order('networkLoss', false)).toBe('abC');
    expect(order('networkAccuracy', true)).toBe('abC');
    expect(order('check', false)).toBe('abC');
    expect(order('check', true)).toBe('baC');
    expect(order('step', true)).toBe('baC');
    for (const column of COLUMNS) expect(order(column, true)).toHaveLength(3);
    expect(sorted(entries, null, 'zh')).toEqual(entries);
  });

  it('is saved with whatever was written, and nothing that a spreadsheet would work out', () => {
    const formula = '=HYPERLINK("//evil","x")';
    const entries = [
      repeated('Ada', formula),
      repeated('王, 小明', '-0.5'),
      repeated('Bob', '', null),
    ];
    const csv = csvOf(entries, () => 'https://lab/#x', SHEET.en);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const rows = csvParse(csv.slice(1));
    expect(rows[0]).toEqual({
      Name: 'Ada',
      Answer: `'${formula}`,
      Settings: 'seed=3',
      Step: '20',
      'Linear: loss': '1.000000',
      'Network: loss': '1.000000',
      'Linear: accuracy (%)': '50.0',
      'Network: accuracy (%)': '50.0',
      'Check code': 'AB12',
      Right: 'yes',
      Note: '',
      Link: 'https://lab/#x',
    });
    expect([rows[1]?.Name, rows[1]?.Answer]).toEqual(['王, 小明', '-0.5']);
    expect([rows[2]?.Right, rows[2]?.['Linear: loss']]).toEqual(['', '']);
    expect(textOf(entries, () => 'x', SHEET.zh).split('\n')[0]).toMatch(/^姓名\t回答\t设置\t步数/);
  });

  it('puts an apostrophe before what would be a formula, and before no number', () => {
    for (const cell of ['=1', '+1+1', '-a', '@x', ' =1', '＝1'])
      expect(harmless(cell)).toBe(`'${cell}`);
    // Where a semicolon or a line's end parts cells, too.
    expect(harmless('x;=1+1\n@y;-2;\t=1')).toBe("x;'=1+1\n'@y;-2;\t'=1");
    for (const cell of ['-1', '+1.5', '-0,5', 'a=b', '', '1-2']) expect(harmless(cell)).toBe(cell);
  });

  it('can be read again as it was saved', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, answer) => {
        const csv = csvOf([repeated(name, answer)], () => handIn(name, answer), SHEET.zh);
        expect(csvParseRows(csv)).toHaveLength(2);
        expect(entriesIn(csv).map(told)).toEqual([[name, answer, 'AB12', 20]]);
      }),
      { numRuns: 200 },
    );
  });

  it('speaks Chinese with its own punctuation', () => {
    expect(sentences(SHEET.zh).flatMap(faultsOf)).toEqual([]);
  });
});

describe('a table of a course system', () => {
  it('is read with the pictures in it', () => {
    const picture = `<p><img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(200_000)}"></p>`;
    const noise = '.'.repeat(300_000);
    const text = [
      'student,answer,link',
      `Ada,"${picture.replaceAll('"', '""')}",${handIn('Ada', '7')}`,
      noise,
    ];
    expect(entriesIn(text.join('\n')).map(told)).toEqual([['Ada', '7', 'AB12', 20]]);
  });
});

describe('a sheet that is kept with its tab', () => {
  afterEach(() => vi.unstubAllGlobals());

  function stubStorage(): Map<string, string> {
    const stored = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
    });
    return stored;
  }

  it('comes back as it was handed in', () => {
    stubStorage();
    const { found } = findHandIns([line('Ada', '7'), line('王', '8')].join('\n'));
    expect(keep(found)).toBe(true);
    expect(kept()).toEqual(found);
  });

  it('takes nothing for a hand-in that is none', () => {
    const stored = stubStorage();
    expect(keep([])).toBe(true);
    const [key = ''] = stored.keys();
    for (const text of ['', 'null', '{', '7', '{"link":"#","name":""}', '[null, 7, {"name":""}]'])
      expect(kept(), String(stored.set(key, text).size)).toEqual([]);
    stored.set(key, '[{"link":"#seed=1","name":"Ada"},{"link":"#","name":"","check":7}]');
    expect(kept()).toEqual([{ link: '#seed=1', name: 'Ada' }]);
  });

  it('says so where the browser keeps nothing', () => {
    expect(keep([])).toBe(false);
    expect(kept()).toEqual([]);
  });
});
