/** How far the sheet has come with repeating its runs, and what stops it. */

import type { Language } from '../../i18n/index.js';
import { SHEET } from '../../i18n/sheet.js';
import { make, setText } from '../../ui/dom.js';
import type { Entry } from './entry.js';

export interface ProgressActions {
  skip(): void;
  stop(): void;
  goOn(): void;
}

export class Progress {
  private readonly bar = make('progress');
  private readonly count = make('span');
  private readonly now = make('span', 'now');
  private readonly skip = make('button');
  private readonly stop = make('button');
  private readonly goOn = make('button', 'use');
  private readonly going = make(
    'div',
    'going',
    this.bar,
    this.count,
    this.now,
    this.skip,
    this.stop,
  );
  private readonly stands = make('p', '', make('span'), this.goOn);
  readonly element = make('div', 'repeating', this.going, this.stands);

  constructor(actions: ProgressActions) {
    const { skip, stop, goOn } = this;
    for (const button of [skip, stop, goOn]) button.type = 'button';
    this.element.tabIndex = -1;
    skip.addEventListener('click', actions.skip);
    stop.addEventListener('click', actions.stop);
    goOn.addEventListener('click', actions.goOn);
  }

  /** Skipped runs are not done yet, either. */
  render(entries: readonly Entry[], isGoing: boolean, lang: Language): void {
    const { bar, count, now, going, stands } = this;
    const texts = SHEET[lang];
    const left = entries.filter(isLeft);
    const done = entries.length - left.length;
    const { activeElement } = document;
    going.hidden = !isGoing;
    stands.hidden = isGoing || left.length === 0;
    // A button that was pressed may be hidden now.
    if (isGoing && stands.contains(activeElement)) this.stop.focus();
    if (!isGoing && going.contains(activeElement))
      (stands.hidden ? this.element : this.goOn).focus();
    bar.max = entries.length;
    bar.value = done;
    bar.setAttribute('aria-label', texts.of(done, entries.length));
    setText(count, texts.of(done, entries.length));
    const current = entries.find(({ state }) => state.kind === 'going');
    const { state, name, link } = current ?? {};
    const step = state?.kind === 'going' ? state.step : 0;
    // Short ones come and go too fast to be read.
    setText(now, step > 0 && link ? texts.nowAt(name || texts.nameless, step, link.step) : '');
    setText(this.skip, texts.skip);
    setText(this.stop, texts.stop);
    setText(this.goOn, texts.goOn);
    setText(stands.firstElementChild as Element, texts.left(left.length));
  }
}

const isLeft = ({ state: { kind } }: Entry) => kind !== 'done' && kind !== 'refused';
