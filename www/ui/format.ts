/** Numbers as the page shows them. */

/** Six decimals, as the tutorial prints; a loss on its way to infinity as a power of ten, which still fits its place. */
export function formatLoss(loss: number): string {
  if (Number.isNaN(loss)) return '–';
  return loss < 1e5 ? loss.toFixed(6) : loss.toExponential(2).replace('+', '');
}

export function formatAccuracy(accuracy: number): string {
  return Number.isNaN(accuracy) ? '–' : `${(100 * accuracy).toFixed(1)} %`;
}
