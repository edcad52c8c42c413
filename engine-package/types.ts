/** What goes into a run and comes out of it. */

import type { Classifier, Picture } from '../www/engine/frame.js';
import type { LayerState } from '../www/engine/inspection.js';

/** The bytes of the modules, for an environment in which neither is found beside the package. */
export interface Modules {
  /** The bytes of `session_bg.wasm`. */
  session?: BufferSource;
  /** The bytes of `inspector_bg.wasm`. */
  inspector?: BufferSource;
}

/** One number of each classifier. */
export type OfBoth = Record<Classifier, number>;

/** One layer: weights inputs×outputs, row by row, and one bias for each output. */
export type Layer = Pick<LayerState, 'inputs' | 'outputs' | 'weights' | 'biases'>;

/** What a picture of regions shows: `side` pixels a side, 1 to 4096; the world from −`reach` to `reach` in both coordinates, y
 * upwards; `colours` with red, green and blue of each class in turn, 3·K bytes. */
export type Regions = Pick<Picture, 'side' | 'reach' | 'colours'>;

/** The losses of all steps so far in B stretches of `width` steps: stretch i begins at step i·width. As long as B allows, `width`
 * is 1, and every step has its own. */
export interface LossCurve {
  /** Steps in a stretch. */
  width: number;
  /** B: the loss at the first step of each stretch. */
  first: Float64Array;
  /** B: the least loss of each stretch. */
  least: Float64Array;
  /** B: the greatest loss of each stretch. */
  greatest: Float64Array;
  /** B: the step of the least loss. */
  leastAt: Float64Array;
}

/** What a picture can be put on: the 2D context of a canvas in the page, or of one without. */
export type Canvas = Pick<CanvasRenderingContext2D, 'putImageData'>;

/** Something in a link that was not followed to the letter. */
export interface LinkSlip {
  /** What it is about: a value that is not allowed, a number that may be read in two ways, a name that is unknown or stands there
   * twice, the text of own points, what a newer version of the page has written, or a change on the way that cannot be made. */
  kind: 'value' | 'unclear' | 'name' | 'again' | 'own' | 'later' | 'change';
  /** The name in the link, where it is about one. */
  name?: string;
  /** What stands there; after 40 characters, cut off. */
  given: string;
  /** What was taken in its place; nothing where the page decides. */
  used?: string;
}
