/** Coordinates onto the grid of own points, as they are or each with mean 0 and standard deviation 1. */

/** Steps of the grid in a unit, and how far from 0 a coordinate may be. */
export const GRID = 1024;
export const FARTHEST = 1_000_000;

/** The nearest step of the grid. */
export const onGrid = (coordinate: number) => Math.floor(coordinate * GRID + 0.5);

/** Each less their mean and over their standard deviation; where all are the same, 0. */
export function scaled(numbers: readonly number[]): number[] {
  // In parts of a power of two near the greatest, or the sum of very great numbers would be none.
  const greatest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0) || 1;
  const unit = 2 ** Math.floor(Math.log2(greatest));
  const parts = numbers.map((number) => number / unit);
  const mean = meanOf(parts);
  const off = parts.map((part) => part - mean);
  const deviation = Math.sqrt(meanOf(off.map((each) => each * each)));
  return off.map((each) => (deviation > 1e-15 ? each / deviation : 0));
}

const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Whether numbers lie about 0 and are neither tiny nor great: such are good to train on as they are. */
export function areCalm(numbers: readonly number[]): boolean {
  const mean = meanOf(numbers);
  const deviation = Math.sqrt(meanOf(numbers.map((number) => (number - mean) ** 2)));
  return Math.abs(mean) <= deviation && deviation >= 0.2 && deviation <= 5;
}
