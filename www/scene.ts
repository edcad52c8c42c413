/** All that is seen, drawn anew for each frame from what the engine shows and what the user wants. */

import type { Engine } from './engine.js';
import type { Classifier, Frame } from './frame.js';
import { CLASSIFIERS } from './frame.js';
import { dictionary } from './i18n/index.js';
import { Loaded, type Missing } from './load.js';
import type { Apart } from './loop.js';
import type { LimitsTable } from './settings.js';
import type { Intent } from './store.js';
import { Board } from './views/board.js';
import { Chart } from './views/chart.js';
import { find } from './views/dom.js';
import { chosenPoint } from './views/inside/chosen.js';
import type { InsideActions, InsidePanel } from './views/inside/panel.js';
import { type Marks, marksOf } from './views/marks.js';
import { Notices } from './views/notices.js';
import { PointsPicture } from './views/points-picture.js';
import { Progress } from './views/progress.js';
import { Readouts } from './views/readouts.js';
import { Tooltip } from './views/tooltip.js';

export interface SceneActions extends InsideActions {
  /** A point of a board was pressed. */
  pressPoint(classifier: Classifier, index: number): void;
  /** The look inside has been loaded, or could not be: then it is not open. */
  arrived(): void;
  missing(why: Missing): void;
}

export class Scene {
  private readonly boards: Record<Classifier, Board>;
  private readonly pointsPicture = new PointsPicture();
  private readonly chart: Chart;
  private readonly tooltip = new Tooltip();
  private readonly readouts = new Readouts();
  private readonly notices: Notices;
  private readonly progress = new Progress();
  private readonly inside: Loaded<InsidePanel>;
  /** The look inside was wanted in the last frame. */
  private wanted = false;
  private texts = dictionary('en');

  constructor(
    private readonly engine: Engine,
    limits: LimitsTable,
    actions: SceneActions,
  ) {
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
    this.notices = new Notices(limits);
    const loadInside = async () =>
      new (await import('./on-request.js')).InsidePanel(engine.inspect, actions);
    const { arrived, missing, changed } = actions;
    this.inside = new Loaded(loadInside, { arrived, failed: missing, ready: changed });
  }

  /** Each view apart: one that throws takes no other with it. */
  draw(frame: Frame, intent: Intent, now: number, apart: Apart): void {
    const { engine } = this;
    const texts = dictionary(intent.lang);
    this.texts = texts;
    const { soft } = intent;
    const busy = intent.playing || intent.target !== null;
    for (const classifier of CLASSIFIERS) {
      apart(() => {
        const marks = this.marks(classifier, frame, intent);
        this.boards[classifier].render(frame, engine, { soft, busy, marks });
      });
    }
    apart(() => this.chart.render(frame, this.histories, intent.logLoss, busy, texts));
    apart(() => this.readouts.render(frame, now, busy));
    apart(() => this.notices.render(frame, intent, texts));
    apart(() => this.progress.render(frame, intent, texts));
    apart(() => this.panel(intent)?.render(frame, intent, texts, now));
    if (!busy) apart(() => this.readouts.speak(frame, texts));
  }

  /** The look inside, if it has been loaded; to open it is to ask for it. */
  private panel({ inside }: Intent): InsidePanel | null {
    const asked = inside !== null && !this.wanted;
    this.wanted = inside !== null;
    if (asked) this.inside.hurry();
    return this.wanted ? this.inside.get() : this.inside.peek();
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
