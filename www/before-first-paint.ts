/** What has to be done before the page is painted for the first time, so that nothing jumps when its script arrives: the
 * language, the display, and the room for a lesson that the link opens. The page's script decides the same again, from the
 * whole link. */

export interface FirstPaint {
  /** The texts of the language that does not stand in the page, by their keys in the dictionary. */
  texts: Record<string, string>;
  language: string;
  /** The language that stands in the page. */
  written: string;
  displays: readonly string[];
  /** For each chapter of the lesson, whether it opens the look inside. */
  looksInside: readonly boolean[];
}

/** Is written into the page as text, so it uses nothing from outside itself. */
export function beforeFirstPaint(given: FirstPaint): void {
  const { documentElement: root, body } = document;
  const { hash, search } = location;
  const link = new URLSearchParams(`${hash.slice(1)}&${search.slice(1)}`.toLowerCase());

  const chooseLanguage = ({ texts, language, written }: FirstPaint) => {
    const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
    const wanted = [link.get('lang') ?? '', ...preferred];
    if (wanted.find((each) => each === language || each === written) !== language) return;
    root.lang = language;
    for (const element of document.querySelectorAll<HTMLElement>('[data-text], [data-label]')) {
      const { text, label } = element.dataset;
      if (text) element.textContent = texts[text] ?? '';
      if (label) element.setAttribute('aria-label', texts[label] ?? '');
    }
  };
  const chooseDisplay = ({ displays }: FirstPaint) => {
    const asked = link.get('display') ?? 'auto';
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    root.dataset.display = asked !== 'auto' && displays.includes(asked) ? asked : system;
  };
  const keepRoom = ({ looksInside }: FirstPaint) => {
    const lesson = Math.min(Number(link.get('lesson')), looksInside.length);
    if (lesson >= 1) body.classList.add('with-lesson');
    if (looksInside[lesson - 1]) document.querySelector('main')?.classList.add('looking-inside');
  };

  root.style.visibility = '';
  // What a teacher hides is never seen, not for a moment.
  body.classList.toggle('awaited', Boolean(link.get('hide') || link.get('embed')));
  chooseLanguage(given);
  chooseDisplay(given);
  keepRoom(given);
  // Without a script nothing is on its way.
  document.getElementById('loading')?.removeAttribute('hidden');
}
