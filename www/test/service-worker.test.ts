import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serviceWorker } from '../service-worker.js';

const SCOPE = 'https://school.test/lab/';
const OURS = `spiral-lab ${SCOPE} `;
const build = { version: 'new', files: { '': 'p', 'assets/a.js': 'a' } };

type Handler = (event: unknown) => void;
let handlers: Record<string, Handler>;
let kept: Map<string, Map<string, string>>;
let server: (url: string, init?: RequestInit) => string;
const claim = vi.fn(async () => {});

beforeEach(() => {
  handlers = {};
  kept = new Map();
  server = (url) => `from the server: ${url}`;
  claim.mockClear();
  vi.stubGlobal('self', {
    registration: { scope: SCOPE },
    clients: { claim },
    addEventListener: (name: string, handler: Handler) => {
      handlers[name] = handler;
    },
  });
  vi.stubGlobal('fetch', (asked: string | { url: string }, init?: RequestInit) =>
    Promise.resolve().then(() => server(typeof asked === 'string' ? asked : asked.url, init)),
  );
  vi.stubGlobal('caches', {
    open: (name: string) => {
      const files = kept.get(name) ?? new Map<string, string>();
      kept.set(name, files);
      return Promise.resolve({
        put: async (url: string, answer: string) => void files.set(url, answer),
      });
    },
    has: async (name: string) => kept.has(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (url: string, { cacheName }: { cacheName: string }) =>
      kept.get(cacheName)?.get(url),
  });
  serviceWorker(build);
});

async function dispatch(name: 'install' | 'activate'): Promise<void> {
  let work: unknown;
  handlers[name]?.({
    waitUntil: (promise: unknown) => {
      work = promise;
    },
  });
  await work;
}

/** What the worker answers; null where it leaves the request to the browser. */
function ask(url: string, how: { mode?: string; method?: string } = {}): Promise<unknown> {
  let answer: unknown = null;
  handlers.fetch?.({
    request: { method: 'GET', mode: 'cors', url, ...how },
    respondWith: (promise: unknown) => {
      answer = promise;
    },
  });
  return Promise.resolve(answer);
}

describe('the service worker', () => {
  it('keeps every file, as the list has it, before it is installed', async () => {
    const asked: unknown[] = [];
    server = (url, { cache, integrity } = {}) => {
      asked.push([url, cache, integrity]);
      return 'as built';
    };
    await dispatch('install');
    expect(asked).toEqual([
      [SCOPE, 'default', 'sha256-p'],
      [`${SCOPE}assets/a.js`, 'default', 'sha256-a'],
    ]);
    expect([...(kept.get(`${OURS}new`)?.keys() ?? [])]).toEqual([SCOPE, `${SCOPE}assets/a.js`]);
  });

  it('asks the server where the browser has kept another build’s file', async () => {
    server = (_, { cache } = {}) => {
      if (cache === 'default') throw new TypeError('another hash');
      return 'from the server';
    };
    await dispatch('install');
    expect(kept.get(`${OURS}new`)?.get(SCOPE)).toBe('from the server');
  });

  it('is not installed where one file is not of its build, and leaves nothing behind', async () => {
    kept.set(`${OURS}old`, new Map([[SCOPE, 'the old page']]));
    server = (url) => {
      if (url.endsWith('a.js')) throw new TypeError('another hash');
      return 'as built';
    };
    await expect(dispatch('install')).rejects.toThrow('another hash');
    expect([...kept.keys()]).toEqual([`${OURS}old`]);
  });

  it('leaves the cache of its build alone where the server has gone back to it and fails', async () => {
    kept.set(`${OURS}new`, new Map([[SCOPE, 'as built']]));
    server = () => {
      throw new TypeError('a page of the server’s own');
    };
    await expect(dispatch('install')).rejects.toThrow('of the server’s own');
    expect(kept.get(`${OURS}new`)?.get(SCOPE)).toBe('as built');
  });

  it('forgets older builds of its own copy only, once it is active', async () => {
    const others = [`spiral-lab ${SCOPE}b/ old`, 'elsewhere'];
    for (const name of [`${OURS}old`, `${OURS}new`, ...others]) kept.set(name, new Map());
    await dispatch('activate');
    expect([...kept.keys()]).toEqual([`${OURS}new`, ...others]);
    expect(claim).toHaveBeenCalledOnce();
  });

  it('answers with the page whatever the link says, and with the page’s files', async () => {
    await dispatch('install');
    const page = `from the server: ${SCOPE}`;
    for (const path of ['', '?seed=3', 'index.html', 'index.html?a=b#step=3', '#step=3'])
      expect(await ask(SCOPE + path, { mode: 'navigate' }), path).toBe(page);
    const file = `${SCOPE}assets/a.js`;
    expect(await ask(file)).toBe(`from the server: ${file}`);
  });

  it('leaves all else to the browser', async () => {
    await dispatch('install');
    for (const [url, how] of [
      [`${SCOPE}assets/unknown.js`, {}],
      [`${SCOPE}assets/a.js?x`, {}],
      ['https://elsewhere.test/lab/assets/a.js', {}],
      [`${SCOPE}spiral-lab.html`, { mode: 'navigate' }],
      [`${SCOPE}assets/a.js`, { mode: 'navigate' }],
      [SCOPE, { method: 'HEAD' }],
      [SCOPE, { mode: 'navigate', method: 'POST' }],
    ] as const)
      expect(await ask(url, how), `${url} ${JSON.stringify(how)}`).toBeNull();
  });

  it('asks the server for what somebody has removed from the cache', async () => {
    await dispatch('install');
    kept.clear();
    expect(await ask(SCOPE, { mode: 'navigate' })).toBe(`from the server: ${SCOPE}`);
    vi.stubGlobal('caches', { match: async () => Promise.reject(new Error('no storage')) });
    expect(await ask(`${SCOPE}assets/a.js`)).toBe(`from the server: ${SCOPE}assets/a.js`);
  });
});
