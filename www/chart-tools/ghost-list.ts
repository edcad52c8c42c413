/** The runs that were left, as a list: each has a name that can be changed, can be brought back, and removed. */

import type { Frame, Ghost } from '../engine/frame.js';
import type { ToolsTexts } from '../i18n/chart-tools-en.js';
import type { Command } from '../state/store.js';
import { make, setText } from '../ui/dom.js';
import type { Listening } from './listening.js';

interface Row {
  ghost: Ghost;
  place: HTMLElement;
  name: HTMLInputElement;
  /** Why the chart shows no curve of it, if it does not. */
  note: HTMLElement;
  listen: HTMLButtonElement;
  /** What can be operated, in order. */
  parts: readonly HTMLElement[];
}

/** What is known of the runs besides their curves. */
export interface Labels {
  letterOf(ghost: Ghost): string;
  labelOf(ghost: Ghost): string;
  /** Why the chart shows no curve of it; nothing where it does. */
  noteOf(ghost: Ghost): string;
  rename(ghost: Ghost, name: string): void;
}

export class GhostList {
  readonly place = make('ul', 'ghosts');
  private rows: Row[] = [];
  private ghosts: readonly Ghost[] | null = null;
  private texts: ToolsTexts | null = null;

  constructor(
    private readonly labels: Labels,
    private readonly listening: Listening,
    private readonly emit: (command: Command) => void,
    /** The entry under the pointer or with the focus is another one; null for none. */
    private readonly light: (ghost: Ghost | null) => void,
    /** Where the focus goes when the entry that had it was the last one. */
    private readonly leave: () => void,
  ) {}

  render({ ghosts }: Frame, texts: ToolsTexts): void {
    if (ghosts !== this.ghosts || texts !== this.texts) this.fill(ghosts, texts);
    for (const { ghost, name, note, listen } of this.rows) {
      const plays = this.listening.plays(ghost);
      const letter = this.labels.letterOf(ghost);
      setText(listen, plays ? '■' : '♪');
      listen.setAttribute(
        'aria-label',
        plays ? texts.stopListeningTo(letter) : texts.listenTo(letter),
      );
      const words = this.labels.noteOf(ghost);
      setText(note, words);
      note.hidden = words === '';
      if (document.activeElement !== name) name.value = this.labels.labelOf(ghost);
    }
  }

  private fill(ghosts: readonly Ghost[], texts: ToolsTexts): void {
    const known = texts === this.texts ? this.rows : [];
    this.ghosts = ghosts;
    this.texts = texts;
    const { activeElement } = document;
    const at = this.rows.findIndex(({ place }) => place.contains(activeElement));
    const had = this.rows[at];
    const part = had?.parts.indexOf(activeElement as HTMLElement) ?? 0;
    this.rows = ghosts.map(
      (ghost) => known.find((row) => row.ghost === ghost) ?? this.row(ghost, texts),
    );
    this.place.replaceChildren(...this.rows.map(({ place }) => place));
    this.place.hidden = ghosts.length === 0;
    this.place.setAttribute('aria-label', texts.ghosts);
    if (!had) return;
    // What is taken out of the page loses the focus: it goes to the same part of the same entry, or of the one in its place.
    this.light(null);
    const next =
      this.rows.find(({ ghost }) => ghost === had.ghost) ?? this.rows[at] ?? this.rows.at(-1);
    if (next) next.parts[part]?.focus();
    else this.leave();
  }

  private row(ghost: Ghost, texts: ToolsTexts): Row {
    const { id } = ghost;
    const letter = this.labels.letterOf(ghost);
    const name = make('input');
    name.type = 'text';
    name.maxLength = 40;
    name.spellcheck = false;
    name.setAttribute('aria-label', texts.ghostName(letter));
    name.addEventListener('change', () => this.labels.rename(ghost, name.value));
    const emit = (command: Command) => () => this.emit(command);
    const back = button(texts.bringBack, emit({ kind: 'bringBack', id }));
    back.setAttribute('aria-label', texts.bringBackOf(letter));
    const remove = button('×', emit({ kind: 'forgetGhost', id }));
    remove.setAttribute('aria-label', texts.removeGhost(letter));
    const listen = button('♪', () => this.listening.toggle(ghost));
    const note = make('small', 'quiet');
    note.id = `no-curve-${letter}`;
    name.setAttribute('aria-describedby', note.id);
    const place = make('li', '', make('b', '', letter), name, listen, back, remove, note);
    this.lightWith(place, ghost);
    return { ghost, name, note, listen, parts: [name, listen, back, remove], place };
  }

  /** The pointer and the focus of the keyboard light a curve; the one that a press has left behind does not. */
  private lightWith(place: HTMLElement, ghost: Ghost): void {
    const focused = () => place.querySelector(':focus-visible') !== null;
    place.addEventListener('pointerenter', () => this.light(ghost));
    place.addEventListener('pointerleave', () => this.light(focused() ? ghost : null));
    place.addEventListener('focusin', () => this.light(focused() ? ghost : null));
    place.addEventListener('focusout', () => this.light(place.matches(':hover') ? ghost : null));
  }
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = make('button', '', text);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}
