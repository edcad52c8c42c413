/** All that is seen, drawn anew for each frame from what the engine shows and what the user wants. */

import { Board } from './boards/board.js';
import { wordsOf } from './boards/board-words.js';
import { Classes } from './boards/classes.js';
import type { marksOf, ringOf } from './boards/draw-marks.js';
import { showNetworkFormula } from './boards/network-formula.js';
import type { Marks } from './boards/overlay.js';
import { Painting } from './boards/painting.js';
import { PointsPicture } from './boards/points-picture.js';
import { Readouts, readingOf } from './boards/readouts.js';
import { Chart } from './chart/chart.js';
import type { ScrubActions } from './chart/scrubber.js';
import { Tooltip } from './chart/tooltip.js';
import type { Histories } from './chart/values.js';
import { Opener } from './chart-tools/opener.js';
import type { ChartTools } from './chart-tools/panel.js';
import type { Classroom } from './class/classroom.js';
import { watchTheme } from './draw/theme.js';
import type { Engine } from './engine/engine.js';
import type { Classifier, Frame, Goal } from './engine/frame.js';
import { CLASSIFIERS } from './engine/frame.js';
import type { SettingsTable } from './engine/settings.js';
import { GuideButtons } from './guide/buttons.js';
import type { GuidePanel } from './guide/panel.js';
import { HandingOn } from './handing-on.js';
import type { HeldOut } from './held-out/held-out.js';
import { type Dictionary, dictionary, nameOfClass } from './i18n/index.js';
import type { InsideActions, InsidePanel } from './inside/panel.js';
import { workedPoint } from './inside/worked-point.js';
import type { Apart } from './loop/loop.js';
import { Notices } from './notices/notices.js';
import { Progress } from './notices/progress.js';
import type { PointsActions, PointsPanel } from './points/panel.js';
import type { Intent, Store, View } from './state/store.js';
import { find } from './ui/dom.js';
import { Lazy, type Missing, once } from './ui/load.js';

export interface SceneActions extends InsideActions, ScrubActions, PointsActions {
  /** Has something that was loaded follow what is wanted. */
  follow(follows: (store: Store) => void): void;
  /** The run's whole link. */
  link(): string;
  openFile(file: File): void;
  /** Goes on with the run of a link. */
  openRun(hash: string): void;
  /** A point of a board was pressed. */
  pressPoint(classifier: Classifier, index: number): void;
  /** The look inside has been loaded, or could not be: then it is not open. */
  arrived(): void;
  missing(why: Missing): void;
  /** Goes to a step, or stands before it where the goal is met. */
  pursue(goal: Goal | null, target: number): void;
  /** The chart is to be looked at in another way. */
  look(view: Partial<View>): void;
}

/** What is loaded only when it is opened, or needed. */
export async function load() {
  const parts = await import('./on-request.js');
  await parts.loadStyles();
  return parts;
}

export class Scene {
  private readonly boards: Record<Classifier, Board>;
  private readonly pointsPicture = new PointsPicture();
  private readonly classes = new Classes();
  readonly chart: Chart;
  private readonly tooltip = new Tooltip();
  private readonly readouts = new Readouts();
  private readonly notices: Notices;
  private readonly progress = new Progress();
  private readonly inside: Lazy<InsidePanel>;
  /** The look inside was wanted in the last frame. */
  private wanted = false;
  private readonly guideButtons: GuideButtons;
  private readonly guide: Lazy<GuidePanel>;
  private readonly opener: Opener;
  private readonly tools: Lazy<ChartTools>;
  readonly painting: Painting;
  readonly heldOut: Lazy<HeldOut>;
  /** What draws the marks of the look inside. */
  private readonly marking: Lazy<{ marksOf: typeof marksOf; ringOf: typeof ringOf }>;
  private readonly pointsPanel: Lazy<PointsPanel>;
  private readonly handingOn: HandingOn;
  private readonly classroom: Lazy<Classroom>;
  /** A file in which a run or points are to be looked for, once what does that has come. */
  private dropped: File | null = null;
  private readonly changed: () => void;
  /** What was wanted when the page was last drawn. */
  intent: Intent | null = null;

  constructor(
    readonly engine: Engine,
    table: SettingsTable,
    actions: SceneActions,
  ) {
    watchTheme(actions.changed);
    this.boards = {
      linear: this.board('linear', actions),
      network: this.board('network', actions),
    };
    const chart = find('#chart', HTMLCanvasElement);
    this.chart = new Chart(
      chart,
      find('#chart-tail', HTMLCanvasElement),
      () => engine.milestones(),
      actions,
    );
    const loadInspector = once(async () => (await load()).Inspector.load(engine));
    const loadInside = async () => {
      const { InsidePanel, connectInside } = await load();
      const panel = new InsidePanel(await loadInspector(), actions);
      actions.follow(connectInside);
      return panel;
    };
    const { arrived, missing, changed } = actions;
    this.changed = changed;
    this.inside = new Lazy(loadInside, { arrived, failed: missing, ready: changed });
    this.guideButtons = new GuideButtons(changed);
    const loadGuide = async () => new (await load()).GuidePanel(this.guideButtons, changed);
    const listener = {
      arrived: changed,
      failed: (why: Missing) => actions.refuse({ kind: 'notLoaded', why }),
      ready: changed,
    };
    this.guide = new Lazy(loadGuide, listener);
    const inspector = new Lazy(loadInspector, listener);
    this.painting = new Painting(engine, () => inspector.get());
    const loadHeldOut = async () => new (await load()).HeldOut();
    this.heldOut = new Lazy(loadHeldOut, listener);
    this.marking = new Lazy(load, listener);
    const loadExplainer = async () => {
      const { Explainer } = await load();
      return new Explainer(await loadInspector(), engine, table, actions);
    };
    const explainer = new Lazy(loadExplainer, listener);
    const loadWords = () => import('./notices/wording.js');
    this.notices = new Notices(table, actions, loadWords, () => explainer.get());
    this.opener = new Opener(chart, changed);
    const loadTools = async () =>
      new (await load()).ChartTools(this.chart, this.opener, engine, actions);
    this.tools = new Lazy(loadTools, listener);
    const loadPoints = async () => {
      const { PointsPanel, RunFiles, keepNames, partToDraw } = await load();
      this.pointsPicture.partToDraw = partToDraw;
      actions.follow(keepNames);
      const files = new RunFiles(engine, actions);
      return new PointsPanel(await loadInspector(), table, this.boards, actions, files);
    };
    const failed = (why: Missing) => {
      actions.look({ points: false });
      listener.failed(why);
    };
    this.pointsPanel = new Lazy(loadPoints, { ...listener, failed });
    this.handingOn = new HandingOn(this, actions, listener, load);
    const loadClassroom = async () => {
      const [{ enter }] = await Promise.all([import('./classroom.js'), load()]);
      return enter(engine, table, actions);
    };
    this.classroom = new Lazy(loadClassroom, listener);
    const button = find('#open-points', HTMLButtonElement);
    button.addEventListener('click', () => {
      const opens = button.getAttribute('aria-expanded') !== 'true';
      actions.look({ points: opens });
      if (opens) this.pointsPanel.hurry();
    });
  }

  /** Looks for a run, or points, in a file that was dropped on the page. */
  openTable(file: File): void {
    this.dropped = file;
    this.pointsPanel.hurry();
    this.changed();
  }

  /** Each view apart: one that throws takes no other with it. */
  draw(frame: Frame, intent: Intent, now: number, apart: Apart): void {
    this.intent = intent;
    const texts = dictionary(intent.lang);
    const { soft } = intent;
    const { classNames } = intent;
    const named = (_: unknown, label: number) => nameOfClass(label, classNames, texts);
    const words = Array.from({ length: frame.points.classes }, named).join('\n');
    const busy = intent.playing || intent.target !== null;
    const { points } = frame;
    const differ = points.heldOut.length > 0 || frame.experiment.beginning.wrong > 0;
    const heldOut = differ ? this.heldOut.get() : this.heldOut.peek();
    const draw = heldOut?.draw ?? null;
    for (const classifier of CLASSIFIERS) {
      apart(() => {
        const marks = this.marks(classifier, frame, intent);
        this.boards[classifier].render(frame, this.painting, { soft, busy, marks, words, draw });
      });
    }
    // Where there is no point yet, or no second class, there is something to be done about that.
    const edits = intent.points || points.labels.every((label) => label === points.labels[0]);
    const panel = edits ? this.pointsPanel.get() : this.pointsPanel.peek();
    apart(() => panel?.render(frame, intent));
    if (panel && this.dropped) void panel.openFile(this.dropped);
    if (panel) this.dropped = null;
    apart(() => this.handingOn.render(frame, intent));
    const classroom = intent.task ? this.classroom.get() : this.classroom.peek();
    apart(() => classroom?.render(frame, intent));
    apart(() => showNetworkFormula(intent, texts));
    apart(() => this.classes.render(words, texts));
    const { open, done } = this.opener;
    const compares = frame.ghosts.length > 0;
    const others = compares || intent.chart !== 'loss';
    const wanted = open || done || intent.logSteps || intent.zoom || others;
    const tools = wanted ? this.tools.get() : this.tools.peek();
    apart(() => tools?.choose(frame, intent));
    apart(() => this.chart.render(frame, this.histories, intent, busy, texts));
    apart(() => this.tooltip.render(this.chart.hovered, texts));
    apart(() => tools?.render(frame, intent, this.histories));
    apart(() => {
      this.readouts.render(frame, now, busy);
      heldOut?.render(frame, intent, now, busy);
      this.readouts.showCheck(frame, busy, () => this.engine.checkCode());
    });
    apart(() => this.notices.render(frame, intent, texts));
    apart(() => this.progress.render(frame, intent, texts, now));
    const { reach } = this.boards.network;
    apart(() => this.panel(intent)?.render(frame, intent, now, reach));
    apart(() => {
      const guide = this.guideButtons.topic === null ? this.guide.peek() : this.guide.get();
      guide?.render(frame, intent, this.histories, this.chart, busy, now);
    });
    if (!busy) apart(() => this.speak(frame, intent, texts, heldOut));
  }

  /** Says what is seen, once it stands still. */
  private speak(frame: Frame, intent: Intent, texts: Dictionary, heldOut: HeldOut | null): void {
    this.readouts.speak(frame, texts, heldOut?.summary(frame, intent) ?? '');
    const { classNames } = intent;
    const ringed = rings(intent) ? workedPoint(intent, frame) : null;
    for (const classifier of CLASSIFIERS) {
      const words = wordsOf(frame, readingOf(frame, classifier), ringed, classNames, texts);
      const more = heldOut?.wordsOf(frame, classifier, ringed, intent) ?? '';
      // In the corner of a board a long name is cut.
      this.boards[classifier].describe(words + more, classNames?.join('\n') ?? '');
    }
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

  readonly histories: Histories = (classifier, test) => this.engine.history(classifier, test);

  /** What the look inside marks on a board. */
  private marks(classifier: Classifier, frame: Frame, intent: Intent): Marks | null {
    if (!rings(intent)) return null;
    const marking = this.marking.get();
    const index = workedPoint(intent, frame);
    if (!marking || index < 0) return null;
    const { coordinates } = frame.points;
    const point = [coordinates[2 * index] ?? 0, coordinates[2 * index + 1] ?? 0] as const;
    if (intent.inside === null || classifier !== intent.insideOf) return marking.ringOf(point);
    const { reach } = this.boards[classifier];
    return marking.marksOf(
      intent,
      frame[classifier].hidden === 0,
      () => this.inside.peek()?.lines(classifier, reach) ?? [],
      point,
    );
  }

  private board(classifier: Classifier, actions: SceneActions): Board {
    const canvas = find(`#${classifier}-board`, HTMLCanvasElement);
    const board = new Board(canvas, classifier, this.pointsPicture, actions.changed);
    board.onPoint((index) => actions.pressPoint(classifier, index));
    return board;
  }
}

/** Whether the boards ring a point: the one that is worked out, or whose probability the chart shows. */
function rings({ inside, chart }: Intent): boolean {
  return inside !== null || chart === 'point';
}
