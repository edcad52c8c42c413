/** What the chart shows is chosen here, and can be listened to. */

import type { Classifier, Frame, Ghost } from '../engine/frame.js';
import { CLASSIFIERS } from '../engine/frame.js';
import { TOOLS } from '../i18n/chart-tools.js';
import type { ToolsTexts } from '../i18n/chart-tools-en.js';
import { dictionary, type Language } from '../i18n/index.js';
import { TypedBox } from '../inside/typed-box.js';
import type { ChartMode, Intent, View } from '../state/store.js';
import { find, make, setText } from '../ui/dom.js';
import type { Labels } from './ghost-list.js';
import { type Heard, Sound } from './listen.js';

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
  /** Which run is heard: the one that goes on, or one that was left. */
  private readonly which = make('select');
  private readonly told = make('span', 'quiet');
  /** The run that is heard, for who cannot see which one is chosen. */
  private readonly heard = make('span', 'unseen');
  /** What stands in the row of tools. */
  readonly parts = [
    make('label', '', this.showWord, ' ', this.mode),
    this.ofLabel,
    this.pointLabel,
    make('span', 'heard', this.listen, this.which, this.told, this.heard),
  ];
  private readonly box: TypedBox;
  private readonly sound: Sound;
  private lang: Language | null = null;
  private ghosts: readonly Ghost[] = [];
  /** What the choice of runs was filled with. */
  private offered = '';
  /** The last press found no sound, or nothing to play. */
  private silent: 'noAudio' | 'otherPoints' | null = null;

  constructor(
    actions: ShowActions,
    private readonly labels: Pick<Labels, 'letterOf' | 'labelOf'>,
    hear: (run: Ghost | null) => Heard | null,
  ) {
    const { mode, of, point, listen, which, told } = this;
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
    this.sound = new Sound(actions.changed);
    listen.addEventListener('click', () => {
      this.silent = null;
      if (this.sound.plays) this.sound.stop();
      else this.play(hear);
      actions.changed();
    });
    which.id = 'heard-run';
    which.addEventListener('change', () => {
      this.sound.stop();
      this.silent = null;
      actions.changed();
    });
    this.heard.setAttribute('role', 'status');
  }

  private play(hear: (run: Ghost | null) => Heard | null): void {
    const { chosen } = this;
    const heard = hear(chosen);
    if (heard && !this.sound.play(heard)) this.silent = 'noAudio';
    if (!heard && chosen) this.silent = 'otherPoints';
  }

  /** The run that is to be heard; null is the one that goes on. */
  private get chosen(): Ghost | null {
    return this.ghosts.find(({ id }) => String(id) === this.which.value) ?? null;
  }

  render({ lang, chart, insideOf }: Intent, frame: Frame, point: number): void {
    const texts = TOOLS[lang];
    if (lang !== this.lang) this.fill(lang);
    this.mode.value = chart;
    const words = dictionary(lang);
    for (const each of this.of.options) {
      const { hidden } = frame[each.value as Classifier];
      const word = hidden === 0 ? words.insideLinear : words.insideNetwork;
      if (each.text !== word) each.text = word;
    }
    this.of.value = insideOf;
    this.ofLabel.hidden = this.areas.hidden = chart !== 'parts';
    this.areas.dataset.of = insideOf;
    this.pointLabel.hidden = chart !== 'point';
    this.box.show(String(point));
    this.point.size = String(frame.points.labels.length - 1).length + 1;
    const { plays } = this.sound;
    setText(this.listen, plays ? texts.stopListening : texts.listen);
    this.listen.title = texts.heard(chart === 'parts');
    this.offer(frame.ghosts, texts);
    setText(this.told, this.silent ? texts[this.silent] : '');
    const { chosen } = this;
    setText(this.heard, plays && chosen ? this.nameOf(chosen) : '');
  }

  /** The runs that can be heard; one that is gone gives way to the run that goes on. */
  private offer(ghosts: readonly Ghost[], texts: ToolsTexts): void {
    const { which } = this;
    this.ghosts = ghosts;
    which.hidden = ghosts.length === 0;
    const runs = [['', texts.thisRun], ...ghosts.map((run) => [String(run.id), this.nameOf(run)])];
    const wanted = JSON.stringify(runs);
    if (wanted === this.offered) return;
    this.offered = wanted;
    const { value } = which;
    which.replaceChildren(...runs.map(([id = '', name = '']) => option(id, name)));
    which.value = runs.some(([id]) => id === value) ? value : '';
  }

  private readonly nameOf = (run: Ghost) =>
    `${this.labels.letterOf(run)} ${this.labels.labelOf(run)}`;

  private fill(lang: Language): void {
    const texts = TOOLS[lang];
    this.lang = lang;
    this.showWord.textContent = texts.show;
    this.pointWord.textContent = texts.point;
    this.of.setAttribute('aria-label', texts.of);
    this.which.setAttribute('aria-label', texts.heardRun);
    for (const option of this.mode.options) option.text = texts.modes[option.value as ChartMode];
    const [data, reg] = this.areas.querySelectorAll('span');
    if (data) data.textContent = texts.dataLoss;
    if (reg) reg.textContent = texts.regLoss;
  }
}

function choice(id: string, values: readonly string[]): HTMLSelectElement {
  const select = make('select', '', ...values.map((value) => option(value, '')));
  select.id = id;
  return select;
}

function option(value: string, text: string): HTMLOptionElement {
  const made = make('option', '', text);
  made.value = value;
  return made;
}
