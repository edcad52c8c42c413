/** A run as a file: saved, and chosen from where files are, for whoever cannot drop one on the page. */

import { TOOLS } from '../i18n/chart-tools.js';
import type { Language } from '../i18n/index.js';
import { make } from '../ui/dom.js';
import { saveRun } from '../ui/download.js';

export interface FileActions {
  /** The run's whole link. */
  link(): string;
  /** Goes on with the run that the file holds. */
  openFile(file: File): void;
}

export class FileRow {
  private readonly save = make('button');
  private readonly open = make('button');
  private readonly chooser = make('input');
  readonly place = make('span', 'files', this.save, this.open, this.chooser);

  constructor(actions: FileActions) {
    const { save, open, chooser } = this;
    save.type = open.type = 'button';
    save.addEventListener('click', () => saveRun(actions.link()));
    // The browser's own button has words in the browser's language.
    chooser.type = 'file';
    chooser.accept = '.txt,text/plain';
    chooser.hidden = true;
    open.addEventListener('click', () => chooser.click());
    chooser.addEventListener('change', () => {
      const [file] = chooser.files ?? [];
      if (file) actions.openFile(file);
      // The same file may be chosen again.
      chooser.value = '';
    });
  }

  fill(lang: Language): void {
    this.save.textContent = TOOLS[lang].saveFile;
    this.open.textContent = TOOLS[lang].openFile;
  }
}
