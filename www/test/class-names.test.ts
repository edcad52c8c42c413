import { beforeEach, describe, expect, it } from 'vitest';
import { defaults } from '../engine/settings.js';
import { nameOfClass } from '../i18n/index.js';
import { insideTexts } from '../i18n/inside.js';
import { naming } from '../i18n/naming.js';
import { keepNames } from '../state/names.js';
import { makeStore, reset, type Store, setSetting } from '../state/store.js';
import { limits } from './engine-in-node.js';

let store: Store;

const spiral = defaults(limits);
const settings = { ...spiral, data: 'own' } as const;
const table = (own: string, classNames: string[] | null) =>
  store.setState({ settings, own, classNames });
/** As the points are changed by hand, and as undo and redo lead back. */
const edit = (own: string) => store.setState({ settings, own });
const visit = (own: string) =>
  store.setState(({ startsAsked }) => ({ settings, own, startsAsked: startsAsked + 1 }));
const names = () => store.getState().classNames;

beforeEach(() => {
  store = makeStore({ settings: spiral, lang: 'en', target: null, notice: null, lesson: null });
  keepNames(store);
});

describe('the names of classes', () => {
  it('stay while points are changed by hand, or settings, or a run begins anew', () => {
    table('A', ['cat', 'dog']);
    edit('A1');
    setSetting(store, 'rate', 0.5);
    reset(store);
    expect(names()).toEqual(['cat', 'dog']);
  });

  it('go with another set of points, and come back with theirs', () => {
    table('A', ['cat', 'dog']);
    edit('A1');
    table('B', ['red', 'blue']);
    expect(names()).toEqual(['red', 'blue']);
    edit('A1');
    expect(names()).toEqual(['cat', 'dog']);
    edit('B');
    expect(names()).toEqual(['red', 'blue']);
    store.setState({ settings: spiral, own: '' });
    expect(names()).toBeNull();
    edit('B');
    expect(names()).toEqual(['red', 'blue']);
  });

  it('are not those of a set that a spiral was made into, or of a link', () => {
    table('A', ['cat', 'dog']);
    store.setState({ settings: spiral });
    expect(names()).toBeNull();
    edit('S1');
    expect(names()).toBeNull();
    table('C', ['red', 'blue']);
    visit('L');
    expect(names()).toBeNull();
  });

  it('are none where a table has numbers', () => {
    table('A', ['cat', 'dog']);
    table('N', null);
    expect(names()).toBeNull();
  });

  it('stand in texts in place of numbers, which are the same texts as long as they are', () => {
    const texts = insideTexts('en');
    const given = ['cat', ''];
    expect(naming(texts, null)).toBe(texts);
    expect(naming(texts, given)).toBe(naming(texts, given));
    expect([0, 1, 2].map(naming(texts, given).className)).toEqual(['cat', 'class 1', 'class 2']);
    expect(nameOfClass(0, given, texts)).toBe('cat');
    expect(nameOfClass(0, null, texts)).toBe('class 0');
  });
});
