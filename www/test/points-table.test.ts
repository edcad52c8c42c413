import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, firstLines, MOST_LINES } from '../points/table/decode.js';
import {
  type Form,
  guessForm,
  guessRoles,
  looksLikeTable,
  numberIn,
  type Roles,
  rowsOf,
} from '../points/table/guess.js';
import { type Choice, MOST_POINTS, readPoints } from '../points/table/read.js';
import { csvOf } from '../points/table/save.js';
import { areCalm, scaled } from '../points/table/scale.js';

/** What is guessed of a text, and what is read then. */
function open(text: string, change: Partial<Choice> = {}) {
  const form = { ...guessForm(text), ...change };
  const rows = rowsOf(text, form.delimiter);
  const roles = guessRoles(rows, form);
  const choice = { ...form, roles, scale: false, ...change };
  return { choice, reading: readPoints(rows, choice) };
}

const triples = (points: Int32Array | null) => (points ? [...points] : null);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a table is guessed', () => {
  const roles = (x: number, y: number, label: number): Roles => ({ x, y, label });
  const files: [what: string, text: string, form: Form, roles: Roles][] = [
    [
      'commas, a header',
      'x,y,class\n0.5,1,a\n1,2,b\n',
      { delimiter: ',', header: true, comma: false },
      roles(0, 1, 2),
    ],
    [
      'no header',
      '0.5,1,0\n1,2,1\n3,4,0\n',
      { delimiter: ',', header: false, comma: false },
      roles(0, 1, 2),
    ],
    [
      'semicolons, decimal commas',
      'x;y;Art\n0,5;1,25;a\n1,5;2;b\n',
      { delimiter: ';', header: true, comma: true },
      roles(0, 1, 2),
    ],
    [
      'tabs',
      '0.5\t1\ta\n1\t2.5\tb\n',
      { delimiter: '\t', header: false, comma: false },
      roles(0, 1, 2),
    ],
    [
      'tabs, decimal commas',
      '0,5\t1,5\t0\n1,5\t2,5\t1\n2,5\t2,5\t1\n',
      { delimiter: '\t', header: false, comma: true },
      roles(0, 1, 2),
    ],
    [
      'line ends of Windows',
      'x,y,class\r\n1.5,2,a\r\n3,4,b\r\n',
      { delimiter: ',', header: true, comma: false },
      roles(0, 1, 2),
    ],
    [
      'a quoted line end',
      'class,x,y\n"a\nb",1.5,2\nc,3,4\n',
      { delimiter: ',', header: true, comma: false },
      roles(1, 2, 0),
    ],
    [
      'quoted decimal commas',
      '"0,5","1,5",a\n"1,5","2,5",b\n',
      { delimiter: ',', header: false, comma: true },
      roles(0, 1, 2),
    ],
    [
      'a counter and the label first',
      'id,species,w,h\n1,a,1.5,2\n2,b,3,4\n3,a,3,5\n',
      { delimiter: ',', header: true, comma: false },
      roles(2, 3, 1),
    ],
    [
      'a counter without a header',
      '1,1.5,2,a\n2,3,4,b\n3,1,7,a\n',
      { delimiter: ',', header: false, comma: false },
      roles(1, 2, 3),
    ],
    [
      'the tutorial’s X and y',
      'x1,x2,y\n0.1,0.2,0\n0.3,0.4,1\n0.3,0.5,1\n',
      { delimiter: ',', header: true, comma: false },
      roles(0, 1, 2),
    ],
    [
      'Chinese names',
      '花瓣长度,花瓣宽度,品种\n1.4,0.2,山鸢尾\n4.7,1.4,变色鸢尾\n',
      { delimiter: ',', header: true, comma: false },
      roles(0, 1, 2),
    ],
    [
      'scores with marks of missing ones',
      'a,b,c\n1,n/a,u\n2,3,v\n2,4,v\n5,3,u\n5,1,u\n5,7,v\n',
      { delimiter: ',', header: true, comma: false },
      roles(0, 1, 2),
    ],
  ];

  it.each(files)('%s', (_, text, form, roles) => {
    const guessed = guessForm(text);
    expect(guessed).toEqual(form);
    expect(guessRoles(rowsOf(text, guessed.delimiter), guessed)).toEqual(roles);
  });

  it('and told from other texts', () => {
    for (const [, text] of files) expect(looksLikeTable(text), text).toBe(true);
    for (const text of ['', 'milk, bread', 'Dear all,\nsee you at 8,\nyours', '#seed=1', '1\n2\n3'])
      expect(looksLikeTable(text), text).toBe(false);
  });

  it('with numbers as they are written', () => {
    for (const [text, number] of [
      ['1', 1],
      ['-.5', -0.5],
      ['−2', -2],
      ['1e3', 1000],
      ['5.', 5],
    ] as const)
      expect(numberIn(text, false), text).toBe(number);
    for (const text of ['', 'a', '1,5', '1 000', '0x10', 'NaN', 'Infinity', '1.2.3'])
      expect(numberIn(text, false), text).toBeNaN();
    expect(numberIn('1,5', true)).toBe(1.5);
    expect(numberIn('1.5', true)).toBeNaN();
    expect(numberIn('1e999', false)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('bytes become text', () => {
  const wide = (text: string, mark: boolean, swap: boolean) => {
    const codes = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0));
    return new Uint8Array(codes.flatMap((c) => (swap ? [c >> 8, c & 255] : [c & 255, c >> 8])));
  };

  it('with or without a mark, in UTF-8 and UTF-16', () => {
    const text = 'x,y,class\n1,2,a\n';
    expect(decode(bytes(text))).toEqual({ text });
    expect(decode(bytes(`\ufeff${text}`))).toEqual({ text });
    for (const mark of [true, false])
      for (const swap of [true, false]) expect(decode(wide(text, mark, swap))).toEqual({ text });
  });

  it('unless they are none', () => {
    expect(decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toEqual({
      fault: { kind: 'binary' },
    });
    expect(decode(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]))).toEqual({
      fault: { kind: 'binary' },
    });
    expect(decode(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toEqual({
      fault: { kind: 'workbook' },
    });
  });

  it('also as spreadsheet programs write them that are not asked for UTF-8', () => {
    const table = (...names: number[][]) =>
      new Uint8Array(names.flatMap((name) => [...bytes('1,2,'), ...name, 10]));
    // 红、绿, and für, naïve, Größe.
    const chinese = table([0xba, 0xec], [0xc2, 0xcc]);
    expect(decode(chinese)).toEqual({ text: '1,2,红\n1,2,绿\n', coding: 'GBK' });
    const western = table(
      [0x66, 0xfc, 0x72],
      [0x6e, 0x61, 0xef, 0x76, 0x65],
      [71, 114, 0xf6, 0xdf, 101],
    );
    const text = '1,2,für\n1,2,naïve\n1,2,Größe\n';
    expect(decode(western)).toEqual({ text, coding: 'Windows-1252' });
  });

  it('of which a letter that is cut off at the end is left out', () => {
    expect(decode(bytes('1,2,类').subarray(0, 6))).toEqual({ text: '1,2,' });
  });

  it('and of many lines the first', () => {
    expect(firstLines('a\nb\nc', 2)).toEqual({ text: 'a\nb\n', more: true });
    expect(firstLines('a\nb\n', 2)).toEqual({ text: 'a\nb\n', more: false });
    const { text, more } = firstLines('1,2,a\n'.repeat(2e6), MOST_LINES);
    expect([text.length, more]).toEqual([6 * MOST_LINES, true]);
    open(text);
  });
});

describe('a table is read', () => {
  it('with its bad cells told by their lines, also where they are many', () => {
    const read = (text: string) => {
      const form = guessForm(text);
      const rows = rowsOf(text, form.delimiter);
      return readPoints(rows, { ...form, roles: guessRoles(rows, form), scale: false });
    };
    expect(read('name,y,label\nfoo,2,a\nbar,3,b\nbaz,4,a\n').fault).toEqual({
      kind: 'words',
      column: 'name',
      line: 2,
      text: 'foo',
    });
    const { fault, notes } = read('x,y,label\n1,2,a\nbar,3,b\n3,4,a\n5,6,b\n');
    expect(fault).toBeNull();
    const left = { line: 3, why: 'word', column: 'x', text: 'bar' };
    expect(notes).toEqual([{ kind: 'left', rows: 1, first: [left] }]);
  });

  it('onto the grid, words in the order in which they come', () => {
    const { reading } = open('x,y,class\n0.5,-1,red\n1,2,blue\n0,0,red\n');
    expect(triples(reading.points)).toEqual([512, -1024, 0, 1024, 2048, 1, 0, 0, 0]);
    expect(reading).toMatchObject({
      names: ['red', 'blue'],
      counts: [2, 1],
      notes: [],
      fault: null,
    });
  });

  it('with numbers as labels: those from 0 on are classes, others are put in order', () => {
    expect(open('1,2,1\n3,4,0.0\n5,6,2\n').reading).toMatchObject({
      names: null,
      counts: [1, 1, 1],
    });
    const { reading } = open('1,2,3\n3,4,1\n5,6,2\n');
    expect(reading.names).toEqual(['1', '2', '3']);
    expect(triples(reading.points)?.filter((_, i) => i % 3 === 2)).toEqual([2, 0, 1]);
  });

  it('and what is left out is told with its line', () => {
    const { reading } = open(
      'x,y,class\n1,2,"a\nb"\n,2,c\n1\nn/a,2,c\n\n1,1e999,c\n2,3,c\n4,4,c\n5,5,c\n',
    );
    expect(reading.fault).toBeNull();
    expect(reading.notes).toEqual([
      {
        kind: 'left',
        rows: 4,
        first: [
          { line: 4, why: 'empty', column: 'x', text: '' },
          { line: 5, why: 'short', column: 'y', text: '' },
          { line: 6, why: 'word', column: 'x', text: 'n/a' },
        ],
      },
    ]);
  });

  it('not with a column of words as a coordinate', () => {
    const { reading } = open('x,y,class\n1,2,a\n3,4,b\n', { roles: { x: 2, y: 1, label: 0 } });
    expect(reading.fault).toEqual({ kind: 'words', column: 'class', line: 2, text: 'a' });
    expect(reading.points).toBeNull();
  });

  it('not with one class, without rows or without a column', () => {
    expect(open('x,y,class\n1,2,a\n3,4,a\n').reading.fault).toEqual({
      kind: 'oneClass',
      name: 'a',
    });
    expect(open('x,y,class\n').reading.fault).toMatchObject({ kind: 'words', line: 1 });
    expect(open('x,y\n1,2\n3,4\n').reading.fault).toEqual({ kind: 'noColumn', role: 'label' });
  });

  it('with six labels at most, the most frequent', () => {
    const rows = [...'abcdefgh'].flatMap((label, i) => Array(i + 1).fill(`${i},1,${label}`));
    const { reading } = open(`x,y,class\n${rows.join('\n')}\n`);
    expect(reading.notes).toEqual([{ kind: 'labels', of: 8, taken: [...'cdefgh'], rows: 3 }]);
    expect(reading.counts).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('with a doubt where the labels are many numbers', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},1,${i / 10}`);
    const { reading } = open(`x,y,class\n${rows.join('\n')}`);
    expect(reading.notes[0]).toEqual({ kind: 'numbers', column: 'class', different: 20 });
  });

  it('with 6000 points at most, spread over all of it', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},1,${i < 10_000 ? 'a' : 'b'}`);
    const { reading } = open(rows.join('\n'));
    expect(reading.notes).toEqual([{ kind: 'thinned', of: 20_000, taken: MOST_POINTS }]);
    expect(reading.counts).toEqual([3000, 3000]);
  });

  it('not beyond the grid, unless it is scaled', () => {
    const text = 'x,y,class\n1,2,a\n2000000,4,b\n';
    expect(open(text).reading.fault).toEqual({ kind: 'beyond', line: 3, text: '2000000' });
    expect(triples(open(text, { scale: true }).reading.points)).toEqual([
      -1024, -1024, 0, 1024, 1024, 1,
    ]);
    const great = open('1e308,1,a\n-1e308,1,b\n', { scale: true }).reading;
    expect(triples(great.points)).toEqual([1024, 0, 0, -1024, 0, 1]);
  });
});

describe('points are scaled', () => {
  it('to mean 0 and deviation 1', () => {
    expect(scaled([1, 3])).toEqual([-1, 1]);
    expect(scaled([5, 5, 5])).toEqual([0, 0, 0]);
    expect(areCalm([-1, 1])).toBe(true);
    expect(areCalm([5.1, 5.9])).toBe(false);
  });
});

describe('points are saved', () => {
  it('under their header, which tells the number of a class where it is open', () => {
    const points = new Int32Array([512, -1, 0, 0, 1024, 1]);
    expect(csvOf(points, null)).toBe('x,y,class\n0.5,-0.0009765625,0\n0,1,1\n');
    expect(csvOf(points, ['a, b', 'c'])).toBe(
      'x,y,class,number\n0.5,-0.0009765625,"a, b",0\n0,1,c,1\n',
    );
  });

  it('and opened again as they are they are the same points, bit for bit', () => {
    const coordinate = fc.integer({ min: -1_024_000_000, max: 1_024_000_000 });
    const point = fc.tuple(coordinate, coordinate, fc.integer({ min: 0, max: 5 }));
    const points = fc.array(point, { minLength: 2, maxLength: 60 });
    const name = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '' && Number.isNaN(numberIn(text, false)));
    const names = fc.option(fc.uniqueArray(name, { minLength: 6, maxLength: 6 }));
    fc.assert(
      fc.property(points, names, (all, names) => {
        fc.pre(new Set(all.map(([, , label]) => label)).size > 1);
        const before = Int32Array.from(all.flat());
        const { reading } = open(csvOf(before, names));
        expect(reading.fault).toBeNull();
        expect(triples(reading.points)).toEqual([...before]);
        const used = all.map(([, , label]) => label);
        for (const label of used)
          expect(reading.names?.[label] ?? null).toEqual(
            names?.[label] ?? reading.names?.[label] ?? null,
          );
      }),
    );
  });
});
