/** The runs that were left, as a list: each has a name that can be changed, can be brought back, and removed. */

import type { Frame, Ghost } from '../engine/frame.js';
import type { ToolsTexts } from '../i18n/chart-tools-en.js';
import type { Command } from '../state/store.js';
import { make } from '../ui/dom.js';

interface Row {
  ghost: Ghost;
  place: HTMLElement;
  name: HTMLInputElement;
}

export class GhostList {
  readonly place = make('ul', 'ghosts');
  private rows: Row[] = [];
  /** What somebody has called a run. */
  private readonly names = new Map<number, string>();
  private ghosts: readonly Ghost[] | null = null;
  private texts: ToolsTexts | null = null;

  constructor(
    private readonly emit: (command: Command) => void,
    /** A label is another one. */
    private readonly renamed: () => void,
  ) {}

  /** `labelOf` tells what a run is called as long as nobody has named it. */
  render({ ghosts }: Frame, texts: ToolsTexts, labelOf: (ghost: Ghost) => string): void {
    if (ghosts !== this.ghosts || texts !== this.texts) {
      this.ghosts = ghosts;
      this.texts = texts;
      this.rows = ghosts.map((ghost) => this.row(ghost, texts));
      this.place.replaceChildren(...this.rows.map(({ place }) => place));
      this.place.hidden = ghosts.length === 0;
      this.place.setAttribute('aria-label', texts.ghosts);
    }
    for (const { ghost, name } of this.rows) {
      if (document.activeElement !== name) name.value = this.nameOf(ghost) ?? labelOf(ghost);
    }
  }

  /** The name that somebody has given a run. */
  nameOf({ id }: Ghost): string | null {
    return this.names.get(id) ?? null;
  }

  private row(ghost: Ghost, texts: ToolsTexts): Row {
    const { id } = ghost;
    const name = make('input');
    name.type = 'text';
    name.maxLength = 40;
    name.spellcheck = false;
    name.setAttribute('aria-label', texts.ghostName);
    name.addEventListener('change', () => {
      if (name.value.trim() === '') this.names.delete(id);
      else this.names.set(id, name.value.trim());
      this.renamed();
    });
    const button = (text: string, label: string, command: Command) => {
      const made = make('button', '', text);
      made.type = 'button';
      if (label !== text) made.setAttribute('aria-label', label);
      made.addEventListener('click', () => this.emit(command));
      return made;
    };
    const back = button(texts.bringBack, texts.bringBack, { kind: 'bringBack', id });
    const remove = button('×', texts.removeGhost, { kind: 'forgetGhost', id });
    return { ghost, name, place: make('li', '', name, back, remove) };
  }
}
