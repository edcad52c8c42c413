/** A board drawn anew, with as many pixels as a printer shows. */

import { strokeBoundary } from '../boards/boundary.js';
import { PointsPicture } from '../boards/points-picture.js';
import { context2d } from '../draw/canvas.js';
import { regionColours } from '../draw/palette.js';
import type { Classifier, Frame } from '../engine/frame.js';
import { type Dictionary, nameOfClass } from '../i18n/index.js';
import { make } from '../ui/dom.js';
import type { Stage } from './stage.js';

/** What is seen beside the run. */
export interface Seen {
  soft: boolean;
  /** What a table calls the classes; null where they are numbers. */
  classNames: readonly string[] | null;
  texts: Dictionary;
}

/** A board of `side` pixels, `scale` of which are one of the page. */
export function boardOf(
  stage: Stage,
  classifier: Classifier,
  { points, experiment }: Frame,
  { soft, classNames, texts }: Seen,
  side: number,
  scale: number,
): HTMLCanvasElement {
  // What the engine paints begins in a corner of its canvas.
  const canvas = make('canvas');
  const context = context2d(canvas, { alpha: false });
  canvas.width = canvas.height = side;
  const { painting, heldOut } = stage;
  const picture = new PointsPicture();
  const reach = picture.frame(points, experiment.beginning.data === 'own');
  const colours = regionColours(points.classes);
  painting.paint(classifier, context, { side, reach, colours, soft }, false);
  // The lines between regions are found on a lattice as fine as the page's pixels.
  const lattice = Math.round(side / scale);
  strokeBoundary(context, painting.boundary(classifier, lattice, reach), side / lattice, scale);
  const named = (_: unknown, label: number) => nameOfClass(label, classNames, texts);
  const words = Array.from({ length: points.classes }, named).join('\n');
  const draw = heldOut.peek()?.draw ?? null;
  context.drawImage(picture.of(points, side, scale, words, draw), 0, 0);
  return canvas;
}
