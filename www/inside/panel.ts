/** The look inside: its tabs, and what each shows of the run as it stands. */

import type { Classifier, Frame, ParameterAddress } from '../engine/frame.js';
import type { Inspector, LayerState, Line, WorkedPoint } from '../engine/inspector.js';
import { fillTexts } from '../i18n/index.js';
import { type InsideTexts, insideTexts } from '../i18n/inside.js';
import { naming } from '../i18n/naming.js';
import { PHASES } from '../state/phases.js';
import type { Command, InsideTab, Intent, Notice } from '../state/store.js';
import { byId, find } from '../ui/dom.js';
import { formatLoss } from '../ui/format.js';
import { CheckView, type CheckViewState } from './check-view.js';
import { Diagram } from './diagram.js';
import { MARKUP } from './markup.js';
import { NetworkView } from './network-view.js';
import { classNeuron, hiddenNeuron, type Neuron } from './neuron.js';
import { parameterGradient, parameterValue } from './parameter-table.js';
import { PointView, strongest } from './point-view.js';
import { TextQueue } from './text-queue.js';
import { WithoutMark } from './without.js';
import { workedPoint } from './worked-point.js';

export interface InsideActions {
  open(tab: InsideTab | null): void;
  of(classifier: Classifier): void;
  selectPoint(text: string): void;
  selectUnit(unit: number | null): void;
  selectParameter(parameter: ParameterAddress): void;
  /** Something was asked for that cannot be. */
  refuse(notice: Notice): void;
  /** Does something to the run. */
  emit(command: Command): void;
  /** Doing what was asked for threw this. */
  fail(error: unknown): void;
  /** Something was asked for and done. */
  done(): void;
  changed(): void;
}

/** While training runs nobody can read a number that changes with every frame, and the frame has better uses. */
const PAUSE_BETWEEN_READINGS = 125;
/** Of what one reading found, so many numbers are written in a frame. */
const NUMBERS_A_FRAME = 20;

export class InsidePanel {
  private readonly place = byId('inside');
  private readonly tabs: HTMLButtonElement[];
  private readonly network: NetworkView;
  private readonly point: PointView;
  private readonly check: CheckView;
  private readonly diagram: Diagram;
  private readonly without: WithoutMark;
  private readonly phases: HTMLElement[];
  private readonly queue = new TextQueue();
  private last = 0;
  /** The diagram shows a reading that the open tab does not show yet. */
  private tabIsDue = false;
  /** What was asked for in the last frame. */
  private asked: readonly unknown[] = [];
  private points: unknown = null;
  private reach = 1;
  /** What it was last filled with. */
  private texts: InsideTexts | null = null;

  constructor(
    private readonly inspector: Inspector,
    private readonly actions: InsideActions,
  ) {
    this.place.insertAdjacentHTML('afterbegin', MARKUP);
    this.tabs = [...this.place.querySelectorAll<HTMLButtonElement>('[role=tab]')];
    for (const tab of this.tabs) {
      tab.addEventListener('click', () => actions.open(tab.dataset.tab as InsideTab));
      tab.addEventListener('keydown', (event) => this.moveAmongTabs(event, tab));
    }
    for (const choice of this.place.querySelectorAll<HTMLInputElement>('[name=inside-of]')) {
      choice.addEventListener('change', () => actions.of(choice.value as Classifier));
    }
    const { queue } = this;
    this.network = new NetworkView(this.panel('network'), inspector, queue, actions);
    this.point = new PointView(this.panel('point'), inspector, queue, actions);
    this.check = new CheckView(this.panel('check'), inspector, actions);
    this.diagram = new Diagram(find('.diagram', HTMLCanvasElement, this.place), actions.changed);
    this.without = new WithoutMark(() => actions.emit({ kind: 'allUnitsOn' }));
    this.phases = PHASES.map((phase) => find(`#phases [data-phase=${phase}]`, HTMLElement));
  }

  /** Shows what is open; `now` is the frame's time, and `reach` how far the world reaches on the boards. */
  render(frame: Frame, intent: Intent, now: number, reach: number): void {
    this.reach = reach;
    const texts = naming(insideTexts(intent.lang), intent.classNames);
    this.without.render(frame, texts);
    this.show(intent.inside !== null);
    if (intent.inside === null) {
      this.asked = [];
      return;
    }
    if (texts !== this.texts) fillTexts(this.place, texts);
    this.texts = texts;
    // Where there is no point, there is nothing to work out.
    if (frame.points.labels.length === 0) return;
    const moving = intent.playing || intent.target !== null;
    const opened = this.asked.length === 0;
    const anew = this.asksAnew(intent, texts);
    if (moving && !anew) this.goOn(frame, intent, texts, now);
    else this.renderAll(frame, intent, texts, now, moving && !opened);
    if (opened) this.comeIntoSight();
  }

  /** On a phone the panel lies far below the button that opens it; a chapter that opens it stays where it is read. */
  private comeIntoSight(): void {
    const button = byId('open-inside');
    if (!button.hasAttribute('data-sought')) return;
    button.removeAttribute('data-sought');
    const { top } = this.place.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) this.place.scrollIntoView();
  }

  /** The lines of a classifier, for its board. */
  lines(classifier: Classifier, reach: number): Line[] {
    return this.inspector.lines(classifier, reach);
  }

  private show(open: boolean): void {
    this.place.hidden = !open;
    byId('open-inside').setAttribute('aria-expanded', String(open));
    byId('page').classList.toggle('looking-inside', open);
  }

  private renderAll(
    frame: Frame,
    intent: Intent,
    texts: InsideTexts,
    now: number,
    moving: boolean,
  ): void {
    this.last = now;
    this.tabIsDue = false;
    this.showTab(intent.inside as InsideTab, intent.insideOf);
    this.showPhase(intent);
    this.drawDiagram(frame, intent, texts, moving);
    this.renderTab(frame, intent, texts, moving);
    this.queue.write(Number.POSITIVE_INFINITY);
  }

  /** While training runs: a reading's diagram in one frame, what the tab makes of it in the next, and then number after
   * number. */
  private goOn(frame: Frame, intent: Intent, texts: InsideTexts, now: number): void {
    if (this.queue.write(NUMBERS_A_FRAME)) return;
    if (this.tabIsDue) {
      this.tabIsDue = false;
      this.renderTab(frame, intent, texts, true);
    } else if (now - this.last >= PAUSE_BETWEEN_READINGS) {
      this.last = now;
      this.tabIsDue = true;
      this.drawDiagram(frame, intent, texts, true);
    }
  }

  /** Whether something else is to be seen than in the frame before: that is answered at once. */
  private asksAnew(intent: Intent, texts: InsideTexts): boolean {
    const { inside, insideOf, selectedPoint, selectedUnit, selectedParameter, phase } = intent;
    const { neuron, working } = intent;
    const chosen = [inside, insideOf, selectedPoint, selectedUnit, selectedParameter];
    const asked = [...chosen, phase, neuron, working, texts];
    const anew = asked.some((each, i) => each !== this.asked[i]);
    this.asked = asked;
    return anew;
  }

  private renderTab(frame: Frame, intent: Intent, texts: InsideTexts, moving: boolean): void {
    const { inside, insideOf: classifier, selectedParameter, selectedUnit, settings } = intent;
    const { phase } = intent;
    if (frame.points !== this.points) this.check.forget();
    this.points = frame.points;
    const { rate, reg, activation } = settings;
    const { classes } = frame.points;
    const { hidden } = frame[classifier];
    const off = hidden > 0 ? frame.off : [];
    if (inside === 'network') {
      const { classNames } = intent;
      const state = { classifier, selectedParameter, reg, off: frame.off, classNames };
      this.network.render(state, texts, moving);
    } else if (inside === 'point') {
      const unit = (selectedUnit ?? hidden) < hidden ? selectedUnit : null;
      const { labels, trueLabels, heldOut: held } = frame.points;
      const point = workedPoint(intent, frame);
      const { working } = intent;
      const truly = labels[point] === trueLabels[point] ? null : (trueLabels[point] ?? 0);
      const facts = { points: labels.length, heldOut: held[point] === 1, truly };
      const chosen = { classifier, point, ...facts, unit, off };
      this.point.render({ ...chosen, rate, reg, activation, phase, working }, texts);
    } else {
      const chosen = chosenParameter(selectedParameter, this.inspector.state(classifier), reg);
      if (this.check.goOn()) this.actions.changed();
      const { undoable, redoable } = frame.experiment;
      const run = { lang: intent.lang, classifier, hidden, classes, off, undoable, redoable };
      this.check.render({ ...run, ...chosen }, texts);
    }
  }

  private drawDiagram(frame: Frame, intent: Intent, texts: InsideTexts, moving: boolean): void {
    const { inspector } = this;
    const { insideOf, phase, selectedUnit } = intent;
    const isHidden = frame[insideOf].hidden > 0;
    const units = isHidden ? this.network.unitsInSight(inspector.units(), moving) : [];
    const off = isHidden ? frame.off : [];
    const layers = inspector.state(insideOf);
    const worked = inspector.workOut(insideOf, workedPoint(intent, frame));
    const { probabilities, label, loss } = worked;
    const spoken = `−ln ${texts.probability} = ${formatLoss(loss)}`;
    const point = { probabilities, label, loss: spoken };
    const neuron = intent.neuron ? this.neuron(intent, worked) : null;
    const [canvas, words] = [this.diagram.canvas, neuron ? texts.neuron : texts.diagram];
    if (canvas.getAttribute('aria-label') !== words) canvas.setAttribute('aria-label', words);
    const { reach } = this;
    this.diagram.render({ reach, layers, units, off, selectedUnit, phase, neuron, ...point });
  }

  /** The chosen hidden unit, else the strongest at the point; or the chosen class, else the point's own. */
  private neuron({ insideOf, selectedUnit, settings }: Intent, worked: WorkedPoint): Neuron | null {
    const [first] = this.inspector.shown(insideOf);
    if (!first) return null;
    const count = first.biases.length;
    const chosen = selectedUnit !== null && selectedUnit < count ? selectedUnit : null;
    if (worked.hidden.length === 0) return classNeuron(worked, first, chosen ?? worked.label);
    return hiddenNeuron(worked, first, chosen ?? strongest(worked.hidden), settings.activation);
  }

  private showPhase({ phase }: Intent): void {
    PHASES.forEach((each, i) => {
      if (each === phase) this.phases[i]?.setAttribute('aria-current', 'step');
      else this.phases[i]?.removeAttribute('aria-current');
    });
  }

  private panel(tab: InsideTab): HTMLElement {
    return find(`#inside-${tab}`, HTMLElement, this.place);
  }

  private showTab(inside: InsideTab, of: Classifier): void {
    for (const tab of this.tabs) {
      const chosen = tab.dataset.tab === inside;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      this.panel(tab.dataset.tab as InsideTab).hidden = !chosen;
    }
    find(`[name=inside-of][value=${of}]`, HTMLInputElement, this.place).checked = true;
  }

  /** Left and right go from tab to tab, as everywhere. */
  private moveAmongTabs(event: KeyboardEvent, from: HTMLButtonElement): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const count = this.tabs.length;
    const next = this.tabs[(this.tabs.indexOf(from) + by + count) % count];
    next?.focus();
    next?.click();
  }
}

/** The parameter that was picked, as long as the classifier has it, else the first; its value, and its gradient by the chain
 * rule. */
function chosenParameter(
  picked: ParameterAddress | null,
  layers: readonly LayerState[],
  reg: number,
): Pick<CheckViewState, 'parameter' | 'value' | 'gradient'> {
  const layer = picked && layers[picked.layer];
  const numbers = picked?.kind === 'bias' ? layer?.biases : layer?.weights;
  const first: ParameterAddress = { layer: 0, kind: 'weight', index: 0 };
  const parameter = picked && numbers && picked.index < numbers.length ? picked : first;
  return {
    parameter,
    value: parameterValue(layers, parameter),
    gradient: parameterGradient(layers, parameter, reg),
  };
}
