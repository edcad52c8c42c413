/** Whether the page would open where its server is gone. */

/** Kept on this device; on its way; not kept, because the browser refuses or has no room; or all of it in one file. */
export type Kept = 'kept' | 'coming' | 'notKept' | 'oneFile';

/** Asks the browser, which may not let a page in a frame ask; `changed` is called when what is on its way has come, or has not. */
export async function isKept(changed: () => void): Promise<Kept> {
  // The page in one file names no other.
  if (!document.querySelector('script[src]')) return 'oneFile';
  // Only then the page has asked for it.
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    const names = await caches.keys();
    // A browser that runs out of room takes away what it has kept.
    const isThere = names.some((name) => name.startsWith(`spiral-lab ${registration?.scope} `));
    if (registration?.active) return isThere ? 'kept' : 'notKept';
    const worker = registration?.installing ?? registration?.waiting;
    worker?.addEventListener('statechange', changed, { once: true });
    return worker ? 'coming' : 'notKept';
  } catch {
    return 'notKept';
  }
}
