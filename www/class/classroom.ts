/** Follows what a teacher's link asks for: hides, locks, halts, and has its question answered before the run moves. */

import type { Frame } from '../engine/frame.js';
import type { SettingsTable } from '../engine/settings.js';
import type { Task } from '../state/link.js';
import { linkText } from '../state/link-text.js';
import type { Intent, Store } from '../state/store.js';
import { Covering } from './covering.js';
import { HostPage } from './host-page.js';
import { type Ends, type Plan, planOf } from './plan.js';
import type { ClassRun } from './run.js';
import { type Proof, Strip } from './strip.js';

export interface ClassroomActions {
  /** Opens what hands a run in. */
  handIn(): void;
  /** Opens a chapter of the lesson. */
  openChapter(number: number): void;
}

export class Classroom {
  private readonly covering = new Covering();
  private readonly host: HostPage;
  private readonly strip: Strip;
  private task: Task | null = null;
  private plan: Plan | null = null;
  private proof: Proof | null = null;
  /** What was asked for is being taken back. */
  private holds = false;

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
      leave: () => store.setState({ task: null }),
    });
    this.host = new HostPage(run);
    store.subscribe((now, before) => this.follow(now, before));
    this.follow(store.getState(), null);
  }

  render(frame: Frame, intent: Intent): void {
    const { plan } = this;
    const busy = intent.playing || intent.target !== null;
    if (plan?.check && !busy && !this.proof) this.prove(plan, frame);
    this.strip.render(plan, frame, busy, intent.lang, this.proof);
    this.host.render(plan, busy);
    // What is loaded meanwhile is covered, too.
    if (plan) this.covering.apply(plan);
  }

  private follow(now: Intent, before: Intent | null): void {
    if (now.task !== this.task) this.begin(now);
    const { plan } = this;
    if (!plan) return;
    this.covering.apply(plan);
    const { lesson } = now;
    const [first] = plan.chapters;
    if (first && lesson !== null && !plan.chapters.includes(lesson))
      this.actions.openChapter(first);
    if (plan.question && !plan.answer && !this.holds) this.hold(now, before);
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
    const asked = now.stepsAsked !== (before?.stepsAsked ?? now.stepsAsked);
    const isLink =
      !before || now.startsAsked !== before.startsAsked || now.target === before.target;
    const goesOn = !isLink && now.target !== null && now.target > this.run.frame.end;
    if (!now.playing && !asked && !goesOn) return;
    this.holds = true;
    this.store.setState({
      playing: false,
      ...(before && asked && { stepsAsked: before.stepsAsked }),
      ...(goesOn && { target: null }),
    });
    this.holds = false;
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
