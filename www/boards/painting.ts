/** Paints regions: the engine does, or, where they are shaded by probability, what looks inside it, once that has been loaded. */

import type { Classifier, Painter, Picture } from '../engine/frame.js';

type Shading = Pick<Painter, 'paint'>;

export class Painting implements Painter {
  /** Who painted a board last, and so knows what has changed on it since. */
  private readonly last: Partial<Record<Classifier, Shading>> = {};

  constructor(
    private readonly plain: Painter,
    private readonly shading: () => Shading | null,
  ) {}

  paint(
    classifier: Classifier,
    canvas: CanvasRenderingContext2D,
    picture: Picture,
    onlyChanges: boolean,
  ): boolean {
    const painter = (picture.soft && this.shading()) || this.plain;
    const same = this.last[classifier] === painter;
    this.last[classifier] = painter;
    return painter.paint(classifier, canvas, picture, onlyChanges && same);
  }

  boundary(classifier: Classifier, side: number, reach: number): Float64Array {
    return this.plain.boundary(classifier, side, reach);
  }
}
