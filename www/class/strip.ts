/** The line over the boards that says what a teacher's link asks for: its question, what was answered beside what happened, and
 * the way back to the whole page. */

import type { Classifier, Frame } from '../engine/frame.js';
import { CLASS, type ClassTexts } from '../i18n/class.js';
import type { Language } from '../i18n/index.js';
import { byId, make, setText } from '../ui/dom.js';
import { formatAccuracy } from '../ui/format.js';
import type { Plan } from './plan.js';

export interface StripActions {
  answer(text: string): void;
  handIn(): void;
  /** Has the page drawn anew. */
  changed(): void;
  /** Gives the whole page back. */
  leave(): void;
}

/** Letters of the longest answer. */
const LONGEST_ANSWER = 300;

export class Strip {
  private readonly question = make('p', 'question');
  private readonly box = make('input');
  private readonly give = make('button', 'use');
  private readonly asked = make('div', 'asked', this.box, this.give);
  private readonly happened = make('p', 'happened');
  private readonly handIn = make('button');
  private readonly window = make('a');
  private readonly leave = make('button', 'quiet');
  private readonly said = make('p', 'said');
  /** What is asked: what was typed belongs to it. */
  private asks = '';
  /** What was told last. */
  private told: Plan | null = null;
  /** The frame allows no windows. */
  private isShutIn = false;
  private readonly place = make(
    'section',
    '',
    // With spaces between them, at which a line may end.
    make('div', 'words', this.question, ' ', this.asked, ' ', this.happened, ' ', this.said, ' '),
    make('div', 'ways', this.handIn, ' ', this.window, ' ', this.leave),
  );

  constructor(actions: StripActions) {
    const { place, box, give, handIn, leave, window, said } = this;
    place.id = 'task';
    place.hidden = said.hidden = true;
    give.type = handIn.type = leave.type = 'button';
    box.type = 'text';
    box.maxLength = LONGEST_ANSWER;
    box.autocomplete = 'off';
    box.id = 'task-answer';
    said.setAttribute('role', 'status');
    window.target = '_blank';
    window.addEventListener('click', (event) => {
      event.preventDefault();
      this.isShutIn = open(window.href) === null;
      actions.changed();
    });
    const answer = () => {
      if (box.value.trim()) actions.answer(box.value);
      else this.demand();
    };
    give.addEventListener('click', answer);
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      answer();
    });
    handIn.addEventListener('click', actions.handIn);
    leave.addEventListener('click', actions.leave);
    const page = byId('page');
    page.prepend(place);
    // The boards make room for it.
    new ResizeObserver(() => {
      page.style.setProperty('--task', `${place.offsetHeight}px`);
    }).observe(place);
  }

  /** Says that an answer comes first, where it is given. */
  demand(): void {
    this.said.hidden = false;
    this.box.focus();
  }

  /** Shows what there is of a plan; `proof` is what there is to say of a check code that was handed in. */
  render(
    plan: Plan | null,
    frame: Frame,
    busy: boolean,
    lang: Language,
    proof: Proof | null,
  ): void {
    const { place, question, box, give, asked, happened, handIn, leave, window, said } = this;
    place.hidden = !plan || !isSeen(plan);
    document.body.classList.toggle('with-task', !place.hidden);
    if (!plan || place.hidden) return;
    const texts = CLASS[lang];
    const open = plan.question !== '' && plan.answer === '';
    if (plan.question !== this.asks) box.value = '';
    this.asks = plan.question;
    place.setAttribute('aria-label', texts.task);
    setText(question, plan.question || (plan.student ? '' : texts.setUp));
    question.classList.toggle('set-up', plan.question === '');
    question.hidden = question.textContent === '';
    asked.hidden = !open;
    if (!open) said.hidden = true;
    setText(said, texts.answerFirst);
    box.setAttribute('aria-label', texts.yourAnswer);
    box.placeholder = texts.yourAnswer;
    setText(give, texts.answer);
    setText(handIn, texts.handIn);
    handIn.hidden = open || plan.student !== '' || plan.question === '';
    setText(leave, texts.leave);
    setText(window, this.isShutIn ? texts.noWindow : texts.ownWindow);
    window.hidden = !plan.embedded;
    if (plan.embedded) window.href = location.href.replace(/&embed=[^&]*/, '');
    // What was told stays until there is more to tell, unless it is of another link.
    if (busy && plan === this.told) return;
    this.told = plan;
    setText(happened, this.story(plan, busy ? null : frame, texts, proof));
    happened.hidden = happened.textContent === '';
  }

  /** Without a frame, as it is before the run stands, what was given is told, and nothing of what came of it. */
  private story(plan: Plan, frame: Frame | null, texts: ClassTexts, proof: Proof | null): string {
    const { answer, student } = plan;
    const parts = [
      student && texts.handedIn(student),
      answer && (student ? texts.theirAnswer(answer) : texts.answered(answer)),
      answer && frame && frame.step > 0 && foundIn(frame, plan, texts),
      proof && texts.proof(proof.code, proof.step, proof.right),
    ];
    return parts.filter(Boolean).join(texts.between);
  }
}

/** What came out; empty where that is hidden. */
function foundIn(frame: Frame, { hide }: Plan, texts: ClassTexts): string {
  // What a hidden board has come to may be what is asked next.
  if (hide.has('numbers') || (hide.has('linear') && hide.has('network'))) return '';
  const of = (classifier: Classifier) => {
    const { accuracy, test } = frame[classifier];
    if (hide.has(classifier)) return null;
    const trained = formatAccuracy(accuracy);
    return test ? texts.andHeldOut(trained, formatAccuracy(test.accuracy)) : trained;
  };
  return texts.found(frame.step, of('linear'), of('network'));
}

/** What a check code that was handed in is worth: at this step the run has that one, or another. */
export interface Proof {
  code: string;
  step: number;
  right: boolean;
}

/** Where Play is only to halt somewhere, the box for that says so. */
function isSeen({ hide, lock, question, chapters, embedded, student, answer }: Plan): boolean {
  const covers = hide.size + lock.size + chapters.length > 0;
  return covers || embedded || [question, student, answer].some(Boolean);
}
