/** What a built page does once all that it named has been loaded. */

/** Is written into the page as text, so it uses nothing from outside itself. */
export function afterLoad(sorry: string, worker: string): void {
  const { head, documentElement: root } = document;
  addEventListener('load', () => {
    if (!root.hasAttribute('data-started')) {
      head.append(Object.assign(document.createElement('script'), { src: sorry }));
      return;
    }
    try {
      // Where there is no place to keep the page, it works as long as its server does.
      navigator.serviceWorker.register(worker).catch(() => {});
    } catch {
      // A sandboxed frame refuses even to say whether there are workers, and a page without HTTPS has none.
    }
  });
}
