/** What a built page does once all that it named has been loaded. */

/** Is written into the page as text, so it uses nothing from outside itself. */
export function afterLoad(sorry: string): void {
  const { head, documentElement: root } = document;
  addEventListener('load', () => {
    if (!root.hasAttribute('data-started'))
      head.append(Object.assign(document.createElement('script'), { src: sorry }));
  });
}
