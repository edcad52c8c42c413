import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lazy } from '../ui/load.js';

let online: () => void;
let page: () => Promise<{ ok: boolean }>;

beforeEach(() => {
  vi.useFakeTimers();
  page = async () => ({ ok: true });
  vi.stubGlobal('addEventListener', (_name: string, listener: () => void) => {
    online = listener;
  });
  vi.stubGlobal('location', {
    pathname: '/lab/',
    search: '',
    href: 'http://localhost/lab/#seed=3',
  });
  vi.stubGlobal('fetch', () => page());
  vi.stubGlobal('reportError', vi.fn());
  vi.stubGlobal('document', { querySelectorAll: () => [] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const gone = () => Promise.reject<string>(new Error('404'));

function loaded(load: () => Promise<string>) {
  const listener = { arrived: vi.fn(), failed: vi.fn(), ready: vi.fn() };
  const tries = vi.fn(load);
  return { part: new Lazy(tries, listener), tries, listener };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('what is loaded on request', () => {
  it('is asked for once, and told when it is there', async () => {
    const { part, tries, listener } = loaded(async () => 'the lesson');
    expect(part.peek()).toBeNull();
    expect(tries).not.toHaveBeenCalled();
    for (let i = 0; i < 5; i++) part.get();
    await settle();
    expect(part.get()).toBe('the lesson');
    expect(tries).toHaveBeenCalledOnce();
    expect(listener.arrived).toHaveBeenCalledExactlyOnceWith('the lesson');
  });

  it('is asked for ever more seldom when it does not come, and that is told once', async () => {
    const { part, tries, listener } = loaded(gone);
    for (let ms = 0; ms < 31_000; ms += 16) {
      part.get();
      await vi.advanceTimersByTimeAsync(16);
    }
    // At about 0, 1, 3, 7, 15 and 31 seconds.
    expect(tries.mock.calls.length).toBeLessThanOrEqual(6);
    expect(tries.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(listener.failed).toHaveBeenCalledExactlyOnceWith('replaced');
  });

  it('tells a server that cannot be reached from a page that was updated', async () => {
    const { part, listener } = loaded(gone);
    page = () => Promise.reject(new TypeError('no network'));
    part.get();
    await settle();
    expect(listener.failed).toHaveBeenLastCalledWith('unreachable');
    page = async () => ({ ok: true });
    await vi.advanceTimersByTimeAsync(1000);
    part.get();
    await settle();
    expect(listener.failed.mock.calls).toEqual([['unreachable'], ['replaced']]);
  });

  it('is tried at once when a person asks, and that is answered again', async () => {
    const { part, tries, listener } = loaded(gone);
    part.get();
    await settle();
    part.hurry();
    part.hurry();
    await settle();
    expect(tries).toHaveBeenCalledTimes(2);
    expect(listener.failed).toHaveBeenCalledTimes(2);
  });

  it('is tried again when the connection is back', async () => {
    let load = gone;
    const { part, listener } = loaded(() => load());
    part.get();
    await settle();
    load = async () => 'there';
    online();
    expect(listener.ready).toHaveBeenCalledOnce();
    part.get();
    await settle();
    expect(part.peek()).toBe('there');
  });

  it('wakes whoever waits for it when a pause is over', async () => {
    const { part, listener } = loaded(gone);
    part.get();
    await vi.advanceTimersByTimeAsync(999);
    expect(listener.ready).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(listener.ready).toHaveBeenCalledOnce();
  });
});
