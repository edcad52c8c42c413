/** The loss chart: both curves over all steps so far, from a bounded history; axes, a reference line at ln K, and the
 * values under the pointer. */

import { context2d, watchDevicePixels } from '../draw/canvas.js';
import { CURVES } from '../draw/palette.js';
import { type Domain, lossDomain, stepDomain } from '../draw/scale.js';
import { CLASSIFIERS, type Classifier, type Frame, type LossHistory } from '../frame.js';
import type { Dictionary } from '../i18n/index.js';
import { across, type Plot, stepAt, up } from './chart-axes.js';
import { drawEnd, Ground } from './chart-ground.js';

export type Histories = (classifier: Classifier) => LossHistory;

/** What the tooltip shows: a step whose losses are known exactly. */
export interface Hovered {
  step: number;
  linear: number;
  network: number;
}

export class Chart {
  private readonly context: CanvasRenderingContext2D;
  private readonly ground = new Ground();
  private width = 0;
  private height = 0;
  private plot: Plot | null = null;
  /** Pointer's place across the canvas, 0…1; null when it is elsewhere. */
  private pointer: number | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly showHovered: (hovered: Hovered | null, across: number) => void,
    changed: () => void,
  ) {
    this.context = context2d(canvas);
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

  render(frame: Frame, histories: Histories, log: boolean, texts: Dictionary): void {
    if (this.width === 0) return;
    const plot = this.fit(frame, histories, log, texts);
    const { context, ground } = this;
    for (const classifier of CLASSIFIERS) {
      ground.update(classifier, histories(classifier), frame, plot);
    }
    // Replaces what was there, in one go.
    context.globalCompositeOperation = 'copy';
    context.drawImage(ground.picture, 0, 0);
    context.globalCompositeOperation = 'source-over';
    for (const classifier of CLASSIFIERS) {
      drawEnd(context, classifier, histories(classifier), frame, plot);
    }
    this.drawPointer(frame, histories, plot);
  }

  private resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.canvas.width = width;
    this.canvas.height = height;
    this.ground.resize(width, height);
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
    if (same && equal(old.steps, steps) && equal(old.losses, losses)) return old;
    const { width, height } = this;
    const scale = width / this.canvas.clientWidth;
    this.plot = { steps, losses, log, texts, classes, width, height, scale };
    return this.plot;
  }

  private drawPointer(frame: Frame, histories: Histories, plot: Plot): void {
    const hovered = this.hovered(frame, histories, plot);
    this.showHovered(hovered, this.pointer ?? 0);
    if (!hovered) return;
    const { context } = this;
    const x = across(plot, hovered.step);
    context.fillStyle = 'rgb(0 0 0 / 35%)';
    context.fillRect(
      x,
      up(plot, plot.losses.max),
      plot.scale,
      up(plot, plot.losses.min) - up(plot, plot.losses.max),
    );
    for (const classifier of CLASSIFIERS) {
      context.fillStyle = CURVES[classifier];
      context.beginPath();
      context.arc(x, up(plot, hovered[classifier]), 4 * plot.scale, 0, 2 * Math.PI);
      context.fill();
    }
  }

  /** The step under the pointer, or the last there is; buckets know exactly the loss at their first step. */
  private hovered(frame: Frame, histories: Histories, plot: Plot): Hovered | null {
    if (this.pointer === null) return null;
    const { width } = histories('linear');
    const bucket = Math.max(0, Math.round(stepAt(plot, this.pointer * this.width) / width));
    if (bucket * width >= frame.step) {
      return { step: frame.step, linear: frame.linear.loss, network: frame.network.loss };
    }
    const loss = (classifier: Classifier) => histories(classifier).buckets[3 * bucket] as number;
    return { step: bucket * width, linear: loss('linear'), network: loss('network') };
  }
}

function equal(a: Domain, b: Domain): boolean {
  return a.min === b.min && a.max === b.max;
}
