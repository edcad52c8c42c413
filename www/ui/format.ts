/** Numbers as the page shows them. */

/** Six decimals, as the tutorial prints; a loss on its way to infinity as a power of ten, which still fits its place; a dash
 * for one that is no finite number, as a loss on points that are held out may be. */
export function formatLoss(loss: number): string {
  if (loss < 1e5) return loss.toFixed(6);
  return loss < Number.POSITIVE_INFINITY ? loss.toExponential(2).replace('+', '') : '–';
}

export function formatAccuracy(accuracy: number): string {
  return Number.isNaN(accuracy) ? '–' : `${(100 * accuracy).toFixed(1)} %`;
}
