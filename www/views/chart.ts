/** The loss chart: both curves over all steps so far, from a bounded history; axes, a reference line at ln K, and the
 * values under the pointer. */

import { context2d, watchDevicePixels } from '../draw/canvas.js';
import { type Domain, lossDomain, stepDomain } from '../draw/scale.js';
import { theme } from '../draw/theme.js';
import { CLASSIFIERS, type Classifier, type Frame } from '../frame.js';
import type { Dictionary } from '../i18n/index.js';
import { across, type Plot, stepAt, up } from './chart-axes.js';
import { Curves, type Histories } from './chart-curves.js';

/** What is shown beside the pointer: a step whose losses are known exactly. */
export interface Hovered {
  step: number;
  losses: Record<Classifier, number>;
  /** Where that is on the chart, and where the plot begins and ends, in CSS pixels from the top left corner. */
  x: number;
  y: Record<Classifier, number>;
  top: number;
  bottom: number;
  /** The label is to stand to the left of it. */
  leftwards: boolean;
}

export class Chart {
  private readonly curves: Curves;
  private width = 0;
  private height = 0;
  private plot: Plot | null = null;
  /** Pointer's place across the canvas, 0…1; null when it is elsewhere. */
  private pointer: number | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    tail: HTMLCanvasElement,
    private readonly showHovered: (hovered: Hovered | null) => void,
    changed: () => void,
  ) {
    this.curves = new Curves(context2d(canvas), tail);
    watchDevicePixels(canvas, (width, height) => {
      this.resize(width, height);
      changed();
    });
    const follow = (event: PointerEvent) => {
      this.pointer = event.offsetX / canvas.clientWidth;
      changed();
    };
    canvas.addEventListener('pointermove', follow);
    canvas.addEventListener('pointerdown', follow);
    canvas.addEventListener('pointerleave', () => {
      this.pointer = null;
      changed();
    });
  }

  /** `busy` says that the run moves on. */
  render(frame: Frame, histories: Histories, log: boolean, busy: boolean, texts: Dictionary): void {
    if (this.width === 0) return;
    const plot = this.fit(frame, histories, log, texts);
    this.curves.update(frame, histories, plot, busy);
    this.showHovered(this.hovered(frame, histories, plot));
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
    const steps = stepDomain(frame.step);
    const losses = lossDomain(least, greatest, log);
    const old = this.plot;
    const same = old && old.log === log && old.texts === texts && old.classes === classes;
    if (same && old.theme === theme() && equal(old.steps, steps) && equal(old.losses, losses))
      return old;
    const { width, height } = this;
    const scale = width / this.canvas.clientWidth;
    this.plot = { steps, losses, log, texts, theme: theme(), classes, width, height, scale };
    return this.plot;
  }

  /** The step under the pointer, or the last there is; buckets know exactly the loss at their first step. */
  private hovered(frame: Frame, histories: Histories, plot: Plot): Hovered | null {
    if (this.pointer === null) return null;
    const { width } = histories('linear');
    const bucket = Math.max(0, Math.round(stepAt(plot, this.pointer * this.width) / width));
    const step = Math.min(bucket * width, frame.step);
    const loss = (classifier: Classifier) =>
      bucket * width >= frame.step
        ? frame[classifier].loss
        : (histories(classifier).buckets[3 * bucket] as number);
    const losses = { linear: loss('linear'), network: loss('network') };
    const height = (value: number) => up(plot, value) / plot.scale;
    return {
      step,
      losses,
      x: across(plot, step) / plot.scale,
      y: { linear: height(losses.linear), network: height(losses.network) },
      top: height(plot.losses.max),
      bottom: height(plot.losses.min),
      leftwards: this.pointer > 0.6,
    };
  }
}

function equal(a: Domain, b: Domain): boolean {
  return a.min === b.min && a.max === b.max;
}
