/** What the drawings of the look inside are made of: edges, nodes and words, in the page's colours and sizes. Lengths are CSS
 * pixels in a window of 1280×720; they grow with the page's text. */

import { fontOf, type Theme, theme } from '../draw/theme.js';

export interface Place {
  x: number;
  y: number;
}

/** A place so much further right. */
export const shifted = ({ x, y }: Place, by: number): Place => ({ x: x + by, y });

export interface Words {
  size: number;
  colour?: string;
  weight?: number;
  italic?: boolean;
  align?: CanvasTextAlign;
}

/** The thickest edge, for the greatest weight in sight. */
const THICKEST = 4;
const THINNEST = 0.75;
/** Strokes and gaps of a negative weight's edge. */
const DASHES = [7, 4];
const NODE = 14;
/** Of an arrow's head. */
const HEAD = 6;

export class Pen {
  readonly theme: Theme = theme();

  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly width: number,
    readonly height: number,
  ) {}

  /** A length in the page's size of text. */
  long(pixels: number): number {
    return pixels * this.theme.text;
  }

  /** An edge: solid if its weight is above 0, dashed if below, the thicker the larger the weight, beside `most`. It goes so
   * far on its own level before it bends. */
  edge(
    from: Place,
    to: Place,
    weight: number,
    { most, faint = false, level = 0 }: { most: number; faint?: boolean; level?: number },
  ): void {
    const { context, theme } = this;
    context.strokeStyle = weight < 0 ? theme.quiet : theme.lit;
    context.globalAlpha = faint ? 0.12 : 0.8;
    context.lineWidth = theme.stroke * (THINNEST + (THICKEST * Math.abs(weight)) / most);
    context.setLineDash(weight < 0 ? DASHES.map((each) => this.long(each)) : []);
    const middle = (from.x + level + to.x) / 2;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(from.x + level, from.y);
    context.bezierCurveTo(middle, from.y, middle, to.y, to.x, to.y);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  arrow(from: Place, to: Place): void {
    const { context, theme } = this;
    const head = this.long(HEAD);
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.5 * theme.stroke;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.moveTo(to.x - head, to.y - head);
    context.lineTo(to.x, to.y);
    context.lineTo(to.x - head, to.y + head);
    context.stroke();
  }

  /** A circle with a letter or number in it. */
  node({ x, y }: Place, text: string, radius = NODE, italic = false): void {
    const { context, theme } = this;
    context.fillStyle = theme.ground;
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.5 * theme.stroke;
    context.beginPath();
    context.arc(x, y, this.long(radius), 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    this.write(text, { x, y }, { size: 1.2 * radius, weight: 600, italic, align: 'center' });
  }

  /** A box around words, from its left edge on. */
  box(text: string, { x, y }: Place, width: number, size: number): void {
    const { context, theme } = this;
    const height = this.long(1.9 * size);
    context.fillStyle = theme.ground;
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.5 * theme.stroke;
    context.beginPath();
    context.roundRect(x, y - height / 2, width, height, this.long(6));
    context.fill();
    context.stroke();
    this.write(text, { x: x + width / 2, y }, { size, align: 'center' });
  }

  /** Words, with the ground around them where they cross an edge. */
  write(text: string, { x, y }: Place, words: Words): void {
    const { context, theme } = this;
    context.font = this.font(words);
    context.textAlign = words.align ?? 'left';
    context.textBaseline = 'middle';
    context.strokeStyle = theme.ground;
    context.lineWidth = this.long(4);
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
    context.fillStyle = words.colour ?? theme.ink;
    context.fillText(text, x, y);
  }

  /** How wide the words are. */
  widthOf(text: string, words: Words): number {
    this.context.font = this.font(words);
    return this.context.measureText(text).width;
  }

  private font({ size, weight = 400, italic = false }: Words): string {
    return `${italic ? 'italic ' : ''}${weight} ${fontOf(this.theme, size, 1)}`;
  }
}
