/** One run that was handed in, as a row of the sheet. */

import { CLASSIFIERS, type Classifier } from '../../engine/frame.js';
import type { Replay } from '../../engine/replay.js';
import type { SheetTexts } from '../../i18n/sheet.js';
import { make, setText } from '../../ui/dom.js';
import { formatAccuracy, formatLoss } from '../../ui/format.js';
import { type Entry, stepOf } from './entry.js';
import { notesOf } from './notes.js';
import { drawSmallBoard } from './small-board.js';

export interface RowActions {
  open(entry: Entry): void;
  remove(entry: Entry): void;
}

/** A board's side, in CSS pixels. */
const SIDE = 64;

/** What stands before a verdict, beside its word. */
const SIGNS = { right: '✓', wrong: '✗', none: '–' };

export class Row {
  private readonly who = make('strong');
  private readonly notes = make('span', 'notes');
  private readonly boards: Record<Classifier, HTMLCanvasElement>;
  private readonly step = make('td', 'value');
  private readonly loss = { linear: make('td', 'value'), network: make('td', 'value') };
  private readonly accuracy = { linear: make('td', 'value'), network: make('td', 'value') };
  private readonly said = make('span');
  private readonly differs = make('span', 'notes');
  private readonly answer = make('td', 'answer', this.said, this.differs);
  private readonly sign = make('span', 'sign');
  private readonly word = make('span');
  private readonly check = make('td', 'verdict', this.sign, this.word, this.notes);
  private readonly open = make('button');
  private readonly remove = make('button');
  readonly element = make('tr');

  constructor(
    private readonly entry: Entry,
    actions: RowActions,
  ) {
    const { open, remove, loss, accuracy } = this;
    this.boards = { linear: board(), network: board() };
    open.type = remove.type = 'button';
    this.sign.ariaHidden = 'true';
    open.addEventListener('click', () => actions.open(entry));
    remove.addEventListener('click', () => actions.remove(entry));
    const name = make('th', '', this.who);
    name.scope = 'row';
    this.element.append(
      name,
      this.check,
      make('td', 'boards', this.boards.linear, this.boards.network),
      this.answer,
      this.step,
      loss.linear,
      loss.network,
      accuracy.linear,
      accuracy.network,
      make('td', 'ways', open, remove),
    );
  }

  draw(replay: Replay): void {
    for (const classifier of CLASSIFIERS)
      drawSmallBoard(this.boards[classifier], classifier, replay);
  }

  /** `times` is how often the same student has handed in. */
  render(times: number, texts: SheetTexts): void {
    const { entry } = this;
    const { state } = entry;
    const name = entry.name || texts.nameless;
    const done = state.kind === 'done' ? state : null;
    setText(this.who, name);
    this.who.classList.toggle('nobody', entry.name === '');
    const notes = notesOf(entry, times, texts).join(texts.between);
    setText(this.notes, notes);
    this.notes.hidden = notes === '';
    setText(this.step, stepOf(entry).toLocaleString('en'));
    for (const classifier of CLASSIFIERS) {
      const accuracy = done ? formatAccuracy(done[classifier].accuracy) : '';
      setText(this.loss[classifier], done ? formatLoss(done[classifier].loss) : '');
      setText(this.accuracy[classifier], accuracy);
      const canvas = this.boards[classifier];
      canvas.classList.toggle('empty', !done);
      canvas.setAttribute('aria-label', texts[classifier](name, accuracy || '–'));
    }
    setText(this.said, entry.answer);
    setText(this.differs, entry.differs);
    this.renderVerdict(texts);
    setText(this.open, texts.open);
    setText(this.remove, texts.remove);
    this.open.setAttribute('aria-label', texts.openOf(name));
    this.remove.setAttribute('aria-label', texts.removeOf(name));
  }

  /** A sign and a word: colour alone tells not everybody apart. */
  private renderVerdict(texts: SheetTexts): void {
    const { sign, word, check, entry } = this;
    const { state } = entry;
    const verdict = state.kind === 'done' ? state.verdict : null;
    check.dataset.verdict = verdict ?? state.kind;
    setText(sign, verdict ? SIGNS[verdict] : '');
    if (verdict) setText(word, texts.verdicts[verdict]);
    else if (state.kind === 'going') setText(word, texts.going(state.step));
    else setText(word, state.kind === 'skipped' ? texts.skipped : waits(state.kind, texts));
  }
}

const waits = (kind: Entry['state']['kind'], texts: SheetTexts) =>
  kind === 'waiting' ? texts.waiting : '–';

function board(): HTMLCanvasElement {
  const canvas = make('canvas');
  canvas.setAttribute('role', 'img');
  // So small they are drawn finer than the screen is, and look smoother.
  canvas.width = canvas.height = Math.round(SIDE * Math.max(2, devicePixelRatio));
  return canvas;
}
