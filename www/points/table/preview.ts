/** A table before it is used: how its text is taken apart, which column is which, and what points that makes. */

import type { PointsTableTexts } from '../../i18n/points-table-en.js';
import type { OldCoding } from '../../i18n/points-table-told.js';
import { classMark } from '../../ui/class-mark.js';
import { make } from '../../ui/dom.js';
import { firstLines, MOST_LINES } from './decode.js';
import { Grid } from './grid.js';
import { DELIMITERS, type Delimiter, guessForm, guessRoles, type Row, rowsOf } from './guess.js';
import { type Choice, quote, type Reading, readPoints, shouldScale } from './read.js';

export interface PreviewActions {
  use(reading: Reading): void;
  cancel(): void;
}

/** Letters of a class's name that are shown. */
const NAME = 24;

export class Preview {
  readonly place = make('div', 'preview');
  readonly use = make('button', 'use');
  private readonly cancel = make('button');
  private readonly delimiter = make('select');
  private readonly decimal = make('select');
  private readonly header = make('input');
  private readonly scale = make('input');
  private readonly words = {
    delimiter: make('span'),
    decimal: make('span'),
    header: make('span'),
    scale: make('span'),
  };
  private readonly grid: Grid;
  private readonly counts = make('p', 'counts');
  private readonly notes = make('ul', 'notes');
  private text = '';
  private cut = false;
  private coding: OldCoding | undefined;
  private rows: readonly Row[] = [];
  private choice: Choice | null = null;
  private reading: Reading | null = null;
  /** A person has said whether to scale. */
  private scaleSaid = false;
  private texts: PointsTableTexts | null = null;

  constructor(actions: PreviewActions) {
    const { use, cancel, delimiter, decimal, header, scale, words, counts, notes } = this;
    this.grid = new Grid((roles) => this.choose({ roles }));
    use.type = cancel.type = 'button';
    header.type = scale.type = 'checkbox';
    notes.setAttribute('role', 'status');
    use.addEventListener('click', () => {
      if (this.reading?.points) actions.use(this.reading);
    });
    cancel.addEventListener('click', () => actions.cancel());
    delimiter.addEventListener('change', () => this.takeApart(delimiter.value as Delimiter));
    decimal.addEventListener('change', () => this.choose({ comma: decimal.value === ',' }));
    header.addEventListener('change', () => this.choose({ header: header.checked }));
    scale.addEventListener('change', () => {
      this.scaleSaid = true;
      this.choose({ scale: scale.checked });
    });
    decimal.append(new Option('0.5', '.'), new Option('0,5', ','));
    delimiter.append(...DELIMITERS.map((sign) => new Option('', sign)));
    const form = make(
      'div',
      'form',
      make('label', '', words.delimiter, ' ', delimiter),
      make('label', '', words.decimal, ' ', decimal),
      make('label', '', header, ' ', words.header),
      make('label', '', scale, ' ', words.scale),
    );
    this.place.append(form, this.grid.place, counts, notes, make('div', 'answers', use, cancel));
  }

  /** Shows a text, taken apart as is guessed; `cut` says that there is more of it than was read, `coding` how it
   * was read where that is not sure. */
  open(whole: string, cut: boolean, coding?: OldCoding): void {
    this.coding = coding;
    const { text, more } = firstLines(whole, MOST_LINES);
    this.text = text;
    this.cut = cut || more;
    this.scaleSaid = false;
    this.choice = null;
    this.takeApart();
  }

  private takeApart(delimiter?: Delimiter): void {
    const form = { ...guessForm(this.text), ...(delimiter && { delimiter }) };
    this.rows = rowsOf(this.text, form.delimiter);
    const scale = this.choice?.scale ?? false;
    this.choose({ ...form, roles: guessRoles(this.rows, form), scale });
  }

  private choose(change: Partial<Choice>): void {
    const choice = { ...this.choice, ...change } as Choice;
    if (!this.scaleSaid) choice.scale = shouldScale(this.rows, choice);
    this.choice = choice;
    this.reading = readPoints(this.rows, choice);
    this.show();
  }

  render(texts: PointsTableTexts): void {
    if (texts === this.texts) return;
    this.texts = texts;
    const { words, use, cancel, delimiter } = this;
    for (const key of ['delimiter', 'decimal', 'header', 'scale'] as const)
      words[key].textContent = texts[key];
    for (const option of delimiter.options)
      option.textContent = texts.delimiters[option.value as Delimiter];
    use.textContent = texts.use;
    cancel.textContent = texts.cancel;
    if (this.choice) this.show();
  }

  private show(): void {
    const { choice, reading, texts, rows } = this;
    if (!choice || !reading || !texts) return;
    this.delimiter.value = choice.delimiter;
    this.decimal.value = choice.comma ? ',' : '.';
    this.header.checked = choice.header;
    this.scale.checked = choice.scale;
    this.grid.show(rows, choice, texts);
    this.showCounts(reading, texts);
    this.showNotes(reading, texts);
    this.use.setAttribute('aria-disabled', String(reading.points === null));
  }

  private showCounts({ points, names, counts }: Reading, texts: PointsTableTexts): void {
    const each = counts.map((count, k) => {
      const name = names?.[k] || texts.classNumber(k);
      const item = make('span', '', classMark(k), ` ${quote(name, NAME)}: ${count}`);
      item.title = name;
      return item;
    });
    const all = points ? [make('strong', '', texts.points(points.length / 3)), ...each] : [];
    this.counts.replaceChildren(...all);
  }

  private showNotes({ notes, fault }: Reading, texts: PointsTableTexts): void {
    const lines = notes.map((note) => make('li', '', texts.note(note)));
    if (this.coding) lines.unshift(make('li', '', texts.coding(this.coding)));
    if (this.cut) lines.unshift(make('li', '', texts.cut(this.rows.length)));
    const last = this.rows.at(-1);
    if (last && this.text.split('"').length % 2 === 0)
      lines.unshift(make('li', '', texts.openQuote(last.line)));
    if (fault) lines.unshift(make('li', 'fault', texts.fault(fault)));
    this.notes.replaceChildren(...lines);
  }

  /** Where the keyboard goes on: to what has to be put right, or to the answer. */
  focus(): void {
    if (this.reading?.points) this.use.focus();
    else this.delimiter.focus();
  }
}
