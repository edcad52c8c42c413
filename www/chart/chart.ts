/** The loss chart: both curves over all steps that the run has reached, from a bounded history; axes, a reference line at ln K;
 * and the slider of time, which goes to any of these steps. */

import { context2d, watchDevicePixels } from '../draw/canvas.js';
import { type Domain, lossDomain, stepDomain } from '../draw/scale.js';
import { theme } from '../draw/theme.js';
import { CLASSIFIERS, type Classifier, type Frame } from '../engine/frame.js';
import type { Dictionary } from '../i18n/index.js';
import { Curves } from './curves.js';
import { placeForChance } from './label.js';
import { Past } from './past.js';
import { across, layOut, type Plot, stepAt, up } from './plot.js';
import { type ScrubActions, Scrubber } from './scrubber.js';
import { type Histories, speakValues, type Values, valuesAt } from './values.js';

/** What is shown at a step whose losses are known exactly. */
export interface Hovered extends Values {
  /** Where that is on the chart, and where the plot begins and ends, in CSS pixels from the top left corner. */
  x: number;
  y: Record<Classifier, number>;
  top: number;
  bottom: number;
  /** The label is to stand to the left of it. */
  leftwards: boolean;
}

/** How the chart is looked at. */
export interface Shown {
  log: boolean;
  target: number | null;
  /** Steps at which something happened, in order. */
  marks: readonly number[];
}

export class Chart {
  private readonly context: CanvasRenderingContext2D;
  private readonly curves: Curves;
  private readonly scrubber: Scrubber;
  private readonly past = new Past();
  private width = 0;
  private height = 0;
  private plot: Plot | null = null;
  /** The step that was spoken of last. */
  private spoken = -1;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    tail: HTMLCanvasElement,
    private readonly showHovered: (hovered: Hovered | null) => void,
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

  /** `target` is the step that the run is on its way to; `busy` says that it moves. */
  render(
    frame: Frame,
    histories: Histories,
    { log, target, marks }: Shown,
    busy: boolean,
    texts: Dictionary,
  ): void {
    if (this.width === 0) return;
    const plot = this.fit(frame, histories, log, texts);
    this.curves.update(frame, histories, plot, busy);
    const { scale } = plot;
    const { end } = frame;
    this.scrubber.follow({
      step: Math.min(target ?? frame.step, end),
      end,
      marks,
      stepAt: (x) => stepAt(plot, x * scale),
      xOf: (step) => across(plot, step) / scale,
    });
    const { shown } = this.scrubber;
    this.showHovered(shown === null ? null : this.place(valuesAt(shown, frame, histories), plot));
    this.past.render(frame, across(plot, frame.step) / scale, plot, texts);
    // A voice cannot follow a moving number; who moves the slider hears where it is.
    if (busy && (shown === null || frame.step === this.spoken)) return;
    this.spoken = frame.step;
    speakValues(this.canvas, valuesAt(frame.step, frame, histories), end, texts);
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
  private fit(frame: Frame, histories: Histories, log: boolean, texts: Dictionary): Plot {
    const { classes } = frame.points;
    let least = Math.log(classes);
    let greatest = least;
    for (const classifier of CLASSIFIERS) {
      const { buckets } = histories(classifier);
      for (let i = 0; i < buckets.length; i += 3) {
        least = Math.min(least, buckets[i + 1] as number);
        greatest = Math.max(greatest, buckets[i + 2] as number);
      }
    }
    const steps = stepDomain(frame.end);
    const losses = lossDomain(least, greatest, log);
    const old = this.plot;
    const same = old && old.log === log && old.texts === texts && old.classes === classes;
    const holds =
      same && old.theme === theme() && equal(old.steps, steps) && equal(old.losses, losses);
    const plot = holds ? old : this.layOut(steps, losses, log, texts, classes);
    const chancePlace = placeForChance(plot, frame, histories);
    this.plot = chancePlace === plot.chancePlace ? plot : { ...plot, chancePlace };
    return this.plot;
  }

  private layOut(
    steps: Domain,
    losses: Domain,
    log: boolean,
    texts: Dictionary,
    classes: number,
  ): Plot {
    const { width, height, context } = this;
    const scale = width / this.canvas.clientWidth;
    return layOut(context, {
      steps,
      losses,
      log,
      texts,
      theme: theme(),
      classes,
      width,
      height,
      scale,
    });
  }

  private place(values: Values, plot: Plot): Hovered {
    const { step, losses } = values;
    const height = (value: number) => up(plot, value) / plot.scale;
    const x = across(plot, step) / plot.scale;
    return {
      ...values,
      x,
      y: { linear: height(losses.linear), network: height(losses.network) },
      top: plot.area.top / plot.scale,
      bottom: plot.area.bottom / plot.scale,
      leftwards: x > 0.6 * this.canvas.clientWidth,
    };
  }
}

function equal(a: Domain, b: Domain): boolean {
  return a.min === b.min && a.max === b.max;
}
