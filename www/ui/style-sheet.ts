/** Style sheets that come later than the page's own. */

/** Adds a style sheet; what it styles is shown when that is done. One that did not come leaves no trace and may be asked for again. */
export function addStyleSheet(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`no style sheet at ${href}`));
    });
    document.head.append(link);
  });
}
