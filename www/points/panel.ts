/** The bar in which points are chosen and edited, under the boards: what it says is done on the boards above it. */

import { CLASSIFIERS, type Classifier, type Frame } from '../engine/frame.js';
import type { Settings, SettingsTable } from '../engine/settings.js';
import { TOOLS as TOOL_TEXTS } from '../i18n/chart-tools.js';
import { dictionary, type Language, nameOfClass } from '../i18n/index.js';
import { POINTS } from '../i18n/points.js';
import type { Intent, Notice, View } from '../state/store.js';
import { classMark } from '../ui/class-mark.js';
import { byId, find, make, setText } from '../ui/dom.js';
import { type EditActions, Editor, type PointSource, type Said, TOOLS } from './editor.js';
import { Hands } from './hands.js';
import { classesSeen } from './list.js';
import { type NumberActions, NumberBoxes } from './number-boxes.js';
import { OverBoard } from './over-board.js';
import { PointsTable } from './table/table.js';

/** Opens a file that holds a run; false where the file is of another kind. */
export interface RunFilesHere {
  open(file: File): Promise<boolean>;
  render(frame: Frame, intent: Intent): void;
}

export interface PointsActions extends EditActions, NumberActions {
  changed(): void;
  look(view: Partial<View>): void;
  refuse(notice: Notice): void;
}

const MOST_CLASSES = 6;
/** As in the style sheets: the lesson lies beside the boards. */
const DESK = '(width >= 56.25em)';

/** A coordinate as it is read; never minus zero. */
const places = (number: number) => (Math.round(100 * number) / 100 + 0).toFixed(2);

export class PointsPanel {
  private readonly button = find('#open-points', HTMLButtonElement);
  private readonly set = make('select');
  private readonly setWord = make('span');
  private readonly classes = make('fieldset', 'classes');
  private readonly tools = make('span', 'tools');
  private readonly clear = make('button');
  private readonly status = make('p');
  private readonly place = make('section');
  private readonly editor: Editor;
  private readonly numbers: NumberBoxes;
  private readonly overs: Record<Classifier, OverBoard>;
  private readonly hands: Hands[];
  private readonly tables: PointsTable;
  private classNames: Intent['classNames'] = null;
  private lang: Language | null = null;
  private met = false;
  private said: Said | null = null;

  constructor(
    source: PointSource,
    table: SettingsTable,
    boards: Record<Classifier, { readonly reach: number }>,
    private readonly actions: PointsActions,
    private readonly files: RunFilesHere,
  ) {
    this.editor = new Editor(source, actions, (said) => this.say(said));
    this.numbers = new NumberBoxes(table, actions);
    this.tables = new PointsTable({
      use: ({ points, classNames }) => this.editor.take(points, classNames),
      current: () => ({ points: this.editor.list, classNames: this.classNames }),
      nothingIn: (name) => actions.refuse({ kind: 'badFile', name }),
    });
    this.build(table.data.words as readonly Settings['data'][]);
    const canvas = (classifier: Classifier) => find(`#${classifier}-board`, HTMLCanvasElement);
    this.overs = {
      linear: new OverBoard(canvas('linear')),
      network: new OverBoard(canvas('network')),
    };
    this.hands = CLASSIFIERS.map(
      (each) =>
        new Hands(canvas(each), () => boards[each].reach, this.editor, this.overs[each], {
          open: () => !this.place.hidden,
          pick: (label) => this.pick(label),
          at: (x, y, label) =>
            this.say((texts, nameOf) =>
              texts.at(places(x), places(y), label === null ? null : nameOf(label)),
            ),
          held: (label) => this.say((texts, nameOf) => texts.held(nameOf(label))),
        }),
    );
  }

  private build(sets: readonly Settings['data'][]): void {
    const { place, set, setWord, classes, tools, clear, status, tables, editor, numbers } = this;
    // The slider of points per class has the shorter name.
    place.id = 'points-panel';
    place.hidden = true;
    this.button.setAttribute('aria-controls', place.id);
    status.setAttribute('role', 'status');
    set.append(...sets.map((data) => Object.assign(make('option'), { value: data })));
    set.addEventListener('change', () => editor.choose(set.value as Settings['data']));
    for (let label = 0; label < MOST_CLASSES; label++) classes.append(this.chip(label));
    tools.setAttribute('role', 'group');
    for (const tool of TOOLS) {
      const button = make('button');
      button.type = 'button';
      button.dataset.tool = tool;
      button.addEventListener('click', () => {
        editor.tool = tool;
        this.showTool();
      });
      tools.append(button);
    }
    clear.type = 'button';
    clear.addEventListener('click', () => editor.clear());
    place.append(
      make('label', 'set', setWord, ' ', set),
      classes,
      tools,
      clear,
      tables.root,
      numbers.place,
      status,
    );
    const boards = byId('boards');
    boards.append(place);
    boards.addEventListener('keydown', (event) => this.escape(event));
    this.showTool();
    new ResizeObserver(() => {
      byId('page').style.setProperty('--points', `${place.offsetHeight}px`);
    }).observe(place);
    // Where a board has come to lie is known once it has been laid out.
    new ResizeObserver(() => this.actions.changed()).observe(boards);
  }

  private chip(label: number): HTMLElement {
    const radio = make('input');
    radio.type = 'radio';
    radio.name = 'point-class';
    radio.value = String(label);
    radio.checked = label === this.editor.label;
    radio.addEventListener('change', () => this.pick(label));
    return make('label', '', radio, classMark(label), ' ', make('span'));
  }

  /** A class has its number, or the name that it came with. */
  private nameChips(nameOf: (label: number) => string): void {
    for (const radio of this.classes.querySelectorAll('input')) {
      const label = Number(radio.value);
      const { lastElementChild: word } = radio.parentElement as HTMLElement;
      if (word) setText(word, this.classNames?.[label] || radio.value);
      if (radio.ariaLabel !== nameOf(label)) radio.ariaLabel = nameOf(label);
    }
  }

  private show(opens: boolean): void {
    const { place, button, lang } = this;
    place.hidden = !opens;
    button.setAttribute('aria-expanded', String(opens));
    byId('page').classList.toggle('editing-points', opens);
    for (const hands of this.hands) {
      hands.letGo();
      hands.allow(opens, lang ? POINTS[lang].boardKeys : '');
    }
    // Who has opened it by keyboard goes on there.
    if (opens && document.activeElement === button) this.set.focus();
    this.actions.changed();
  }

  /** Opens a file that was dropped on the page: a run, or a table of points. */
  async openFile(file: File): Promise<void> {
    if (await this.files.open(file)) return;
    this.actions.look({ points: true });
    void this.tables.openFile(file, true);
  }

  /** Escape closes it; in a box it gives up what was typed there. */
  private escape(event: KeyboardEvent): void {
    const { target, key } = event;
    const typed = target instanceof HTMLInputElement && target.type === 'text';
    if (key !== 'Escape' || this.place.hidden || typed || event.defaultPrevented) return;
    event.preventDefault();
    this.actions.look({ points: false });
    this.button.focus();
  }

  render(frame: Frame, intent: Intent): void {
    const { lang, settings, points, classNames } = intent;
    this.classNames = classNames;
    this.files.render(frame, intent);
    this.makeRoom(intent);
    if (points === this.place.hidden) this.show(points);
    // A run without points, or with those of one class alone, opens it by itself.
    if (!this.met && !points && classesSeen(frame.points.labels) < 2)
      this.actions.look({ points: true });
    this.met = true;
    // What was said is about points that are gone.
    if (this.editor.follow(frame, intent)) this.said = null;
    if (lang !== this.lang) this.fill(lang);
    const texts = POINTS[lang];
    this.set.value = settings.data;
    this.numbers.render(intent);
    const none = frame.points.labels.length === 0;
    this.clear.disabled = none;
    for (const each of CLASSIFIERS)
      this.overs[each].show(!this.place.hidden, none ? texts.hint : '');
    for (const hands of this.hands) hands.show();
    const nameOf = (label: number) => nameOfClass(label, classNames, dictionary(lang));
    this.nameChips(nameOf);
    const oneClass = settings.data === 'own' && !none && classesSeen(frame.points.labels) === 1;
    setText(
      this.status,
      [this.said?.(texts, nameOf), oneClass && texts.oneClass].filter(Boolean).join(' '),
    );
  }

  /** Beside a lesson there is no room for this bar and the look inside, both of which lie under the boards: the one that was opened
   * last stays. Where the page is one long column there is. */
  private makeRoom({ points, inside, lesson }: Intent): void {
    if (!points || inside === null || lesson === null || !matchMedia(DESK).matches) return;
    this.actions.look(this.place.hidden ? { inside: null } : { points: false });
  }

  private fill(lang: Language): void {
    const texts = POINTS[lang];
    const page = dictionary(lang);
    this.lang = lang;
    this.place.setAttribute('aria-label', page.ownPoints);
    setText(this.setWord, page.data);
    for (const option of this.set.options)
      option.textContent = TOOL_TEXTS[lang].source(option.value as Settings['data']);
    this.classes.setAttribute('aria-label', texts.classGroup);
    this.tools.setAttribute('aria-label', texts.tools);
    for (const tool of TOOLS)
      setText(find(`[data-tool=${tool}]`, HTMLButtonElement, this.tools), texts.tool(tool));
    setText(this.clear, texts.clear);
    this.tables.render(lang);
    for (const hands of this.hands) hands.allow(!this.place.hidden, texts.boardKeys);
  }

  private pick(label: number): void {
    this.editor.label = label;
    for (const radio of this.classes.querySelectorAll('input'))
      radio.checked = Number(radio.value) === label;
    this.say((texts, nameOf) => texts.picked(nameOf(label)));
  }

  private showTool(): void {
    for (const tool of TOOLS) {
      const button = find(`[data-tool=${tool}]`, HTMLButtonElement, this.tools);
      button.setAttribute('aria-pressed', String(tool === this.editor.tool));
    }
  }

  private say(said: Said): void {
    this.said = said;
    this.actions.changed();
  }
}
