/** All that is seen, drawn anew for each frame from what the engine shows and what the user wants. */

import { watchTheme } from './draw/theme.js';
import type { Engine } from './engine.js';
import type { Classifier, Frame } from './frame.js';
import { CLASSIFIERS } from './frame.js';
import { type Dictionary, dictionary } from './i18n/index.js';
import { Loaded } from './load.js';
import type { LimitsTable } from './settings.js';
import type { Intent } from './store.js';
import { Board } from './views/board.js';
import { wordsOf } from './views/board-words.js';
import { Chart } from './views/chart.js';
import { Classes } from './views/classes.js';
import { find } from './views/dom.js';
import { GuideButtons } from './views/guide/buttons.js';
import type { GuidePanel } from './views/guide/panel.js';
import { chosenPoint } from './views/inside/chosen.js';
import type { InsideActions, InsidePanel } from './views/inside/panel.js';
import { type Marks, marksOf } from './views/marks.js';
import { Notices } from './views/notices.js';
import { PointsPicture } from './views/points-picture.js';
import { Progress } from './views/progress.js';
import { Readouts, readingOf } from './views/readouts.js';
import { Tooltip } from './views/tooltip.js';

export interface SceneActions extends InsideActions {
  /** A point of a board was pressed. */
  pressPoint(classifier: Classifier, index: number): void;
  /** The look inside has arrived, and with it the controls that stand in it. */
  insideArrived(): void;
}

export class Scene {
  private readonly boards: Record<Classifier, Board>;
  private readonly pointsPicture = new PointsPicture();
  private readonly classes = new Classes();
  private readonly chart: Chart;
  private readonly tooltip = new Tooltip();
  private readonly readouts = new Readouts();
  private readonly notices: Notices;
  private readonly progress = new Progress();
  private readonly inside: Loaded<InsidePanel>;
  private readonly guideButtons: GuideButtons;
  private readonly guide: Loaded<GuidePanel>;
  private texts: Dictionary = dictionary('en');

  constructor(
    private readonly engine: Engine,
    limits: LimitsTable,
    actions: SceneActions,
  ) {
    watchTheme(actions.changed);
    this.boards = {
      linear: this.board('linear', actions),
      network: this.board('network', actions),
    };
    this.chart = new Chart(
      find('#chart', HTMLCanvasElement),
      find('#chart-tail', HTMLCanvasElement),
      (hovered) => this.tooltip.render(hovered, this.texts),
      actions.changed,
    );
    this.notices = new Notices(limits, actions);
    watchTheme(actions.changed);
    const loadInside = async () => {
      const { InsidePanel } = await import('./on-request.js');
      const panel = new InsidePanel(engine.inspect, actions);
      actions.insideArrived();
      return panel;
    };
    this.inside = new Loaded(loadInside, actions.changed);
    this.guideButtons = new GuideButtons(actions.changed);
    const loadGuide = async () =>
      new (await import('./on-request.js')).GuidePanel(this.guideButtons, actions.changed);
    this.guide = new Loaded(loadGuide, actions.changed);
  }

  draw(frame: Frame, intent: Intent, now: number): void {
    const { engine } = this;
    const texts = dictionary(intent.lang);
    this.texts = texts;
    const { soft } = intent;
    const word = texts.classNumber;
    const busy = intent.playing || intent.target !== null;
    for (const classifier of CLASSIFIERS) {
      const marks = this.marks(classifier, frame, intent);
      this.boards[classifier].render(frame, engine, { soft, busy, marks, word });
    }
    this.classes.render(frame.points.classes, texts);
    this.chart.render(frame, this.histories, intent.logLoss, busy, texts);
    this.readouts.render(frame, now, busy);
    this.notices.render(frame, intent, texts);
    this.progress.render(frame, intent, texts, now);
    const inside = intent.inside === null ? this.inside.peek() : this.inside.get();
    inside?.render(frame, intent, texts, now);
    const guide = this.guideButtons.topic === null ? this.guide.peek() : this.guide.get();
    guide?.render(frame, intent, this.histories, busy, now);
    if (!busy) this.speak(frame, intent, texts);
  }

  /** Says what is seen, once it stands still. */
  private speak(frame: Frame, intent: Intent, texts: Dictionary): void {
    this.readouts.speak(frame, texts);
    const ringed = intent.inside === null ? null : chosenPoint(intent, frame);
    for (const classifier of CLASSIFIERS) {
      const words = wordsOf(frame, readingOf(frame, classifier), ringed, texts);
      this.boards[classifier].describe(words);
    }
  }

  /** Shows the numbers of a run that was told to stand, before the next frame comes: who stopped it reads them at once. */
  readNumbers(frame: Frame): void {
    this.readouts.render(frame, performance.now(), false);
  }

  private readonly histories = (classifier: Classifier) => this.engine.history(classifier);

  /** What the look inside marks on a board. */
  private marks(classifier: Classifier, frame: Frame, intent: Intent): Marks | null {
    if (intent.inside === null) return null;
    const index = chosenPoint(intent, frame);
    const { coordinates } = frame.points;
    const point = [coordinates[2 * index] ?? 0, coordinates[2 * index + 1] ?? 0] as const;
    if (classifier !== intent.insideOf) return { point, lines: [], lit: null, ofClasses: false };
    const { reach } = this.boards[classifier];
    return marksOf(intent, () => this.engine.inspect.lines(classifier, reach), point);
  }

  private board(classifier: Classifier, actions: SceneActions): Board {
    const canvas = find(`#${classifier}-board`, HTMLCanvasElement);
    const board = new Board(canvas, classifier, this.pointsPicture, actions.changed);
    board.onPoint((index) => actions.pressPoint(classifier, index));
    return board;
  }
}
