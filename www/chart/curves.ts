/** The loss curves, each piece of which is drawn once: to stroke thousands of segments costs more than a frame may, and
 * so does handing the whole chart to the browser again for the few pixels that a frame adds. So what a moving run adds is
 * drawn on a narrow canvas that lies over the chart, and goes down onto the chart when that is full or the run stands. */

import { context2d } from '../draw/canvas.js';
import { BUCKET, type Classifier, type Frame, type LossHistory } from '../engine/frame.js';
import { drawAxes } from './axes.js';
import { type MoreChart, type Plot, stepAt, xOf, yOf } from './plot.js';
import { type Histories, type LossLine, linesOf } from './values.js';

/** CSS pixels. */
const CURVE_WIDTH = 2.5;
/** A curve of points that are held out is dashed: a dash, and a dash with its gap, in widths of the curve. */
const DASH = 2.4;
const PERIOD = 4.6;
/** What fits on the narrow canvas, and the room on both sides of it for half a curve's width. */
const TAIL = 64;
const ROOM = 4;
/** So many buckets are drawn anew in every frame at most: where the axis is narrow, as a log axis is at its end, many fit. */
const MOST = 512;
/** CSS pixels from which on what a bucket may hold is an area. */
const WIDE = 3;

/** The last loss of a curve. */
interface End {
  step: number;
  loss: number;
}

export class Curves {
  private readonly tail: CanvasRenderingContext2D;
  /** What the chart shows: the plot, the run, and how many steps share a bucket. */
  private plot: Plot | null = null;
  private branches = -1;
  private width = 0;
  /** The curves are on the chart up to the first loss of this bucket. */
  private settled = 0;
  /** The ends that are on the chart too: they may still change, and then all is drawn anew. */
  private ends: readonly number[] = [];

  constructor(
    private readonly chart: CanvasRenderingContext2D,
    tail: HTMLCanvasElement,
  ) {
    this.tail = context2d(tail);
  }

  /** Begins anew on a canvas that has been emptied. */
  forget(): void {
    this.plot = null;
  }

  /** Brings the chart up to date; `busy` says that the run moves on. */
  update(
    frame: Frame,
    histories: Histories,
    plot: Plot,
    busy: boolean,
    more: MoreChart | null = null,
  ): void {
    const { width, buckets } = histories('linear');
    const last = buckets.length / BUCKET - 1;
    const lines = linesOf(frame, histories);
    const ends = busy ? [] : [frame.end, ...lines.map(({ last }) => last)];
    const same = plot === this.plot && frame.branches === this.branches && width === this.width;
    if (same && ends.length > 0 && equal(ends, this.ends)) return;
    // A run that stands is drawn in one go, without the seams of its pieces.
    if (!same || !busy || this.ends.length > 0) this.begin(frame, width, plot, more);
    // What comes after the plot's end is not seen.
    const end = Math.min(frame.end, stepAt(plot, plot.area.right));
    const ahead = xOf(plot, end) - xOf(plot, this.settled * width);
    const full = ahead > TAIL * plot.scale || last - this.settled > MOST;
    if (!busy || (full && last > this.settled)) {
      for (const line of lines) {
        const end = busy ? null : endOf(frame, line);
        drawCurve(this.chart, line.classifier, line.history, this.settled, end, plot, line.test);
      }
      this.settled = last;
      this.ends = ends;
    }
    this.drawTail(frame, lines, plot, busy);
  }

  private begin({ branches }: Frame, width: number, plot: Plot, more: MoreChart | null): void {
    drawAxes(this.chart, plot);
    more?.drawGhosts(this.chart, plot);
    this.plot = plot;
    this.branches = branches;
    this.width = width;
    this.settled = 0;
    this.ends = [];
  }

  private drawTail(frame: Frame, lines: LossLine[], plot: Plot, busy: boolean): void {
    const { tail } = this;
    const { scale } = plot;
    const { canvas } = tail;
    canvas.hidden = !busy;
    if (!busy) return;
    const left = Math.floor(xOf(plot, this.settled * this.width) - ROOM * scale);
    const wide = Math.ceil((TAIL + 2 * ROOM) * scale);
    if (canvas.width !== wide || canvas.height !== plot.height) {
      canvas.width = wide;
      canvas.height = plot.height;
      canvas.style.width = `${wide / scale}px`;
    }
    canvas.style.transform = `translateX(${left / scale}px)`;
    tail.setTransform(1, 0, 0, 1, -left, 0);
    tail.clearRect(left, 0, wide, plot.height);
    for (const line of lines) {
      const end = endOf(frame, line);
      drawCurve(tail, line.classifier, line.history, this.settled, end, plot, line.test);
    }
  }
}

const endOf = ({ end }: Frame, { last }: LossLine): End => ({ step: end, loss: last });

/** Leaves dashes along the axis to be drawn on, for a curve of this width. Dashes along a curve that jumps up and down would run
 * into one another. */
export function clipToDashes(
  context: CanvasRenderingContext2D,
  { area, height }: Plot,
  line: number,
): void {
  context.beginPath();
  for (let x = area.left; x < area.right; x += PERIOD * line)
    context.rect(x, 0, Math.min(DASH * line, area.right - x), height);
  context.clip();
}

/** Draws a curve from the first loss of a bucket to that of the last, or if the curve's end is given to that. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  classifier: Classifier,
  history: LossHistory,
  from: number,
  last: End | null,
  plot: Plot,
  dashed = false,
): void {
  const { width, buckets } = history;
  const { area, scale, theme } = plot;
  const count = buckets.length / BUCKET - 1;
  const first = (bucket: number) => yOf(plot, buckets[BUCKET * bucket] as number);
  const start = Math.max(from, Math.floor(plot.steps.min / width));
  const end = Math.min(count, Math.ceil(plot.steps.max / width));
  const line = CURVE_WIDTH * theme.stroke * scale;
  context.save();
  if (dashed) clipToDashes(context, plot, line);
  else {
    context.beginPath();
    // Losses just outside still lie on the axis.
    context.rect(area.left - line / 2, 0, area.right - area.left + line, plot.height);
    context.clip();
  }
  context.fillStyle = context.strokeStyle = theme.curves[classifier];
  context.lineWidth = line;
  context.lineJoin = 'round';
  context.lineCap = dashed ? 'butt' : 'round';
  context.beginPath();
  // Where a loss is infinite, a canvas leaves the way to it out.
  context.moveTo(xOf(plot, start * width), first(start));
  for (let bucket = start; bucket < end; bucket++) {
    const next = (bucket + 1) * width;
    crossBucket(context, history, bucket, next, plot);
    context.lineTo(xOf(plot, next), first(bucket + 1));
  }
  if (last && end === count) {
    crossBucket(context, history, count, last.step, plot);
    context.lineTo(xOf(plot, last.step), yOf(plot, last.loss));
  }
  context.stroke();
  context.restore();
}

/** A bucket of many losses, up to the step `next`, is a vertical line from its least to its greatest, if that is long enough to
 * be seen; where a bucket is wide nobody knows at which of its steps they were, and it is an area. */
function crossBucket(
  context: CanvasRenderingContext2D,
  { width, buckets }: LossHistory,
  bucket: number,
  next: number,
  plot: Plot,
): void {
  if (width === 1) return;
  const low = yOf(plot, buckets[BUCKET * bucket + 1] as number);
  const high = yOf(plot, buckets[BUCKET * bucket + 2] as number);
  if (low - high < 0.5) return;
  const x = xOf(plot, bucket * width);
  const wide = xOf(plot, next) - x;
  if (wide > WIDE * plot.scale) {
    context.globalAlpha = 0.25;
    context.fillRect(x, high, wide, low - high);
    context.globalAlpha = 1;
    return;
  }
  context.lineTo(x, low);
  context.lineTo(x, high);
}

function equal(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}
