/** What the page shows of points that are held out or have a wrong label, once a run has such: the points themselves, the numbers
 * under the boards, the key of the chart, and what is said of them. */

import { readingOf } from '../boards/readouts.js';
import { CLASSIFIERS, type Classifier, type Frame, type Reading } from '../engine/frame.js';
import { HELD_OUT, type HeldOutTexts } from '../i18n/held-out.js';
import { dictionary } from '../i18n/index.js';
import type { Intent } from '../state/store.js';
import { byId, find, make, setText } from '../ui/dom.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';
import { drawPoints } from './sprites.js';
import { testEnds } from './test-ends.js';

/** Milliseconds between two numbers of a moving run, as those of the training points have them. */
const PAUSE_BETWEEN_NUMBERS = 90;

export class HeldOut {
  readonly draw = drawPoints;
  private readonly places = CLASSIFIERS.map((classifier) => new TestReadouts(classifier));
  private readonly key = make('span', 'key test');
  private last = 0;
  private isShown = false;

  constructor() {
    this.key.hidden = true;
    find('#loss .key.network', HTMLElement).after(this.key);
  }

  /** Shows the numbers; `now` is the frame's time, `busy` says that the run moves on. */
  render(frame: Frame, { lang, chart }: Intent, now: number, busy: boolean): void {
    const shown = frame.linear.test !== null;
    testEnds.note(frame);
    if (shown !== this.isShown) byId('boards').classList.toggle('holds-out', shown);
    if (busy && shown === this.isShown && now - this.last < PAUSE_BETWEEN_NUMBERS) return;
    this.last = now;
    this.isShown = shown;
    const texts = HELD_OUT[lang];
    this.key.hidden = !shown || chart === 'parts' || chart === 'point';
    setText(this.key, texts.key);
    for (const place of this.places) place.render(frame, texts, dictionary(lang).accuracy);
  }

  /** What is said of the run, once it stands. */
  summary(frame: Frame, { lang }: Intent): string {
    const texts = HELD_OUT[lang];
    const said = CLASSIFIERS.flatMap((classifier) => {
      const test = testOf(frame, classifier);
      const name = dictionary(lang)[classifier];
      return test ? [texts.said(name, formatLoss(test.loss), formatAccuracy(test.accuracy))] : [];
    });
    return said.length > 0 ? texts.summary(said) : '';
  }

  /** What is said of a board, and of the point that is ringed on it. */
  wordsOf(frame: Frame, classifier: Classifier, ringed: number | null, { lang }: Intent): string {
    const texts = HELD_OUT[lang];
    const { labels, trueLabels, heldOut } = frame.points;
    const test = testOf(frame, classifier);
    const wrong = labels.reduce((count, label, i) => count + Number(label !== trueLabels[i]), 0);
    const words = [
      test
        ? texts.boardTest(count(heldOut), formatLoss(test.loss), formatAccuracy(test.accuracy))
        : '',
      wrong > 0 ? texts.boardWrong(wrong) : '',
    ];
    if (ringed !== null) {
      const truly = trueLabels[ringed] ?? 0;
      if (heldOut[ringed]) words.push(texts.ringedHeldOut);
      if (labels[ringed] !== truly) words.push(texts.ringedWrong(truly));
    }
    return words.join('');
  }
}

const count = (held: Uint8Array) => held.reduce((sum, each) => sum + each, 0);

/** The numbers of the points that are held out belong to the network that is trained; none are known of a board's picture without
 * some of its units. */
function testOf(frame: Frame, classifier: Classifier): Reading | null {
  return readingOf(frame, classifier) === frame[classifier] ? frame[classifier].test : null;
}

/** The line under a board's numbers, and the word at its accuracy. */
class TestReadouts {
  private readonly loss: TestNumber;
  private readonly accuracy: TestNumber;
  private readonly place = make('p', 'readouts test');
  private readonly trained: HTMLElement;
  private readonly accuracyWord: HTMLElement;

  constructor(private readonly classifier: Classifier) {
    this.loss = new TestNumber(this.place, `${classifier}-test-loss`);
    this.accuracy = new TestNumber(this.place, `${classifier}-test-accuracy`);
    this.place.hidden = true;
    this.trained = byId(`${classifier}-accuracy`);
    this.trained.closest('p')?.after(this.place);
    this.accuracyWord = find('span', HTMLElement, this.trained.closest('label') ?? document);
  }

  render(frame: Frame, texts: HeldOutTexts, accuracy: string): void {
    this.place.hidden = frame.linear.test === null;
    this.nameTraining(this.place.hidden ? '' : texts.training, accuracy);
    if (this.place.hidden) return;
    const test = testOf(frame, this.classifier);
    const loss = test ? formatLoss(test.loss) : '–';
    this.loss.show(texts.test, texts.ofLoss, loss);
    this.accuracy.show(texts.test, texts.ofAccuracy, test ? formatAccuracy(test.accuracy) : '–');
  }

  /** Says whose the accuracy above is; where there is little room that is only heard. */
  private nameTraining(training: string, accuracy: string): void {
    const { accuracyWord, trained } = this;
    const whole = training + accuracy;
    if (accuracyWord.textContent !== whole)
      accuracyWord.replaceChildren(make('span', 'training', training), accuracy);
    if (training) trained.setAttribute('aria-label', whole);
    else trained.removeAttribute('aria-label');
  }
}

/** A number with its words, of which the second is left out where there is little room. */
class TestNumber {
  private readonly first = make('span');
  private readonly second = make('span', 'what');
  private readonly output = make('output');

  constructor(place: HTMLElement, id: string) {
    this.output.id = id;
    this.output.setAttribute('aria-live', 'off');
    place.append(make('label', '', make('span', '', this.first, this.second), this.output));
  }

  show(first: string, second: string, value: string): void {
    setText(this.first, first);
    setText(this.second, second);
    const { output } = this;
    output.setAttribute('aria-label', first + second);
    // A loss on its way to infinity has more digits than its place.
    output.style.setProperty('--digits', `${Math.max(8, value.length)}`);
    setText(output, value);
  }
}
