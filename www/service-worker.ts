/** The service worker of a built page: after one visit the page opens and works where its server is gone.
 *
 * One build has one cache, which is whole before the worker becomes active, each file checked against the build's list. A new build's worker
 * waits until the last page of the old build is closed, and until then those are answered from the old cache: so a page
 * never gets files of two builds. */

export interface Build {
  /** Changes with every file of the build, and with the worker itself. */
  version: string;
  /** Of each file of the build, by its path from the page, the SHA-256 of its bytes in base64. The page itself is the path "". */
  files: Record<string, string>;
}

/** What a worker has and TypeScript's types of a page have not. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void;
}

/** Is written into `sw.js` as text, so it uses nothing from outside itself. */
export function serviceWorker({ version, files }: Build): void {
  const worker = self as unknown as WorkerScope;
  const { scope } = worker.registration;
  // Caches belong to the origin, on which there may be other copies of the page.
  const ours = `spiral-lab ${scope} `;
  const name = ours + version;
  const hashes = new Map(
    Object.entries(files).map(([path, hash]) => [new URL(path, scope).href, `sha256-${hash}`]),
  );

  /** A file as the list has it: from what the browser has kept of the visit, or else from the server. */
  const asBuilt = async (url: string, integrity: string) => {
    const get = (cache: RequestCache) => fetch(url, { cache, integrity, redirect: 'error' });
    return await get('default').catch(() => get('reload'));
  };
  const fill = async () => {
    // The server may have gone back to a build whose cache is in use.
    const isOurs = !(await caches.has(name));
    try {
      const cache = await caches.open(name);
      const keep = async ([url, hash]: [string, string]) =>
        cache.put(url, await asBuilt(url, hash));
      await Promise.all([...hashes].map(keep));
    } catch (error) {
      // The server has already another build, or the disk is full: then all stays as it was.
      if (isOurs) await caches.delete(name);
      throw error;
    }
  };
  const forgetOthers = async () => {
    const names = await caches.keys();
    const old = names.filter((each) => each.startsWith(ours) && each !== name);
    await Promise.all(old.map((each) => caches.delete(each)));
    // The page of the first visit, which no worker has served, shall find here what it opens later.
    await worker.clients.claim();
  };
  /** The address of the kept file that answers, if one does. */
  const keptFor = ({ method, mode, url }: Request): string | null => {
    const { origin, pathname, search } = new URL(url);
    const file = origin + pathname;
    if (method !== 'GET') return null;
    if (mode === 'navigate') return [scope, `${scope}index.html`].includes(file) ? scope : null;
    return search === '' && hashes.has(file) ? file : null;
  };
  const answer = async (kept: string, request: Request) => {
    const options = { cacheName: name, ignoreVary: true };
    const found = await caches.match(kept, options).catch(() => undefined);
    return found ?? fetch(request);
  };

  worker.addEventListener('install', (event) => event.waitUntil(fill()));
  worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
  worker.addEventListener('fetch', (event) => {
    const kept = keptFor(event.request);
    if (kept !== null) event.respondWith(answer(kept, event.request));
  });
}
