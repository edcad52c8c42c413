/** What the chart shows is chosen here, and can be listened to. */

import type { Classifier, Frame, Ghost } from '../engine/frame.js';
import { CLASSIFIERS } from '../engine/frame.js';
import { TOOLS } from '../i18n/chart-tools.js';
import { dictionary, type Language } from '../i18n/index.js';
import { TypedBox } from '../inside/typed-box.js';
import type { ChartMode, Intent, View } from '../state/store.js';
import { find, make, setText } from '../ui/dom.js';
import type { Listening } from './listening.js';

export interface ShowActions {
  look(view: Partial<View>): void;
  selectPoint(text: string): void;
  changed(): void;
}

const MODES: readonly ChartMode[] = ['loss', 'parts', 'accuracy', 'point'];

export class ShowRow {
  private readonly mode = choice('chart-show', MODES);
  private readonly of = choice('chart-of', CLASSIFIERS);
  private readonly showWord = make('span');
  private readonly pointWord = make('span');
  private readonly ofLabel = make('label', '', this.of);
  private readonly point = make('input', 'number');
  private readonly pointLabel = make('label', '', this.pointWord, ' ', this.point);
  /** What the areas are: it stands in the chart's caption. */
  private readonly areas = make(
    'span',
    'areas',
    make('i', 'data'),
    make('span'),
    make('i'),
    make('span'),
  );
  private readonly listen = make('button');
  private readonly told = make('span', 'quiet');
  /** The earlier run that is heard, for who does not see which button was pressed. */
  private readonly heard = make('span', 'unseen');
  /** What stands in the row of tools. */
  readonly parts = [
    make('label', '', this.showWord, ' ', this.mode),
    this.ofLabel,
    this.pointLabel,
    make('span', 'heard', this.listen, this.told, this.heard),
  ];
  private readonly box: TypedBox;
  private lang: Language | null = null;

  constructor(
    actions: ShowActions,
    private readonly listening: Listening,
  ) {
    const { mode, of, point, listen, told } = this;
    mode.addEventListener('change', () => actions.look({ chart: mode.value as ChartMode }));
    of.addEventListener('change', () => actions.look({ insideOf: of.value as Classifier }));
    point.id = 'chart-point';
    point.type = 'text';
    point.inputMode = 'numeric';
    point.autocomplete = 'off';
    point.spellcheck = false;
    this.box = new TypedBox(this.pointLabel, 'input', actions.selectPoint);
    told.setAttribute('role', 'alert');
    find('#loss strong', HTMLElement).after(this.areas);
    listen.id = 'listen';
    listen.type = 'button';
    listen.addEventListener('click', () => listening.toggle(null));
    this.heard.setAttribute('aria-live', 'polite');
  }

  /** `nameOf` is what an earlier run is called. */
  render(
    { lang, chart, insideOf }: Intent,
    frame: Frame,
    point: number,
    nameOf: (ghost: Ghost) => string,
  ): void {
    const texts = TOOLS[lang];
    if (lang !== this.lang) this.fill(lang);
    this.mode.value = chart;
    const words = dictionary(lang);
    for (const option of this.of.options) {
      const { hidden } = frame[option.value as Classifier];
      const word = hidden === 0 ? words.insideLinear : words.insideNetwork;
      if (option.text !== word) option.text = word;
    }
    this.of.value = insideOf;
    this.ofLabel.hidden = this.areas.hidden = chart !== 'parts';
    this.areas.dataset.of = insideOf;
    this.pointLabel.hidden = chart !== 'point';
    this.box.show(String(point));
    this.point.size = String(frame.points.labels.length - 1).length + 1;
    const { earlier, silent } = this.listening;
    setText(this.listen, this.listening.plays(null) ? texts.stopListening : texts.listen);
    this.listen.title = texts.heard(chart === 'parts');
    setText(this.told, silent ? texts[silent] : '');
    setText(this.heard, earlier ? nameOf(earlier) : '');
  }

  private fill(lang: Language): void {
    const texts = TOOLS[lang];
    this.lang = lang;
    this.showWord.textContent = texts.show;
    this.pointWord.textContent = texts.point;
    this.of.setAttribute('aria-label', texts.of);
    for (const option of this.mode.options) option.text = texts.modes[option.value as ChartMode];
    const [data, reg] = this.areas.querySelectorAll('span');
    if (data) data.textContent = texts.dataLoss;
    if (reg) reg.textContent = texts.regLoss;
  }
}

function choice(id: string, values: readonly string[]): HTMLSelectElement {
  const options = values.map((value) => {
    const option = make('option');
    option.value = value;
    return option;
  });
  const select = make('select', '', ...options);
  select.id = id;
  return select;
}
