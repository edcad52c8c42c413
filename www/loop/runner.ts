/** Brings the engine to what the store asks for: other settings, commands, steps to take, a step to go to. The one place
 * from which a run is changed or moved. */

import type { Engine } from '../engine/engine.js';
import { type Settings, settingsThatDiffer } from '../engine/settings.js';
import type { Task } from '../state/link.js';
import {
  type Command,
  type Intent,
  type Notice,
  type Pursuit,
  type Store,
  tellFault,
} from '../state/store.js';
import { Pace } from './pace.js';

export class Runner {
  readonly pace = new Pace();
  /** What the engine has been told so far. */
  private settings: Settings | null = null;
  private own = '';
  private starts = 0;
  /** The chapter that is open. */
  private lesson: number | null = null;
  private task: Task | null = null;
  /** What was wanted of the run that was set aside while the lesson is open. */
  private aside: Pick<Intent, 'settings' | 'own' | 'target' | 'later'> | null = null;
  /** The setting that was changed last, and in which stroke. */
  private stroke = '';
  /** The stroke in which it was said that no more changes can be taken back; null until then. */
  private toldUndoFull: string | null = null;
  /** The goal that was pursued last. */
  private pursued: Pursuit | null = null;
  private steps = 0;
  private wasPlaying = false;
  private lastTime = 0;

  constructor(
    private readonly engine: Engine,
    private readonly store: Store,
  ) {}

  /** The lesson gives back the run that it found: that waits aside from the first chapter until the lesson is left. */
  keepRun({ lesson, settings, own, target, startsAsked }: Intent, before: Intent | null): void {
    const was = this.lesson;
    if (was === null && lesson !== null && this.settings) {
      const { target = null, later = null } = before ?? {};
      this.aside = { settings: this.settings, own: this.own, target, later };
      this.engine.setAside();
      this.settings = null;
    }
    if (was === null || lesson !== null) return;
    this.lesson = null;
    if (!this.aside) return;
    const { aside } = this;
    this.aside = null;
    // Who leaves by the browser's Back to where he was before comes home, too; any other link is a run of its own.
    const started = startsAsked !== this.starts;
    const same = own === aside.own && settingsThatDiffer(settings, aside.settings).length === 0;
    if (started && !same) return;
    this.engine.takeBack();
    this.settings = aside.settings;
    this.own = aside.own;
    this.starts = startsAsked;
    // A link says itself where its run stands.
    this.store.setState({ ...aside, playing: false, ...(started && { target }) });
  }

  /** Has the engine change what is to be changed; whether that began a run, which is shown before it moves. */
  change(intent: Intent): boolean {
    const { branches } = this.engine.frame;
    const begun = this.begin(intent);
    this.task = intent.task;
    if (!begun) this.changeRates(intent);
    this.obey(intent.commands);
    if (this.engine.frame.branches !== branches) this.tellUndoFull();
    return begun;
  }

  /** Takes the steps that are due. */
  move(intent: Intent, time: number): void {
    const steps = this.stepsDue(intent, time);
    const { target, goal } = intent;
    if (target !== null && goal?.target === target) {
      this.pursue(goal);
    } else if (target !== null) {
      this.pace.catchUp((most) => this.goTowards(target, most));
    } else if (steps > 0) {
      const before = performance.now();
      this.engine.advance(steps);
      this.pace.trained(steps, performance.now() - before);
      this.tellForgotten();
    }
  }

  /** Stops what has come to its end: a run that diverged, a step that is reached, the longest run there is. `from` is the step
   * before the frame. Where another step has other settings, the controls show those. */
  settle({ playing, target, stopAt }: Intent, from: number): void {
    const { step, diverged } = this.engine.frame;
    if (target !== null && (step === target || diverged)) this.store.setState({ target: null });
    const halted = stopAt !== null && from < stopAt && step === stopAt;
    if (playing && (diverged || halted || this.stepsLeft() === 0))
      this.store.setState({ playing: false });
    this.showSettings();
  }

  /** A single step is asked for that was not taken yet. */
  owesSteps({ stepsAsked }: Intent): boolean {
    return stepsAsked !== this.steps;
  }

  private begin({ settings, own, startsAsked, lesson, changes, strokes, task }: Intent): boolean {
    const { engine } = this;
    const changed = this.settings ? settingsThatDiffer(this.settings, settings) : [];
    const news: string[] = changed.filter((name) => engine.table[name].stage !== 'nothing');
    if (own !== this.own) news.push('own');
    const asked = startsAsked !== this.starts;
    if (this.settings && !asked && news.length === 0) return false;
    // Each chapter has a history of its own, and so has the page.
    // Who opens a task shall not see in an earlier run what is asked.
    const isTask = asked && task !== null && task !== this.task;
    const isFirst = !this.settings || lesson !== this.lesson || isTask;
    // With the first own point comes where the points are from, and perhaps a class more.
    const what = news.includes('own') ? 'own' : news.join();
    const goesOn = this.goesOn(asked ? '' : what, strokes);
    this.orKeep(() => {
      if (isFirst) engine.start(settings, changes, own);
      else engine.begin(settings, asked ? changes : '', goesOn, own);
    });
    this.settings = settings;
    this.own = own;
    this.starts = startsAsked;
    this.lesson = lesson;
    // Who begins another run by hand leaves what a newer version of the page has said of the one before.
    if (!isFirst && !asked) this.store.setState({ later: null });
    this.tellForgotten();
    this.pace.forget();
    return true;
  }

  /** Begins a run. Where the engine refuses, the run that stands is the one that is wanted again: each frame would ask for the
   * other one anew. */
  private orKeep(begin: () => void): void {
    try {
      begin();
    } catch (error) {
      if (this.settings) this.store.setState({ settings: this.settings, own: this.own });
      throw error;
    }
  }

  private changeRates({ settings, strokes }: Intent): void {
    const before = this.settings ?? settings;
    this.settings = settings;
    for (const name of settingsThatDiffer(before, settings)) {
      const value = settings[name];
      if (typeof value === 'number') this.engine.change(name, value, this.goesOn(name, strokes));
    }
  }

  /** Whether a change belongs to the one before it, as the values that a slider passes through do. */
  private goesOn(what: string, strokes: number): boolean {
    const stroke = `${what} ${strokes}`;
    const goesOn = what !== '' && stroke === this.stroke;
    this.stroke = stroke;
    return goesOn;
  }

  private obey(commands: readonly Command[]): void {
    if (commands.length === 0) return;
    this.store.setState({ commands: [] });
    this.stroke = '';
    for (const command of commands) {
      try {
        this.do(command);
      } catch (error) {
        tellFault(this.store, error);
      }
    }
  }

  private do(command: Command): void {
    const { engine } = this;
    switch (command.kind) {
      case 'undo':
      case 'redo':
        this.goBackTo(engine[command.kind]());
        break;
      case 'bringBack':
        this.goBackTo(engine.bringBack(command.id));
        break;
      case 'forgetGhost':
        engine.forgetGhost(command.id);
        break;
      case 'setParameter':
        engine.setParameter(command.classifier, command.parameter, command.value);
        break;
      case 'takeOtherWay':
        engine.seek(command.step, engine.maxSteps);
        engine.change('rate', command.rate);
        this.store.setState({ target: null, playing: false, phase: null });
        break;
      case 'goOnAlone':
        engine.letOneGoOn();
        this.store.setState({ target: null, playing: true, phase: null });
        break;
      case 'switchUnit':
        engine.switchUnit(command.unit, command.on);
        break;
      case 'allUnitsOn':
      case 'applyUnits':
        engine[command.kind]();
        break;
    }
  }

  /** The run is another one, and stands near the step where it was left. */
  private goBackTo(step: number | null): void {
    if (step !== null) this.store.setState({ target: step, playing: false, phase: null });
  }

  /** Goes towards a step, no further than `most` steps; whether it is there, or can go no further. */
  private goTowards(target: number, most: number): boolean {
    const { engine } = this;
    const { frame } = engine;
    if (target <= frame.end) return engine.seek(target, most) === 0;
    if (frame.step < frame.end) engine.seek(frame.end, most);
    else engine.advance(Math.min(most, target - frame.step));
    this.tellForgotten();
    return frame.step >= target || frame.diverged !== null;
  }

  /** Trains until the goal is met or its target reached, and says which. */
  private pursue(goal: Pursuit): void {
    const { engine } = this;
    const { frame } = engine;
    const from = frame.step;
    let met = false;
    this.pace.catchUp((most) => {
      met = engine.advanceUntil(goal, Math.min(most, goal.target - frame.step));
      this.tellForgotten();
      return met || frame.step >= goal.target || frame.diverged !== null;
    });
    const { step } = frame;
    if (frame.diverged) this.store.setState({ target: null });
    const already = step === from && goal !== this.pursued;
    this.pursued = goal;
    if (!met && step < goal.target) return;
    const notice: Notice = met
      ? { kind: 'goal', outcome: already ? 'already' : 'met', step }
      : { kind: 'missed', goal, step, now: frame[goal.classifier][goal.of] };
    this.store.setState({ target: null, notice });
  }

  private stepsDue({ playing, speed, stepsAsked, stopAt }: Intent, time: number): number {
    const { frame } = this.engine;
    const single = stepsAsked - this.steps;
    const elapsed = this.wasPlaying ? time - this.lastTime : 0;
    if (playing && !this.wasPlaying) {
      this.pace.restart();
      // Who plays on from an earlier step takes another way from there.
      if (frame.step < frame.end) this.engine.cutOff();
    }
    this.steps = stepsAsked;
    this.wasPlaying = playing;
    this.lastTime = time;
    const due = playing ? this.pace.stepsDue(speed, elapsed) : single;
    return Math.min(due, playing ? this.stepsTo(stopAt) : this.stepsLeft());
  }

  private stepsLeft(): number {
    return this.engine.maxSteps - this.engine.frame.step;
  }

  /** Steps to where Play halts; a halt that is passed already is none. */
  private stepsTo(stopAt: number | null): number {
    const { step } = this.engine.frame;
    return stopAt !== null && stopAt > step ? stopAt - step : this.stepsLeft();
  }

  private showSettings(): void {
    const { experiment, rate, reg } = this.engine.frame;
    const settings = { ...experiment.beginning, rate, reg };
    const { own } = experiment;
    if (!this.settings) return;
    if (own === this.own && settingsThatDiffer(this.settings, settings).length === 0) return;
    this.settings = settings;
    this.own = own;
    this.store.setState({ settings, own });
  }

  /** Says, beside what else there was to say of the link, which changes were not made because the loss would be none. */
  private tellForgotten(): void {
    const { forgotten } = this.engine.frame;
    if (forgotten === null) return;
    const { notice } = this.store.getState();
    const told = notice?.kind === 'link' ? notice : { corrections: [], forgotten: null };
    const all = told.forgotten === null ? forgotten : `${told.forgotten};${forgotten}`;
    this.store.setState({ notice: { ...told, kind: 'link', forgotten: all } });
  }

  /** Says once that no more changes can be taken back; where that was in the middle of a stroke, the whole stroke long. */
  private tellUndoFull(): void {
    const { toldUndoFull, stroke } = this;
    if (!(this.engine.frame.undoLost > 0)) return;
    if (toldUndoFull !== null && (stroke === '' || stroke !== toldUndoFull)) return;
    this.toldUndoFull = stroke;
    this.store.setState({ notice: { kind: 'undoFull' } });
  }
}
