/** The run on one sheet of paper: made when the browser is about to print, and taken away after that. */

import { readingOf } from '../boards/readouts.js';
import { CLASSIFIERS, type Classifier, type Frame } from '../engine/frame.js';
import { rowsOf, type Settings, type SettingsTable } from '../engine/settings.js';
import { TOOLS } from '../i18n/chart-tools.js';
import { HELD_OUT } from '../i18n/held-out.js';
import { dictionary } from '../i18n/index.js';
import { PRINT, type PrintTexts } from '../i18n/print.js';
import { fullAddress } from '../share/address.js';
import { drawCode, makeCode } from '../share/code.js';
import { plainText } from '../state/link-text.js';
import type { Intent } from '../state/store.js';
import { make } from '../ui/dom.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';
import { boardOf } from './board.js';
import { chartOf } from './chart.js';
import { onPaper } from './paper.js';
import { isSeen, type Stage } from './stage.js';

/** Letters of a link, and of changes, that still fit on the sheet. */
const LONGEST_LINK = 1200;
const LONGEST_CHANGES = 200;
/** With more letters than these in all, the pictures make room. */
const MANY_LETTERS = 500;
/** Pixels of a picture for one of the page: at the size of the sheet about 300 to an inch. */
const SCALE = 3;
const BOARD = 340 * SCALE;
const CHART = { width: 700 * SCALE, height: 190 * SCALE, scale: SCALE };

export interface PrintedRun extends Stage {
  readonly engine: { readonly table: SettingsTable; readonly frame: Frame; checkCode(): string };
  /** What is wanted; null where nothing has been drawn yet. */
  readonly intent: Intent | null;
}

type Line = readonly [name: string, value: string];

export class PrintedSheet {
  private sheet: HTMLElement | null = null;

  constructor(
    private readonly run: PrintedRun,
    private readonly link: () => string,
  ) {
    // What is to be printed has to stand in the page when this event is over.
    addEventListener('beforeprint', () => this.put());
    addEventListener('afterprint', () => this.takeAway());
  }

  /** Whether the browser has begun to print: a frame may forbid it without a word. */
  print(): boolean {
    let begun = false;
    addEventListener('beforeprint', () => (begun = true), { once: true });
    window.print();
    return begun;
  }

  private put(): void {
    const { intent, engine } = this.run;
    this.takeAway();
    if (!intent) return;
    const sheet = make('section');
    sheet.id = 'printed';
    onPaper(() => this.fill(sheet, engine.frame, intent));
    sheet.classList.toggle('tight', lettersOf(sheet) > MANY_LETTERS);
    document.body.append(sheet);
    this.sheet = sheet;
  }

  private takeAway(): void {
    this.sheet?.remove();
    this.sheet = null;
  }

  private fill(sheet: HTMLElement, frame: Frame, intent: Intent): void {
    const texts = PRINT[intent.lang];
    const page = dictionary(intent.lang);
    // What a teacher hides is not printed either.
    const shown = CLASSIFIERS.filter((each) => isSeen(`${each}-board`));
    const check = `${texts.check} ${this.run.engine.checkCode()}`;
    const heads = [make('strong', '', texts.step(frame.step))];
    if (isSeen('check')) heads.push(make('span', '', check));
    sheet.append(
      make('header', '', make('h1', '', page.title), ...heads),
      ...this.task(intent, texts),
      make('div', 'boards', ...shown.map((each) => this.board(each, frame, intent))),
      ...this.chart(frame, intent),
      this.foot(frame, intent, texts),
    );
  }

  private task({ task }: Intent, texts: PrintTexts): HTMLElement[] {
    const [by, question, answer] = [task?.handin, task?.ask, task?.answer].map(plainText);
    const lines: Line[] = [
      [texts.by, by ?? ''],
      [texts.question, question ?? ''],
      [texts.answer, answer ?? ''],
    ];
    const said = lines.filter(([, value]) => value);
    return said.length > 0 ? [listOf(said)] : [];
  }

  private board(classifier: Classifier, frame: Frame, intent: Intent): HTMLElement {
    const { lang, soft, classNames } = intent;
    const texts = PRINT[lang];
    const page = dictionary(lang);
    const seen = { soft, classNames, texts: page };
    const canvas = boardOf(this.run, classifier, frame, seen, BOARD, SCALE);
    const reading = readingOf(frame, classifier);
    const { test } = frame[classifier];
    const numbers: Line[] = [
      [texts.loss, formatLoss(reading.loss)],
      [texts.accuracy, formatAccuracy(reading.accuracy)],
    ];
    if (test && reading === frame[classifier])
      numbers.push(
        [texts.testLoss, formatLoss(test.loss)],
        [texts.testAccuracy, formatAccuracy(test.accuracy)],
      );
    const caption = make('figcaption', '', make('strong', '', page[classifier]));
    return make(
      'figure',
      '',
      caption,
      canvas,
      ...(isSeen(`${classifier}-loss`) ? [listOf(numbers)] : []),
    );
  }

  private chart(frame: Frame, { lang }: Intent): HTMLElement[] {
    const page = dictionary(lang);
    const canvas = isSeen('chart') ? chartOf(this.run, frame, CHART) : null;
    if (!canvas) return [];
    const title = this.run.chart.drawn?.axis.title ?? page.chart;
    const keys = CLASSIFIERS.map((each) => make('span', `key ${each}`, page[each]));
    if (frame.linear.test) keys.push(make('span', 'key test', HELD_OUT[lang].key));
    return [
      make('figure', 'chart', make('figcaption', '', make('strong', '', title), ...keys), canvas),
    ];
  }

  private foot({ experiment }: Frame, { lang }: Intent, texts: PrintTexts): HTMLElement {
    const { beginning, changes } = experiment;
    const link = fullAddress(this.link());
    const fits = link.length <= LONGEST_LINK;
    const lines: Line[] = [
      [texts.settings, settingsIn(beginning, this.run.engine.table, lang)],
      [texts.changes, cut(changes.replaceAll(';', '; '))],
    ];
    const code = makeCode();
    code.setAttribute('aria-label', texts.code);
    const said = listOf(lines.filter(([, value]) => value));
    const address = listOf([[texts.link, fits ? link : texts.tooLong]]);
    const codes = fits && drawCode(code, link) > 0 ? [code] : [];
    return make('footer', '', make('div', '', said, ...codes), address);
  }
}

/** Letters in texts of any length. */
const lettersOf = (sheet: HTMLElement) =>
  [...sheet.querySelectorAll(':scope > dl dd, footer dd')].reduce(
    (sum, { textContent }) => sum + textContent.length,
    0,
  );

const cut = (text: string) =>
  text.length > LONGEST_CHANGES ? `${text.slice(0, LONGEST_CHANGES)}…` : text;

/** Names with their values. */
function listOf(lines: readonly Line[]): HTMLElement {
  const pairs = lines.map(([name, value]) =>
    make('div', '', make('dt', '', name), make('dd', '', value)),
  );
  return make('dl', '', ...pairs);
}

/** All that the link always says, and what else is not as it is by default. */
function settingsIn(settings: Settings, table: SettingsTable, lang: Intent['lang']): string {
  const texts = PRINT[lang];
  const words = dictionary(lang);
  const said = rowsOf(table).flatMap(({ name, always, default: usual }) => {
    if (!always && settings[name] === usual) return [];
    if (name === 'activation') return [TOOLS[lang].activation(settings.activation)];
    if (name === 'data') return [texts.pair(words.data, TOOLS[lang].source(settings.data))];
    return [texts.pair(words[name], String(settings[name]))];
  });
  return said.join(texts.between);
}
