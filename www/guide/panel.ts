/** The explanation of the boards or of the chart: beside them, so that both can be seen together. */

import type { Chart } from '../chart/chart.js';
import { type Histories, readerOf } from '../chart/values.js';
import type { Frame } from '../engine/frame.js';
import { GUIDES } from '../i18n/guide.js';
import type { Dictionary } from '../i18n/index.js';
import { insideTexts } from '../i18n/inside.js';
import type { Intent } from '../state/store.js';
import { classMark } from '../ui/class-mark.js';
import { make } from '../ui/dom.js';
import { askedBy, type GuideButtons, type Topic } from './buttons.js';
import { type Item, itemsOf } from './items.js';
import { SAMPLES } from './samples.js';
import { tableOf } from './table.js';

/** Milliseconds between two tables of a moving run. */
const PAUSE = 500;

/** What the chart shows besides the losses. */
type Shown = Pick<Chart, 'drawn' | 'more'>;

export class GuidePanel {
  private readonly close = make('button', 'close', '×');
  private readonly heading = make('h2');
  private readonly list = make('dl');
  private readonly summary = make('summary');
  private readonly table = make('div');
  private readonly values = make('details', '', this.summary, this.table);
  private readonly place = make('section', '', this.close, this.heading, this.list, this.values);
  private shown = '';
  private topic: Topic | null = null;
  private tabled = '';
  private tabledAt = 0;

  constructor(
    private readonly buttons: GuideButtons,
    changed: () => void,
  ) {
    this.place.id = 'guide';
    this.heading.id = 'guide-heading';
    this.place.setAttribute('aria-labelledby', 'guide-heading');
    this.close.type = 'button';
    this.close.addEventListener('click', () => this.leave());
    document.addEventListener('keydown', (event) => {
      if (this.place.contains(event.target as Node) || askedBy(event.target)) this.press(event);
    });
    this.values.addEventListener('toggle', changed);
    // Many columns are scrolled, by keys too.
    this.table.tabIndex = 0;
  }

  /** Explains what is seen now; `now` is the frame's time. */
  render(
    frame: Frame,
    intent: Intent,
    histories: Histories,
    chart: Shown,
    busy: boolean,
    now: number,
  ): void {
    // What is closed is explained no more.
    if (this.buttons.topic === 'inside' && intent.inside === null) this.buttons.open(null);
    const { topic } = this.buttons;
    this.place.hidden = topic === null;
    if (topic === null) return;
    this.stand(topic);
    const texts = insideTexts(intent.lang);
    const guide = GUIDES[intent.lang];
    const { width } = histories('linear');
    const items = itemsOf(topic, { frame, intent, width }, guide, texts);
    const { classes } = frame.points;
    const wanted = JSON.stringify([guide[topic], classes, items]);
    if (wanted !== this.shown) {
      this.shown = wanted;
      this.heading.textContent = guide[topic];
      this.close.setAttribute('aria-label', guide.close);
      this.summary.textContent = guide.table;
      this.list.replaceChildren(...items.map((item) => entry(item, classes)));
    }
    this.values.hidden = topic !== 'chart';
    if (topic === 'chart' && this.values.open && (!busy || now - this.tabledAt > PAUSE))
      this.fill(frame, histories, chart, texts, now);
  }

  private fill(
    frame: Frame,
    histories: Histories,
    chart: Shown,
    texts: Dictionary,
    now: number,
  ): void {
    const { step } = frame;
    const { drawn, more } = chart;
    const title = drawn?.axis.title ?? texts.chart;
    const own = drawn?.read ?? readerOf(frame, histories, texts);
    const read = (asked: number) => {
      const values = own(asked);
      return { ...values, named: [...values.named, ...(more?.earlierAt(values.step) ?? [])] };
    };
    const wanted = JSON.stringify([read(step), title]);
    if (wanted === this.tabled) return;
    this.tabled = wanted;
    this.tabledAt = now;
    this.table.replaceChildren(tableOf(step, read, title, texts.step));
  }

  /** After the caption with its button, from which the Tab key leads into it. */
  private stand(topic: Topic): void {
    if (topic === this.topic) return;
    this.topic = topic;
    this.buttons.of(topic).closest('figcaption, .bar')?.after(this.place);
    this.place.dataset.topic = topic;
    this.place.scrollTop = 0;
  }

  private press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.buttons.topic === null) return;
    event.preventDefault();
    this.leave();
  }

  private leave(): void {
    const { topic } = this.buttons;
    this.buttons.open(null);
    if (topic) this.buttons.of(topic).focus();
  }
}

function entry({ sign, text }: Item, classes: number): HTMLElement {
  const term = make('dt');
  if ('words' in sign) term.append(sign.words);
  else if (sign.sample === 'points') term.append(...marksOf(classes));
  else term.append(SAMPLES[sign.sample]());
  return make('div', '', term, make('dd', '', text));
}

/** Every class's shape, with its number. */
function marksOf(classes: number): HTMLElement[] {
  return Array.from({ length: classes }, (_, k) => make('span', '', classMark(k), ` ${k}`));
}
