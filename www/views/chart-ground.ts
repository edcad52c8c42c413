/** What the loss chart keeps from frame to frame: its axes, and both curves as far as they no longer change. To stroke
 * thousands of segments costs more than a whole frame may, so each is stroked once. */

import { context2d } from '../draw/canvas.js';
import { CURVES } from '../draw/palette.js';
import {
  CLASSIFIERS,
  type Classifier,
  type Frame,
  type LossHistory,
  type Points,
} from '../frame.js';
import { across, drawAxes, type Plot, up } from './chart-axes.js';

/** CSS pixels. */
const CURVE_WIDTH = 2.5;

export class Ground {
  private readonly context = context2d(document.createElement('canvas'));
  /** What it shows: the plot, the run, and how many steps share a bucket. */
  private plot: Plot | null = null;
  private points: Points | null = null;
  private width = 0;
  /** Each curve is drawn up to the first loss of this bucket; what comes after may still change. */
  private readonly settled: Record<Classifier, number> = { linear: 0, network: 0 };

  get picture(): HTMLCanvasElement {
    return this.context.canvas;
  }

  resize(width: number, height: number): void {
    this.picture.width = width;
    this.picture.height = height;
    this.plot = null;
  }

  /** Brings one curve up to date, and begins anew when another plot or another run is to be shown. */
  update(classifier: Classifier, history: LossHistory, frame: Frame, plot: Plot): void {
    if (plot !== this.plot || frame.points !== this.points || history.width !== this.width) {
      drawAxes(this.context, plot);
      for (const each of CLASSIFIERS) this.settled[each] = 0;
      this.plot = plot;
      this.points = frame.points;
      this.width = history.width;
    }
    const { context, settled } = this;
    const last = history.buckets.length / 3 - 1;
    if (last === settled[classifier]) return;
    beginCurve(context, classifier, history, settled[classifier], plot);
    for (let i = settled[classifier]; i < last; i++) {
      crossBucket(context, history, i, plot);
      context.lineTo(across(plot, (i + 1) * history.width), up(plot, firstOf(history, i + 1)));
    }
    context.stroke();
    settled[classifier] = last;
  }
}

/** Draws the end of a curve that is not on the ground: its last bucket, and on to where the run stands. */
export function drawEnd(
  context: CanvasRenderingContext2D,
  classifier: Classifier,
  history: LossHistory,
  frame: Frame,
  plot: Plot,
): void {
  const last = history.buckets.length / 3 - 1;
  beginCurve(context, classifier, history, last, plot);
  crossBucket(context, history, last, plot);
  context.lineTo(across(plot, frame.step), up(plot, frame[classifier].loss));
  context.stroke();
}

function beginCurve(
  context: CanvasRenderingContext2D,
  classifier: Classifier,
  history: LossHistory,
  bucket: number,
  plot: Plot,
): void {
  context.strokeStyle = CURVES[classifier];
  context.lineWidth = CURVE_WIDTH * plot.scale;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(across(plot, bucket * history.width), up(plot, firstOf(history, bucket)));
}

/** A bucket of many losses is a vertical line from its least to its greatest, if that is long enough to be seen. */
function crossBucket(
  context: CanvasRenderingContext2D,
  { width, buckets }: LossHistory,
  bucket: number,
  plot: Plot,
): void {
  if (width === 1) return;
  const low = up(plot, buckets[3 * bucket + 1] as number);
  const high = up(plot, buckets[3 * bucket + 2] as number);
  if (low - high < 0.5) return;
  const x = across(plot, bucket * width);
  context.lineTo(x, low);
  context.lineTo(x, high);
}

function firstOf({ buckets }: LossHistory, bucket: number): number {
  return buckets[3 * bucket] as number;
}
