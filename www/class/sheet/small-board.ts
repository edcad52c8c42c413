/** A board in a row of the sheet: the regions and points of a run that was repeated, drawn once. */

import { cutStamps, radiusOf, reachOf, stamp } from '../../boards/points-picture.js';
import { context2d } from '../../draw/canvas.js';
import { regionColours } from '../../draw/palette.js';
import type { Classifier } from '../../engine/frame.js';
import type { Replay } from '../../engine/replay.js';

export function drawSmallBoard(
  canvas: HTMLCanvasElement,
  classifier: Classifier,
  replay: Replay,
): void {
  const { points } = replay.frame;
  const { width: side } = canvas;
  const reach = reachOf(points);
  const colours = regionColours(points.classes);
  const context = context2d(canvas, { alpha: false });
  replay.paint(classifier, context, { side, reach, colours, soft: false }, false);
  // The least radius of a point is one for large boards.
  const radius = radiusOf(points.labels.length, side, 0.6);
  const stamps = cutStamps(points.classes, radius);
  stamp(context, points, { side, reach, radius, edges: false }, () => [stamps, 1]);
}
