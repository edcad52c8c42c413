/** A run as a file: saved, and chosen from where files are, for whoever cannot drop one on the page. */

import { TOOLS } from '../i18n/chart-tools.js';
import type { Language } from '../i18n/index.js';
import { copyTextAndSay } from '../ui/copy.js';
import { make } from '../ui/dom.js';
import { saveRun } from '../ui/download.js';
import { makeFileChooser } from '../ui/file-chooser.js';

export interface FileActions {
  /** The run's whole link. */
  link(): string;
  /** Goes on with the run that the file holds. */
  openFile(file: File): void;
}

export class FileRow {
  private lang: Language = 'en';
  private readonly save = make('button');
  private readonly copy = make('button');
  private readonly open = make('button');
  readonly place = make('span', 'files', this.save, this.copy, this.open);

  constructor(actions: FileActions) {
    const { save, copy, open } = this;
    save.type = copy.type = open.type = 'button';
    save.addEventListener('click', () => saveRun(actions.link()));
    // A frame may forbid to save without a word.
    copy.addEventListener('click', () => void this.copyLink(actions.link()));
    this.place.append(
      makeFileChooser(open, '.txt,.json,.png,text/plain', (file) => actions.openFile(file)),
    );
  }

  fill(lang: Language): void {
    this.save.textContent = TOOLS[lang].saveFile;
    this.copy.textContent = TOOLS[lang].copyRun;
    this.open.textContent = TOOLS[lang].openFile;
    this.lang = lang;
  }

  private async copyLink(link: string): Promise<void> {
    await copyTextAndSay(link, this.copy, TOOLS[this.lang]);
    this.copy.focus();
  }
}
