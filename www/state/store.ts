/** What the user wants: the only state that controls write and that the loop obeys. Results are not kept here. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Classifier, Goal, ParameterAddress } from '../engine/frame.js';
import { type Refusal, refusalOf } from '../engine/refusal.js';
import type { Name, Settings } from '../engine/settings.js';
import type { FormulaId } from '../formulas/index.js';
import type { Language } from '../i18n/index.js';
import type { Missing } from '../ui/load.js';
import type { Correction, Display, Later, Task } from './link.js';

/** Steps per second; Infinity is as many as fit in a frame. */
export const SPEEDS = [1, 10, 100, 1000, Number.POSITIVE_INFINITY] as const;

export { DISPLAYS, type Display } from './link.js';

export interface Intent {
  settings: Settings;
  lang: Language;
  display: Display;
  playing: boolean;
  speed: number;
  /** Go to this step as fast as possible, then stand; null when there is no such wish. */
  target: number | null;
  /** On the way to the target the run stands where it meets this: who sets a target without a goal gives the goal up. */
  goal: Pursuit | null;
  /** Play halts where it comes to this step; null lets it go on. */
  stopAt: number | null;
  /** What is to be done to the run, in this order, by the loop in its next frame. */
  commands: readonly Command[];
  /** The text of own points that the run is to begin with; empty where it has none. */
  own: string;
  /** What a table calls the classes of own points; null where they are numbers. */
  classNames: readonly string[] | null;
  /** What is changed on the way of the run that is asked for, as the link says it. */
  changes: string;
  /** What a newer version of the page has written into the link of the run; null where it is none's. */
  later: Later | null;
  /** What a teacher has set for whoever opens the link, and what is handed in; null where there is none. */
  task: Task | null;
  /** The task that was left for the whole page. */
  taskLeft: Task | null;
  /** Counts strokes: what is changed in one, such as a drag along a slider, is taken back as one. */
  strokes: number;
  /** How often a single step was asked for. */
  stepsAsked: number;
  /** How often a start from step 0 was asked for. */
  startsAsked: number;
  logLoss: boolean;
  /** What the chart shows over the steps. */
  chart: ChartMode;
  /** Steps lie by log(1 + step) on the chart. */
  logSteps: boolean;
  /** The part of the run that the chart shows; null shows all of it. */
  zoom: { from: number; to: number } | null;
  /** Shade the regions by probability. */
  soft: boolean;
  /** The panel for own points is open. */
  points: boolean;
  /** Which part of the look inside is open; null when it is closed. */
  inside: InsideTab | null;
  /** Whose inside is looked at. */
  insideOf: Classifier;
  /** The point that is worked out, by its place in the data; null leaves the choice to the page. */
  selectedPoint: number | null;
  /** The hidden unit, or the linear classifier's class, whose line lights up on the board. */
  selectedUnit: number | null;
  /** The weight or bias that is looked at, changed or checked. */
  selectedParameter: ParameterAddress | null;
  /** Draw one neuron alone, with its numbers. */
  neuron: boolean;
  /** The formula of the worked point that is led to; null leads nowhere. */
  working: FormulaId | null;
  /** The phase at which slow motion stands; null while there is none. */
  phase: Phase | null;
  /** Draw the folds of all hidden units. */
  allLines: boolean;
  /** The open chapter of the lesson, from 1; null when it is closed. */
  lesson: number | null;
  /** The step to which Reset leads: the one at which the open chapter begins, else 0. */
  beginsAt: number;
  /** What the user should be told, until the next change; null when there is nothing. */
  notice: Notice | null;
}

/** A goal, on the way to this target. */
export interface Pursuit extends Goal {
  target: number;
}

/** What a hand does to a run. A command that the engine refuses changes nothing, and is told. */
export type Command =
  | { kind: 'undo' | 'redo' | 'allUnitsOn' | 'applyUnits' }
  | { kind: 'setParameter'; classifier: Classifier; parameter: ParameterAddress; value: number }
  | { kind: 'switchUnit'; unit: number; on: boolean }
  | { kind: 'bringBack' | 'forgetGhost'; id: number }
  /** Goes to a step that has been reached, and changes the learning rate there. */
  | { kind: 'takeOtherWay'; step: number; rate: number }
  /** Plays on with the classifier that can, where the other one cannot. */
  | { kind: 'goOnAlone' };

/** One step in slow motion. */
export type Phase = 'forward' | 'softmax' | 'loss' | 'gradients' | 'update';

export const INSIDE_TABS = ['network', 'point', 'check'] as const;
export type InsideTab = (typeof INSIDE_TABS)[number];

/** The loss; its two parts; the accuracy; how probable one point's own class is. */
export type ChartMode = 'loss' | 'parts' | 'accuracy' | 'point';

/** What is looked at, and how: nothing that a run depends on. */
export type View = Pick<
  Intent,
  | 'points'
  | 'inside'
  | 'insideOf'
  | 'selectedPoint'
  | 'neuron'
  | 'working'
  | 'allLines'
  | 'soft'
  | 'logLoss'
  | 'chart'
  | 'logSteps'
  | 'zoom'
  | 'speed'
>;

export const PLAIN_VIEW: View = {
  points: false,
  inside: null,
  insideOf: 'network',
  selectedPoint: null,
  neuron: false,
  working: null,
  allLines: false,
  soft: false,
  logLoss: false,
  chart: 'loss',
  logSteps: false,
  zoom: null,
  speed: 1000,
};

/** A sentence for the user, named here and worded in the dictionary. */
export type Notice =
  /** What of a link was not followed to the letter, and which of its changes were not made because the loss would be none. */
  | { kind: 'link'; corrections: readonly Correction[]; forgotten: string | null }
  | { kind: 'refused'; name: Name; given: string }
  /** A part of the page that opens on request did not come. */
  | { kind: 'notLoaded'; why: Missing }
  /** The engine does not do what was asked of it. */
  | { kind: 'engine'; refusal: Refusal }
  /** Something threw that nobody foresaw; its own words. */
  | { kind: 'failed'; reason: string }
  | { kind: 'badValue'; name: string; given: string }
  | { kind: 'badStep'; given: string; last: number }
  /** Of a box that takes a number from 0 to `max`. */
  | { kind: 'outside'; name: string; given: string; max: number; whole: boolean }
  /** A goal was met at this step, or was met there from the first, or was given up. */
  | { kind: 'goal'; outcome: 'met' | 'already' | 'stopped'; step: number }
  /** Play is to halt at a step that the run has come to or past. */
  | { kind: 'stopBehind'; stop: number; step: number }
  /** It was not met up to this step, where what it is about is `now` so much. */
  | { kind: 'missed'; goal: Goal; step: number; now: number }
  /** There are more earlier runs than are kept to compare with. */
  | { kind: 'crowdedOut' }
  /** There are more changes than can be taken back. */
  | { kind: 'undoFull' }
  /** A file that was opened holds no run. */
  | { kind: 'badFile'; name: string }
  /** A picture or a JSON that was opened holds no run. */
  | { kind: 'noRun'; why: 'picture' | 'json' | 'damaged' | 'handIns'; name: string }
  /** The run of a file that was opened does not come to what the file says. */
  | { kind: 'otherRun'; name: string; check: string; code: string }
  | { kind: 'badEpsilon'; given: string }
  | { kind: 'noSuchUnit'; given: string; last: number }
  | { kind: 'noSuchPoint'; given: string; last: number };

export interface Store extends Pick<StoreApi<Intent>, 'getState' | 'subscribe'> {
  setState(change: Partial<Intent> | ((intent: Intent) => Partial<Intent>)): void;
}

/** What a link says: the run, and the lesson with the view that it wants. */
export type Start = Pick<Intent, 'settings' | 'lang' | 'target' | 'notice' | 'lesson'> &
  Partial<View & Pick<Intent, 'display' | 'beginsAt' | 'own' | 'changes' | 'later' | 'task'>>;

export function makeStore(start: Start): Store {
  const store = createStore<Intent>(() => ({
    ...PLAIN_VIEW,
    display: 'auto',
    beginsAt: 0,
    stopAt: null,
    goal: null,
    own: '',
    classNames: null,
    changes: '',
    later: null,
    task: null,
    taskLeft: null,
    ...start,
    playing: false,
    commands: [],
    strokes: 0,
    stepsAsked: 0,
    startsAsked: 0,
    selectedUnit: null,
    selectedParameter: null,
    phase: null,
  }));
  return {
    ...store,
    setState: (change) =>
      store.setState((intent) => {
        const changed = typeof change === 'function' ? change(intent) : change;
        return 'target' in changed ? { goal: null, ...changed } : changed;
      }),
  };
}

// What a person can do, each as one change of the store.

export function togglePlaying(store: Store): void {
  store.setState(({ playing }) => ({ playing: !playing, target: null }));
}

export function askForStep(store: Store): void {
  store.setState(({ stepsAsked }) => ({
    stepsAsked: stepsAsked + 1,
    playing: false,
    target: null,
    phase: null,
  }));
}

/** What has a run begin anew and go to a step of it. */
export function anew({ startsAsked }: Intent, step: number): Partial<Intent> {
  const target = step > 0 ? step : null;
  const begun = { startsAsked: startsAsked + 1, changes: '', later: null, target };
  return { ...begun, playing: false, notice: null };
}

export function reset(store: Store): void {
  store.setState((intent) => anew(intent, intent.beginsAt));
}

/** Goes to a step: one that has been reached is had again, one further on is trained to. */
export function goToStep(store: Store, target: number): void {
  store.setState({ target, playing: false, phase: null, notice: null });
}

/** Stands, and goes to a step that the run has reached, as a drag along the chart does. */
export function seek(store: Store, target: number): void {
  store.setState({ target, playing: false, phase: null });
}

/** Has the loop do something to the run. */
export function emit(store: Store, command: Command): void {
  store.setState(({ commands }) => ({ commands: [...commands, command], notice: null }));
}

/** Trains until a goal is met, or up to a step. */
export function pursue(store: Store, goal: Goal, target: number): void {
  const pursuit = { ...goal, target };
  store.setState({ goal: pursuit, target, playing: false, phase: null, notice: null });
}

/** From any display to the projector's, and back to what the system asks for. */
export function toggleProjector(store: Store): void {
  store.setState(({ display }) => ({ display: display === 'projector' ? 'auto' : 'projector' }));
}

/** Changes a setting; with `goesOn` in the same stroke as the change before. */
export function setSetting<N extends keyof Settings>(
  store: Store,
  name: N,
  value: Settings[N],
  goesOn = false,
): void {
  store.setState(({ settings, strokes }) => ({
    settings: { ...settings, [name]: value },
    strokes: goesOn ? strokes : strokes + 1,
    notice: null,
  }));
}

export function tellMissing(store: Store, why: Missing): void {
  store.setState({ notice: { kind: 'notLoaded', why } });
}

/** Tells why something was not done: in the page's words what the engine refuses, in its own what nobody foresaw. */
export function tellFault(store: Store, error: unknown): void {
  const refusal = refusalOf(error);
  if (!refusal) reportError(error);
  store.setState({
    notice: refusal ? { kind: 'engine', refusal } : { kind: 'failed', reason: reasonOf(error) },
  });
}

/** What an error says of itself. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was missing is there: nothing is to be told of it any more. */
export function forgetMissing(store: Store): void {
  if (store.getState().notice?.kind === 'notLoaded') store.setState({ notice: null });
}
