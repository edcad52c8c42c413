/** A student hands the run in: with a name, an answer, and the check code of the step at which it stands. */

import type { Frame } from '../../engine/frame.js';
import { HAND_IN, type HandInTexts } from '../../i18n/hand-in.js';
import { fullAddress } from '../../share/address.js';
import type { SharePart } from '../../share/part.js';
import { parseLink } from '../../state/link.js';
import { plainText } from '../../state/link-text.js';
import type { Intent } from '../../state/store.js';
import { make, setText } from '../../ui/dom.js';
import type { ClassRun } from '../run.js';
import { handInLink, lineOf, type Writing } from './link.js';
import { Result } from './result.js';

/** Letters of the longest name and answer. */
const LONGEST_NAME = 100;
const LONGEST_ANSWER = 300;

export class HandInPart implements SharePart {
  readonly name = 'handInPart';
  private readonly hint = make('p', 'hint');
  private readonly nameWord = make('span');
  private readonly nameBox = make('input');
  private readonly question = make('p', 'question');
  private readonly answerWord = make('span');
  private readonly answerBox = make('input');
  private readonly answerLabel = make('label', '', this.answerWord, this.answerBox);
  private readonly given = make('p', 'given');
  private readonly stands = make('p');
  private readonly first = make('p', 'first');
  private readonly result = new Result(HAND_IN.en);
  readonly element = make(
    'div',
    'hand-in',
    this.hint,
    make('label', '', this.nameWord, this.nameBox),
    this.question,
    this.given,
    this.answerLabel,
    this.stands,
    this.first,
    this.result.element,
  );
  readonly answers = [this.result.save, this.result.done];
  private texts: HandInTexts = HAND_IN.en;
  private intent: Intent | null = null;
  /** The run as it stood when the dialog was opened: the name and the answer come later. */
  private taken = { link: '', step: 0, check: '' };
  /** Nobody has typed here: what a link says may stand in the boxes. */
  private untouched = { name: true, answer: true };
  /** The question to which the answer belongs that was typed. */
  private answeredTo: string | undefined;
  /** The question for which the dialog has opened with this part. */
  private openedFor: string | null = null;

  constructor(
    private readonly run: ClassRun,
    private readonly link: () => string,
    private readonly writing: Writing,
  ) {
    const { nameBox, answerBox, untouched, first } = this;
    nameBox.type = answerBox.type = 'text';
    nameBox.autocomplete = 'name';
    answerBox.autocomplete = 'off';
    nameBox.maxLength = LONGEST_NAME;
    answerBox.maxLength = LONGEST_ANSWER;
    first.setAttribute('role', 'status');
    nameBox.addEventListener('input', () => {
      untouched.name = false;
      this.show();
    });
    answerBox.addEventListener('input', () => {
      untouched.answer = false;
      this.show();
    });
  }

  /** Once for each question, as soon as it has been answered; what was handed in already is looked at. */
  isDue(): boolean {
    const { ask, answer, handin } = this.intent?.task ?? {};
    if (!ask || !answer || handin || ask === this.openedFor) return false;
    this.openedFor = ask;
    return true;
  }

  open(): void {
    const { step } = this.run.frame;
    this.taken = { link: this.link(), step, check: this.run.checkCode() };
    const { task } = this.intent ?? {};
    const { nameBox, answerBox, untouched } = this;
    // An answer belongs to its question.
    if (task?.ask !== this.answeredTo) untouched.answer = true;
    this.answeredTo = task?.ask;
    if (untouched.name) nameBox.value = plainText(task?.handin);
    if (untouched.answer) answerBox.value = task?.ask ? '' : plainText(task?.answer);
    this.show();
    nameBox.focus();
  }

  render(_: Frame, intent: Intent): void {
    this.intent = intent;
    const texts = HAND_IN[intent.lang];
    if (texts === this.texts && this.nameWord.textContent) return;
    this.texts = texts;
    setText(this.hint, texts.hint);
    setText(this.nameWord, texts.name);
    this.result.render(texts);
    this.show();
  }

  private show(): void {
    const { texts, taken, first, result, answerBox } = this;
    const { step, check } = taken;
    const { ask, answer: given } = this.intent?.task ?? {};
    const isGiven = Boolean(ask && given);
    const name = this.nameBox.value.trim();
    const found = answerBox.value.trim();
    const guess = isGiven ? plainText(given) : '';
    const answer = [guess, found].filter(Boolean).join(' · ');
    setText(this.question, plainText(ask));
    this.question.hidden = !ask;
    setText(this.given, texts.given(guess));
    this.given.hidden = !isGiven;
    setText(this.answerWord, ask && !isGiven ? texts.answer : texts.found);
    setText(this.stands, texts.stands(step, check));
    const missing = missingOf(name, answer, Boolean(ask));
    setText(first, missing ? texts[missing] : '');
    first.hidden = missing === null;
    if (missing) result.hide();
    else this.showResult(name, answer);
  }

  private showResult(name: string, answer: string): void {
    const { texts, writing, taken } = this;
    const { step, check } = taken;
    const run = parseLink(taken.link, writing.chapters);
    const link = handInLink(run, { name, answer, step, check }, writing);
    const address = fullAddress(link);
    this.result.show(link, address, lineOf(texts.inLine(name, answer, step, check), address));
  }
}

/** What has to be written before there is something to hand in. */
function missingOf(
  name: string,
  answer: string,
  asked: boolean,
): 'nameFirst' | 'answerFirst' | null {
  if (!name) return 'nameFirst';
  return asked && !answer ? 'answerFirst' : null;
}
