/** The runs that were left, beside the one that goes on: listed with their names, drawn under its curves, read with it. */

import type { Chart } from '../chart/chart.js';
import type { MoreChart } from '../chart/plot.js';
import { type Histories, linesOf } from '../chart/values.js';
import type { Experiment, Frame, Ghost } from '../engine/frame.js';
import { testEnds } from '../held-out/test-ends.js';
import { TOOLS } from '../i18n/chart-tools.js';
import { dictionary, type Language } from '../i18n/index.js';
import type { Command, Intent } from '../state/store.js';
import { byId } from '../ui/dom.js';
import { formatLoss } from '../ui/format.js';
import { MORE_AXES } from './axes.js';
import { difference, type KeyEntry, keyOf } from './difference.js';
import type { Drawing } from './drawing.js';
import { type Earlier, earlierLosses } from './earlier-curve.js';
import { EarlierValues } from './earlier-values.js';
import { GhostLetters } from './ghost-letters.js';
import { GhostList } from './ghost-list.js';
import { GhostNames } from './ghost-names.js';
import { GhostDrawing, type Told } from './ghosts.js';
import type { Listening } from './listening.js';
import { FEW, RunKey } from './run-key.js';
import type { UntilActions } from './until.js';

export interface EarlierActions {
  emit(command: Command): void;
  refuse: UntilActions['refuse'];
  changed(): void;
}

/** The list says it itself. */
const NONE: readonly KeyEntry[] = [];

export class EarlierRuns {
  readonly list: GhostList;
  private readonly names = new GhostNames();
  private readonly letters = new GhostLetters();
  private readonly values = new EarlierValues();
  private readonly key = new RunKey();
  private readonly picture = new GhostDrawing();
  private busy = false;
  /** The one that the list points at. */
  private lit: Ghost | null = null;
  private compared: readonly Ghost[] = [];
  private crowdedOut = 0;
  private entries: readonly KeyEntry[] = [];
  private lang: Language = 'en';
  /** The run that goes on, from which labels tell what is other. */
  private experiment: Experiment | null = null;
  private seen: { frame: Frame; histories: Histories } | null = null;
  readonly more: MoreChart;
  readonly labels = {
    letterOf: (ghost: Ghost) => this.letters.of(ghost),
    labelOf: (ghost: Ghost) => this.labelOf(ghost),
    noteOf: (ghost: Ghost) => this.noteOf(ghost),
    rename: (ghost: Ghost, name: string) => {
      this.names.give(ghost, name);
      this.show([...this.more.ghosts]);
    },
  };

  constructor(
    private readonly chart: Chart,
    private readonly drawing: Drawing,
    listening: Listening,
    private readonly actions: EarlierActions,
  ) {
    this.more = {
      ...MORE_AXES,
      ghosts: [],
      drawGhosts: (context, plot) => this.picture.draw(context, plot, this.told()),
      roomIn: (context, plot) => this.picture.roomIn(context, plot, this.told()),
      earlierAt: (step) => this.columnsAt(step),
    };
    drawing.drawGhosts = this.more.drawGhosts;
    this.list = new GhostList(
      this.labels,
      listening,
      actions.emit,
      (ghost) => this.light(ghost),
      () => byId('chart-more').focus(),
    );
  }

  /** The letter and the name. */
  readonly nameOf = (ghost: Ghost) => `${this.letters.of(ghost)} ${this.labelOf(ghost)}`;

  /** Whatever the chart shows of them. */
  get earlier(): Earlier {
    return this.chart.drawn ? this.drawing : earlierLosses(dictionary(this.lang));
  }

  /** Takes note of whether the run moves; once it stands, words find their place beside its curves. */
  follow({ playing, target }: Intent): void {
    const was = this.busy;
    this.busy = playing || target !== null;
    if (was && !this.busy) this.more.ghosts = [...this.more.ghosts];
  }

  /** What is drawn of them, and in which words. */
  private told(): Told {
    const { lit, labels, earlier, crossOwn, busy, seen, entries } = this;
    const words = new Map(entries.map((entry) => [entry.letter, entry.words]));
    const { letterOf } = labels;
    return {
      letterOf,
      // The one that is pointed at is called as in the list.
      labelOf: (ghost) =>
        (ghost === lit ? null : words.get(letterOf(ghost))) ?? labels.labelOf(ghost),
      lit,
      curvesOf: (ghost) => earlier.curvesOf(ghost),
      crossOwn,
      at: busy || !seen ? '' : `${seen.frame.branches} ${seen.frame.end}`,
    };
  }

  /** `listed` says that their list is open. */
  render(frame: Frame, { lang, lesson }: Intent, histories: Histories, listed: boolean): void {
    const { ghosts, experiment } = frame;
    const words = lang !== this.lang || experiment !== this.experiment;
    this.seen = { frame, histories };
    this.names.chapter = lesson;
    this.experiment = experiment;
    this.lang = lang;
    // The run that a lesson gives back has its own count: nothing was left out where none of the curves was there before.
    const sameRuns = ghosts.some((ghost) => this.compared.includes(ghost));
    if (sameRuns && frame.ghostsCrowdedOut > this.crowdedOut)
      this.actions.refuse({ kind: 'crowdedOut' });
    this.crowdedOut = frame.ghostsCrowdedOut;
    if (ghosts !== this.compared) this.letters.meet(ghosts);
    // What is other may be said in other words.
    if (ghosts !== this.compared || (words && ghosts.length > 0)) this.show([...ghosts]);
    this.compared = ghosts;
    this.key.render(listed ? NONE : this.entries);
    this.list.render(frame, TOOLS[lang]);
    const { letterOf } = this.labels;
    this.values.render(this.chart.hovered, this.more.ghosts, this.earlier, letterOf, TOOLS[lang]);
  }

  private light(ghost: Ghost | null): void {
    if (ghost === this.lit) return;
    this.lit = ghost;
    this.show([...this.more.ghosts]);
  }

  private show(ghosts: readonly Ghost[]): void {
    this.more.ghosts = ghosts;
    this.entries = this.keyTo(ghosts);
    this.actions.changed();
  }

  /** Of a few of them what makes each another one. */
  private keyTo(ghosts: readonly Ghost[]): readonly KeyEntry[] {
    const { lang, experiment, names } = this;
    if (!experiment || ghosts.length >= FEW) return [];
    const told = { ...this.labels, givenName: (ghost: Ghost) => names.of(ghost) };
    return keyOf(ghosts, experiment, told, dictionary(lang), TOOLS[lang]);
  }

  /** What the list says of a run besides its name. */
  private noteOf(ghost: Ghost): string {
    const { otherPoints, testLoss } = TOOLS[this.lang];
    const end = testEnds.of(ghost);
    const test = end && testLoss(formatLoss(end.linear), formatLoss(end.network), end.step);
    const curve = this.earlier.curvesOf(ghost).length > 0 ? '' : otherPoints;
    return [curve, test].filter(Boolean).join(' ');
  }

  private labelOf(ghost: Ghost): string {
    const { lang, experiment } = this;
    const name = this.names.of(ghost);
    if (name !== null || !experiment) return name ?? '';
    return difference(ghost, experiment, dictionary(lang), TOOLS[lang]);
  }

  /** Their values at a step in full, each with the run's name as the list has it; the same columns at every step. */
  private columnsAt(step: number): (readonly [name: string, value: string])[] {
    const { earlier } = this;
    const texts = TOOLS[this.lang];
    return this.more.ghosts.flatMap((ghost) => {
      const reading = earlier.readingOf(ghost, step);
      const near = reading && reading.step !== step ? ` (${texts.atStep(reading.step)})` : '';
      const named = (reading ?? earlier.readingOf(ghost, 0))?.named ?? [];
      return named.map(
        ([name, value]) =>
          [texts.ofEarlier(this.nameOf(ghost), name), reading ? value + near : '–'] as const,
      );
    });
  }

  private readonly crossOwn: Told['crossOwn'] = (grid) => {
    const { seen } = this;
    if (this.chart.drawn) this.drawing.crossOwn(grid);
    else if (seen)
      for (const { history, last } of linesOf(seen.frame, seen.histories))
        grid.add(history, seen.frame.end, last);
  };
}
