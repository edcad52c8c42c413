/** Drawing for paper: in the colours of the light display whatever that of the page is. */

import { readTheme, swapTheme, type Theme } from '../draw/theme.js';
import { make } from '../ui/dom.js';

export function onPaper<T>(work: () => T): T {
  const before = swapTheme(paperTheme());
  try {
    return work();
  } finally {
    swapTheme(before);
  }
}

/** Letters and lines of the usual size. */
function paperTheme(): Theme {
  const probe = make('div', 'probe');
  probe.dataset.display = 'light';
  document.body.append(probe);
  const theme = { ...readTheme(probe), stroke: 1, point: 1, text: 1 };
  probe.remove();
  return theme;
}
