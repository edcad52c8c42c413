/** The loss chart: both curves over all steps that the run has reached, from a bounded history; axes, a reference line at ln K;
 * and the slider of time, which goes to any of these steps. */

import { context2d, watchDevicePixels } from '../draw/canvas.js';
import { type Domain, lossDomain, stepDomain } from '../draw/scale.js';
import { theme } from '../draw/theme.js';
import {
  BUCKET,
  CLASSIFIERS,
  type Classifier,
  type Frame,
  type Ghost,
  type LossHistory,
  type Milestones,
} from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { Curves } from './curves.js';
import type { Drawn } from './drawn.js';
import { placeForChance } from './label.js';
import type { Mark } from './mark.js';
import { MarkLayer } from './mark-layer.js';
import { Past } from './past.js';
import { layOut, type MoreChart, type Plot, stepAt, type Wanted, xOf, yOf } from './plot.js';
import { type ScrubActions, Scrubber } from './scrubber.js';
import { type Histories, linesOf, type Read, readerOf, speakValues } from './values.js';

/** What is shown at a step whose losses are known exactly. */
export interface Hovered extends Read {
  /** What happened at this step. */
  mark: Mark | null;
  /** Where that is on the chart, and where the plot begins and ends, in CSS pixels from the top left corner. */
  x: number;
  y: Record<Classifier, number>;
  top: number;
  bottom: number;
  /** Where the plot ends on the right. */
  right: number;
}

const NONE: readonly Ghost[] = [];

/** How the chart is looked at. */
export interface Look {
  logLoss: boolean;
  logSteps: boolean;
  /** The steps that are shown; null is all. */
  zoom: { from: number; to: number } | null;
  /** The step that the run is on its way to. */
  target: number | null;
}

/** What the plot looks the same by, besides its axes' ends. */
const LOOKS = ['ghosts', 'logSteps', 'log', 'texts', 'theme', 'classes', 'axis'] as const;

export class Chart {
  private readonly context: CanvasRenderingContext2D;
  private readonly curves: Curves;
  private readonly scrubber: Scrubber;
  private readonly past = new Past();
  private readonly marks = new MarkLayer();
  private width = 0;
  private height = 0;
  /** What is shown: null before the first frame. */
  plot: Plot | null = null;
  /** Without these the chart shows all steps, on an even axis. */
  more: MoreChart | null = null;
  /** What it shows in place of the losses. */
  drawn: Drawn | null = null;
  /** What is read off it at the moment. */
  hovered: Hovered | null = null;
  /** The step that was spoken of last. */
  private spoken = -1;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    tail: HTMLCanvasElement,
    private readonly milestones: () => Milestones,
    actions: ScrubActions,
  ) {
    this.context = context2d(canvas);
    this.curves = new Curves(this.context, tail);
    this.scrubber = new Scrubber(canvas, actions);
    watchDevicePixels(canvas, (width, height) => {
      this.resize(width, height);
      actions.changed();
    });
  }

  /** `busy` says that the run moves. */
  render(frame: Frame, histories: Histories, look: Look, busy: boolean, texts: Dictionary): void {
    if (this.width === 0) return;
    const plot = this.fit(frame, histories, look, texts);
    const { drawn } = this;
    if (drawn) drawn.draw(this.context, plot);
    else this.curves.update(frame, histories, plot, busy, this.more);
    const { area, scale } = plot;
    const { end } = frame;
    this.marks.find(frame, this.milestones, histories, busy);
    this.marks.render(plot);
    this.scrubber.follow({
      step: Math.min(look.target ?? frame.step, end),
      end,
      marks: this.marks.all.map(({ step }) => step),
      stepAt: (x) => stepAt(plot, Math.max(area.left, Math.min(x * scale, area.right))),
      xOf: (step) => xOf(plot, step) / scale,
    });
    const { shown } = this.scrubber;
    const read = drawn?.read ?? readerOf(frame, histories, texts);
    this.hovered = shown === null ? null : this.place(shown, read(shown), plot);
    this.past.render(frame, xOf(plot, frame.step) / scale, plot, texts);
    // A voice cannot follow a moving number; who moves the slider hears where it is.
    if (busy && (shown === null || frame.step === this.spoken)) return;
    this.spoken = frame.step;
    const here = this.marks.all.find(({ step }) => step === frame.step) ?? null;
    speakValues(this.canvas, read(frame.step), end, here, texts);
  }

  private resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.canvas.width = width;
    this.canvas.height = height;
    this.curves.forget();
    this.plot = null;
  }

  /** The plot that holds everything there is to show: the same object as long as it does. */
  private fit(frame: Frame, histories: Histories, look: Look, texts: Dictionary): Plot {
    const { classes } = frame.points;
    const { more, drawn } = this;
    const { zoom } = look;
    const log = look.logLoss && !drawn;
    const axis = drawn?.axis ?? null;
    // A part that the run has not come to would be empty.
    const part = more && zoom && zoom.from < frame.end ? { min: zoom.from, max: zoom.to } : null;
    const ghosts = more?.ghosts ?? NONE;
    const steps = part ?? stepDomain(Math.max(frame.end, ...ghosts.map(({ end }) => end)));
    const curves = ghosts.flatMap((ghost) => CLASSIFIERS.map((each) => ghost.histories[each]));
    const shown = [...linesOf(frame, histories).map(({ history }) => history), ...curves];
    const lossesIn = part && more ? more.closeDomain : lossDomain;
    const losses =
      drawn?.domain(steps, part !== null) ??
      lossesIn(...range(shown, steps, part ? [] : [Math.log(classes)]), log);
    const logSteps = look.logSteps && more !== null;
    const wanted = { ghosts, steps, logSteps, losses, log, texts, theme: theme(), classes, axis };
    const old = this.plot;
    const holds =
      old &&
      LOOKS.every((key) => old[key] === wanted[key]) &&
      equal(old.steps, steps) &&
      equal(old.losses, losses);
    const plot = holds ? old : this.layOut(wanted);
    const room = more?.roomIn(this.context, plot);
    const chancePlace = placeForChance(plot, frame, histories, room, drawn?.isFree);
    this.plot = chancePlace === plot.chancePlace ? plot : { ...plot, chancePlace };
    return this.plot;
  }

  private layOut(wanted: Omit<Wanted, 'width' | 'height' | 'scale'>): Plot {
    const { width, height, context } = this;
    const scale = width / this.canvas.clientWidth;
    return layOut(context, { ...wanted, width, height, scale }, this.more);
  }

  /** Where the values of a step, or of one near it, are; null where that is out of sight. */
  private place(asked: number, values: Read, plot: Plot): Hovered | null {
    const { step, losses } = values;
    const height = (value: number) => yOf(plot, value) / plot.scale;
    const x = xOf(plot, step) / plot.scale;
    const { min, max } = plot.steps;
    if (step < min || step > max) return null;
    return {
      ...values,
      mark: this.marks.all.find((mark) => mark.step === asked) ?? null,
      x,
      y: { linear: height(losses.linear), network: height(losses.network) },
      top: plot.area.top / plot.scale,
      bottom: plot.area.bottom / plot.scale,
      right: plot.area.right / plot.scale,
    };
  }
}

/** The least and the greatest of all losses at these steps, and of others. */
function range(all: readonly LossHistory[], steps: Domain, others: number[]): [number, number] {
  let [least, greatest] = [Math.min(...others), Math.max(...others)];
  for (const { width, buckets } of all) {
    const end = Math.min(buckets.length, BUCKET * (Math.ceil(steps.max / width) + 1));
    for (let i = BUCKET * Math.floor(steps.min / width); i < end; i += BUCKET) {
      least = Math.min(least, buckets[i + 1] as number);
      // Beyond all numbers there is nothing to see.
      const most = buckets[i + 2] as number;
      if (most < Number.POSITIVE_INFINITY) greatest = Math.max(greatest, most);
    }
  }
  return [least, greatest];
}

function equal(a: Domain, b: Domain): boolean {
  return a.min === b.min && a.max === b.max;
}
