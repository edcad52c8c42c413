/** A board's picture in words, for those who cannot see it. */

import type { Frame, Reading } from '../engine/frame.js';
import { type Dictionary, nameOfClass } from '../i18n/index.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';

/** How well the regions fit the points, and the point that is ringed, by its number. */
export function wordsOf(
  { step, points }: Frame,
  { loss, accuracy }: Reading,
  ringed: number | null,
  names: readonly string[] | null,
  texts: Dictionary,
): string {
  const words = texts.boardWords(String(step), formatLoss(loss), formatAccuracy(accuracy));
  if (ringed === null) return words;
  const { coordinates, labels } = points;
  const [x, y] = [coordinates[2 * ringed] ?? 0, coordinates[2 * ringed + 1] ?? 0];
  const name = nameOfClass(labels[ringed] ?? 0, names, texts);
  return words + texts.boardRing(ringed, name, x.toFixed(2), y.toFixed(2));
}
