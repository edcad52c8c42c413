import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Address } from '../controls/address.js';
import type { Frame } from '../engine/frame.js';
import { defaults, type Name } from '../engine/settings.js';
import { type Intent, makeStore } from '../state/store.js';
import { limits } from './engine-in-node.js';

/** A browser's address bar that refuses what goes beyond so many calls in so many milliseconds, as WebKit does. */
class Browser {
  readonly location = { hash: '', pathname: '/lab/', search: '' };
  readonly listeners: (() => void)[] = [];
  entries = 1;
  refusals = 0;
  blocked = false;
  private calls: number[] = [];

  constructor(
    private readonly allowed: number,
    private readonly period: number,
  ) {}

  readonly history = {
    pushState: (_state: unknown, _title: string, url: string) => {
      this.change(url);
      this.entries += 1;
    },
    replaceState: (_state: unknown, _title: string, url: string) => this.change(url),
  };

  private change(url: string): void {
    const now = performance.now();
    this.calls = this.calls.filter((time) => now - time < this.period);
    if (this.blocked || this.calls.length >= this.allowed) {
      this.refusals += 1;
      throw new DOMException('too many calls', 'SecurityError');
    }
    this.calls.push(now);
    const parsed = new URL(url, `http://localhost/lab/${this.location.search}`);
    this.location.hash = parsed.hash;
    this.location.search = parsed.search;
  }
}

let browser: Browser;
let step: number;
let intent: Intent;
let address: Address;
const visit = vi.fn();

function open(allowed = 100, period = 10_000, search = ''): void {
  browser = new Browser(allowed, period);
  browser.location.search = search;
  vi.stubGlobal('location', browser.location);
  vi.stubGlobal('history', browser.history);
  vi.stubGlobal('addEventListener', (_name: string, listener: () => void) =>
    browser.listeners.push(listener),
  );
  const settings = defaults(limits);
  const start = { settings, lang: 'en', target: null, notice: null, lesson: null } as const;
  intent = makeStore(start).getState();
  step = 0;
  address = new Address(limits, [], visit);
  update();
}

/** As the engine has it once it has followed. */
const update = () => {
  const experiment = { beginning: intent.settings, changes: '' };
  address.update(intent, { step, experiment } as unknown as Frame);
};

const set = (name: Name, value: number) => {
  intent = { ...intent, settings: { ...intent.settings, [name]: value } };
  update();
};

const linked = (name: string) => new URLSearchParams(browser.location.hash.slice(1)).get(name);

beforeEach(() => {
  vi.useFakeTimers();
  visit.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the address', () => {
  it('is written at once when something changes, and Back has a place to go to', () => {
    open();
    set('seed', 7);
    expect(linked('seed')).toBe('7');
    set('seed', 8);
    expect(browser.entries).toBe(3);
  });

  it.each([
    [100, 10_000],
    [100, 30_000],
  ])('stays within %d calls in %d ms while a key is held, and holds the last step', (n, ms) => {
    open(n, ms);
    for (let i = 0; i < 60 * 15; i++) {
      step += 1;
      update();
      vi.advanceTimersByTime(1000 / 60);
    }
    vi.advanceTimersByTime(1000);
    expect(linked('step')).toBe(String(step));
    expect(browser.refusals).toBe(0);
  });

  it('holds the last of 120 seeds drawn in six seconds, each with a run between', () => {
    open();
    for (let seed = 1; seed <= 120; seed++) {
      step = 3;
      update();
      set('seed', seed);
      step = 0;
      update();
      vi.advanceTimersByTime(50);
    }
    vi.advanceTimersByTime(1000);
    expect(linked('seed')).toBe('120');
    expect(browser.refusals).toBe(0);
    expect(browser.entries).toBeGreaterThan(10);
  });

  it('tries again after a refusal, ever more patiently, and the newest link arrives', () => {
    open();
    browser.blocked = true;
    set('rate', 0.5);
    for (let i = 0; i < 60 * 30; i++) {
      step += 1;
      update();
      vi.advanceTimersByTime(1000 / 60);
    }
    expect(browser.refusals).toBeGreaterThan(3);
    expect(browser.refusals).toBeLessThan(8);
    browser.blocked = false;
    vi.advanceTimersByTime(8000);
    expect([linked('rate'), linked('step')]).toEqual(['0.5', String(step)]);
    // The change that could not be entered is an entry all the same.
    expect(browser.entries).toBe(2);
  });

  it('gives up a link that waits when the person goes somewhere else', () => {
    open();
    browser.blocked = true;
    set('rate', 0.5);
    browser.location.hash = '#seed=5';
    for (const listener of browser.listeners) listener();
    expect(visit).toHaveBeenCalledOnce();
    browser.blocked = false;
    vi.advanceTimersByTime(60_000);
    expect(browser.location.hash).toBe('#seed=5');
  });

  it('writes over no link whose event is still to come', () => {
    open();
    browser.location.hash = '#seed=7';
    step = 5;
    update();
    expect(browser.location.hash).toBe('#seed=7');
    for (const listener of browser.listeners) listener();
    expect(visit).toHaveBeenLastCalledWith({ hash: '#seed=7', search: '' });
    set('seed', 7);
    expect(browser.location.hash).toContain('seed=7&');
  });

  it('takes names of ours out of the query, and leaves the others there', () => {
    open(100, 10_000, '?utm_source=x&seed=3&STEP=20&course=7');
    expect(browser.location.search).toBe('?utm_source=x&course=7');
    expect(linked('seed')).toBe('0');
    set('seed', 4);
    expect(browser.location.search).toBe('?utm_source=x&course=7');
    open(100, 10_000, '?course=7');
    expect(browser.location.search).toBe('?course=7');
    open(100, 10_000, '?seed=3');
    expect(browser.location.search).toBe('');
  });
});
