/** Which small squares of the chart a curve goes through, so that words find room beside the curves. */

import { type Box, type Plot, xOf, yOf } from '../chart/plot.js';
import { BUCKET, type LossHistory } from '../engine/frame.js';

export class CurveGrid {
  private readonly side: number;
  private readonly columns: number;
  private readonly crossed: Uint8Array;

  constructor(private readonly plot: Plot) {
    const { width, height, size } = plot;
    this.side = Math.max(2, size / 4);
    this.columns = Math.ceil(width / this.side);
    this.crossed = new Uint8Array(this.columns * Math.ceil(height / this.side));
  }

  /** A curve that ends at a step with a loss. */
  add({ width, buckets }: LossHistory, end: number, last: number): void {
    const { plot } = this;
    const count = buckets.length / BUCKET;
    const number = (bucket: number, place: number) => buckets[BUCKET * bucket + place] as number;
    for (let bucket = Math.floor(plot.steps.min / width); bucket < count; bucket++) {
      const [from, to] = [bucket * width, Math.min(end, (bucket + 1) * width)];
      if (from > plot.steps.max) return;
      const next = bucket + 1 < count ? number(bucket + 1, 0) : last;
      const [x, beyond] = [xOf(plot, from), xOf(plot, to)];
      // Nobody knows at which of its steps a bucket of many had its least and its greatest loss.
      if (width > 1) this.cross(x, beyond, number(bucket, 1), number(bucket, 2));
      for (let left = x; left < beyond; left += this.side) {
        const share = (at: number) => (Math.min(at, beyond) - x) / (beyond - x);
        const lossAt = (at: number) => number(bucket, 0) + share(at) * (next - number(bucket, 0));
        this.cross(left, left, lossAt(left), lossAt(left + this.side));
      }
    }
  }

  /** A curve of straight lines between values at steps. */
  follow(values: readonly (readonly [step: number, value: number])[]): void {
    const { plot, side } = this;
    values.forEach(([step, value], i) => {
      const [nextStep, next] = values[i + 1] ?? [step, value];
      const [x, beyond] = [xOf(plot, step), xOf(plot, nextStep)];
      const at = (left: number) =>
        value + (beyond > x ? (Math.min(left, beyond) - x) / (beyond - x) : 0) * (next - value);
      for (let left = Math.max(x, 0); left <= Math.min(beyond, plot.width); left += side)
        this.cross(left, left, at(left), at(left + side));
    });
  }

  /** Whether no curve goes through a part of the chart. */
  isFree({ left, right, top, bottom }: Box): boolean {
    const { side, columns } = this;
    for (let y = Math.floor(top / side); y <= bottom / side; y++) {
      for (let x = Math.floor(left / side); x <= right / side; x++) {
        if (this.crossed[y * columns + x]) return false;
      }
    }
    return true;
  }

  private cross(left: number, right: number, loss: number, other: number): void {
    const { side, columns, plot } = this;
    const [a, b] = [yOf(plot, loss), yOf(plot, other)];
    const from = Math.max(0, Math.floor(Math.min(a, b) / side));
    const to = Math.min(plot.height, Math.max(a, b)) / side;
    for (let y = from; y <= to; y++) {
      for (let x = Math.max(0, Math.floor(left / side)); x <= right / side && x < columns; x++)
        this.crossed[y * columns + x] = 1;
    }
  }
}
