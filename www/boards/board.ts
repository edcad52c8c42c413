/** A board: the decision regions of one classifier, and the points on top. */

import { context2d, watchDevicePixels } from '../draw/canvas.js';
import { regionColours } from '../draw/palette.js';
import { type Theme, theme } from '../draw/theme.js';
import type { Classifier, Frame, Painter, Picture, Points } from '../engine/frame.js';
import { strokeBoundary } from './boundary.js';
import { areSame, type Marks } from './overlay.js';
import { type DrawPoints, type PointsPicture, radiusOf } from './points-picture.js';

/** Lines that cost more milliseconds than this, in so many frames one after the other, wait until the run stands: regions and
 * answers to the user come first. A single frame may be slow for any reason. */
const DEAR_LINES = 2;
const PATIENCE = 5;

/** The engine paints no more device pixels a side; a larger board is a picture of this size, scaled by the browser. */
const LONGEST_SIDE = 4096;

/** How a board is looked at. */
export interface BoardView {
  /** Mix colours by probability. */
  soft: boolean;
  /** The run is moving. */
  busy: boolean;
  marks: Marks | null;
  /** What the classes are called, a line each. */
  words: string;
  /** Draws points that are not all shown alike. */
  draw: DrawPoints | null;
}

export class Board {
  private readonly context: CanvasRenderingContext2D;
  /** The points that it shows. */
  private shown: Points | null = null;
  /** What it was drawn with. */
  private theme: Theme | null = null;
  private words = '';
  /** The marks that it shows. */
  private marked: Marks | null = null;
  /** In how many frames one after the other the lines have been dear. */
  private dearFrames = 0;
  private readonly picture: Picture = { side: 0, reach: 1, colours: new Uint8Array(), soft: false };

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly classifier: Classifier,
    private readonly pointsPicture: PointsPicture,
    changed: () => void,
  ) {
    this.context = context2d(canvas, { alpha: false });
    watchDevicePixels(canvas, (width, height) => {
      this.resize(Math.min(width, height, LONGEST_SIDE));
      changed();
    });
  }

  render(frame: Frame, painter: Painter, { soft, busy, marks, words, draw }: BoardView): void {
    const { context, picture } = this;
    const side = this.canvas.clientWidth;
    if (picture.side === 0 || side === 0) return;
    const fresh = frame.points !== this.shown || theme() !== this.theme || words !== this.words;
    if (fresh) this.show(frame, words);
    const onlyChanges = busy && !fresh && areSame(marks, this.marked);
    picture.soft = soft;
    if (!painter.paint(this.classifier, context, picture, onlyChanges)) return;
    this.marked = marks;
    // A new run has enough to do in its first frame.
    if (!busy || (!fresh && this.dearFrames < PATIENCE))
      this.drawLines(painter, busy ? side / 2 : side, busy);
    const sprites = this.pointsPicture.of(frame.points, picture.side, this.scale, words, draw);
    context.drawImage(sprites, 0, 0);
    if (marks) this.mark(marks, frame.points);
  }

  private mark(marks: Marks, { labels }: Points): void {
    const { scale } = this;
    const { side, reach } = this.picture;
    marks.draw(this.context, marks, {
      side,
      reach,
      scale,
      radius: radiusOf(labels.length, side, scale),
    });
  }

  private show({ points, experiment }: Frame, words: string): void {
    this.shown = points;
    this.words = words;
    this.theme = theme();
    this.dearFrames = 0;
    this.picture.colours = regionColours(points.classes);
    this.picture.reach = this.pointsPicture.frame(points, experiment.beginning.data === 'own');
  }

  /** Draws the lines between the regions, found on a lattice of `side` lines. Right to a CSS pixel they look as they would
   * to a device pixel, at half the cost; and while they move, so they do to two. */
  private drawLines(painter: Painter, side: number, busy: boolean): void {
    const before = performance.now();
    const lattice = Math.ceil(side);
    const segments = painter.boundary(this.classifier, lattice, this.picture.reach);
    strokeBoundary(this.context, segments, this.picture.side / lattice, this.scale);
    const whileMoving = (performance.now() - before) / (busy ? 1 : 2);
    this.dearFrames = whileMoving > DEAR_LINES ? this.dearFrames + 1 : 0;
  }

  /** Device pixels per CSS pixel. */
  private get scale(): number {
    return this.picture.side / this.canvas.clientWidth;
  }

  /** Says in words what the picture shows; `title` is what it says under the mouse. */
  describe(words: string, title: string): void {
    const { canvas } = this;
    if (canvas.title !== title) canvas.title = title;
    if (canvas.getAttribute('aria-description') !== words)
      canvas.setAttribute('aria-description', words);
  }

  /** What the board frames: the world from −reach to reach. */
  get reach(): number {
    return this.picture.reach;
  }

  /** Calls back with the point nearest to where the board is pressed. */
  onPoint(chosen: (index: number) => void): void {
    this.canvas.addEventListener('click', (event) => {
      const { shown, canvas, reach } = this;
      if (!shown) return;
      const x = reach * ((2 * event.offsetX) / canvas.clientWidth - 1);
      const y = reach * (1 - (2 * event.offsetY) / canvas.clientHeight);
      chosen(nearest(shown.coordinates, x, y));
    });
  }

  private resize(side: number): void {
    if (side === this.picture.side) return;
    this.picture.side = side;
    this.canvas.width = side;
    this.canvas.height = side;
    this.shown = null;
  }
}

function nearest(coordinates: Float64Array, x: number, y: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < coordinates.length; i += 2) {
    const distance = Math.hypot((coordinates[i] as number) - x, (coordinates[i + 1] as number) - y);
    if (distance < least) {
      least = distance;
      best = i / 2;
    }
  }
  return best;
}
