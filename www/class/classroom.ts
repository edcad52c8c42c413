/** Follows what a teacher's link asks for: hides, locks, halts, and has its question answered before the run moves. */

import type { Frame } from '../engine/frame.js';
import { type SettingsTable, settingsThatDiffer } from '../engine/settings.js';
import type { Task } from '../state/link.js';
import { linkText } from '../state/link-text.js';
import type { Command, Intent, Store } from '../state/store.js';
import { Covering } from './covering.js';
import { HostPage } from './host-page.js';
import { type Ends, type Plan, planOf } from './plan.js';
import type { ClassRun } from './run.js';
import { type Proof, Strip } from './strip.js';

export interface ClassroomActions {
  /** Opens what hands a run in. */
  handIn(): void;
  /** Has the page drawn anew. */
  changed(): void;
  /** The run's whole link. */
  link(): string;
  /** Opens a chapter of the lesson. */
  openChapter(number: number): void;
}

export class Classroom {
  private readonly covering = new Covering();
  private readonly host: HostPage;
  private readonly strip: Strip;
  private task: Task | null = null;
  /** What was wanted when this was last looked at. */
  private last: Intent | null = null;
  private plan: Plan | null = null;
  private proof: Proof | null = null;
  /** What was asked for is being taken back. */
  private takesBack = false;
  /** Something may stand on the page that is not covered yet. */
  private stale = true;

  constructor(
    private readonly store: Store,
    private readonly run: ClassRun,
    private readonly table: SettingsTable,
    private readonly ends: Ends,
    private readonly actions: ClassroomActions,
  ) {
    this.strip = new Strip({
      answer: (text) => this.take(text),
      handIn: actions.handIn,
      leave: () => store.setState(({ task }) => ({ task: null, taskLeft: task })),
      changed: actions.changed,
    });
    this.host = new HostPage(run, actions.link);
    store.subscribe(() => this.follow());
    this.follow();
    // Parts of the page come when they are first opened.
    const isElement = ({ nodeType }: Node) => nodeType === Node.ELEMENT_NODE;
    new MutationObserver((changes) => {
      if (
        !this.plan ||
        this.stale ||
        !changes.some(({ addedNodes }) => [...addedNodes].some(isElement))
      )
        return;
      this.stale = true;
      actions.changed();
    }).observe(document.body, { childList: true, subtree: true });
  }

  render(frame: Frame, intent: Intent): void {
    const { plan } = this;
    const busy = intent.playing || intent.target !== null;
    if (plan?.check && !busy && !this.proof) this.prove(plan, frame);
    this.strip.render(plan, frame, busy, intent.lang, this.proof);
    this.host.render(plan, busy);
    if (plan && this.stale) this.covering.apply(plan);
    this.stale = false;
  }

  /** What others change while they are told of a change comes before the first change does: what counts is how it stands. */
  private follow(): void {
    const now = this.store.getState();
    const before = this.last;
    if (now === before) return;
    this.last = now;
    // Others who follow it may yet switch on what is locked.
    this.stale = true;
    const isNew = now.task !== this.task;
    if (isNew) this.begin(now);
    const { plan } = this;
    if (!plan || this.takesBack) return;
    const { lesson, inside } = now;
    const [first] = plan.chapters;
    if (first && lesson !== null && !plan.chapters.includes(lesson))
      this.actions.openChapter(first);
    // A key and a chapter open it, too.
    if (inside !== null && plan.hide.has('inside')) this.takeBack({ inside: null, phase: null });
    if (before && !isNew) this.keepLocked(plan, now, before);
    if (plan.question && !plan.answer) this.hold(now, isNew ? null : before);
  }

  /** Settings that stay as they are may be changed by other ways than their controls: by a file, by an answer to a notice. Looking back
   * shows those of an earlier step, which is no change. */
  private keepLocked({ lock }: Plan, now: Intent, before: Intent): void {
    const halves = ({ kind }: Command) => kind === 'takeOtherWay' && lock.has('rate');
    if (now.commands.some(halves))
      this.takeBack({ commands: now.commands.filter((command) => !halves(command)) });
    if (now.strokes === before.strokes || now.lesson !== before.lesson) return;
    const changed = settingsThatDiffer(now.settings, before.settings);
    const isOther = lock.has('data') && now.own !== before.own;
    if (!isOther && !changed.some((name) => lock.has(name))) return;
    const { settings, own, classNames } = before;
    this.takeBack({ settings, own, classNames });
  }

  private takeBack(change: Partial<Intent>): void {
    this.takesBack = true;
    this.store.setState(change);
    this.takesBack = false;
  }

  /** Another link has come, or an answer; or the page is to be whole again. */
  private begin(now: Intent): void {
    const { task } = now;
    this.task = task;
    const before = this.plan;
    this.plan = task && planOf(task, this.table, this.ends);
    this.proof = null;
    const { plan, store } = this;
    if (!plan) {
      this.covering.apply({ hide: new Set(), lock: new Set(), embedded: false });
      // The controls say again for themselves whether they can be used.
      store.setState({ stopAt: null });
      return;
    }
    if (plan.stop !== (before?.stop ?? null)) this.halt(plan.stop, now);
    if (plan.corrections.length === 0 || before) return;
    const { notice } = now;
    const told = notice?.kind === 'link' ? notice : { corrections: [], forgotten: null };
    const corrections = [...told.corrections, ...plan.corrections];
    store.setState({ notice: { ...told, kind: 'link', corrections } });
  }

  private halt(stop: number | null, { target, notice }: Intent): void {
    const step = target ?? this.run.frame.step;
    // Who comes back to a run that was halted there has not passed it.
    const isBehind = stop !== null && step > stop;
    const told = isBehind ? ({ kind: 'stopBehind', stop, step } as const) : notice;
    this.store.setState({ stopAt: stop, notice: told });
  }

  /** An answer comes before any step that was not taken yet; a step that the link leads to is part of the question. */
  private hold(now: Intent, before: Intent | null): void {
    const { target, stepsAsked, startsAsked } = before ?? now;
    const asked = now.stepsAsked !== stepsAsked;
    const begins = now.startsAsked !== startsAsked;
    const isFurther = now.target !== null && (begins || now.target > this.run.frame.end);
    const goesOn = isFurther && (begins || now.target !== target);
    if (!now.playing && !asked && !goesOn) return;
    // The step to which the link leads is still gone to.
    this.takeBack({ playing: false, stepsAsked, target: begins ? null : target });
    this.strip.demand();
  }

  private take(text: string): void {
    const { task, store } = this;
    if (task) store.setState({ task: { ...task, answer: linkText(text) } });
    this.host.tell();
  }

  private prove({ check }: Plan, { step }: Frame): void {
    this.proof = { code: check, step, right: this.run.checkCode() === check };
  }
}
