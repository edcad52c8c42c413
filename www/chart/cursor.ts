/** The step of which the chart shows the values: the one under the pointer, or the one to which the arrow keys have led. */

/** How many steps a key goes; with Shift an arrow goes ten. The chart's explanation says them all. */
export const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -100,
  PageUp: 100,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export class Cursor {
  /** Pointer's place across the canvas, 0…1; null when it is elsewhere. */
  private pointer: number | null = null;
  /** The step that was asked for by keys, where Infinity is the last; null while the chart has no focus. */
  private asked: number | null = null;
  /** The last step there is, and every how many steps a loss is known exactly. */
  private last = 0;
  private width = 1;

  constructor(
    canvas: HTMLCanvasElement,
    private readonly changed: () => void,
  ) {
    const follow = (event: PointerEvent) => this.point(event.offsetX / canvas.clientWidth);
    canvas.addEventListener('pointermove', follow);
    canvas.addEventListener('pointerdown', follow);
    canvas.addEventListener('pointerleave', () => this.point(null));
    // Whoever presses the chart with a mouse goes on to press Space and → for the run.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('focus', () => this.ask(Number.POSITIVE_INFINITY));
    canvas.addEventListener('blur', () => this.ask(null));
    canvas.addEventListener('keydown', (event) => this.press(event));
  }

  /** The step that is asked for, in a run that has come so far; `stepAcross` tells the step at a place across the canvas. */
  step(last: number, width: number, stepAcross: (share: number) => number): number | null {
    this.last = last;
    this.width = width;
    return this.pointer === null ? this.asked : stepAcross(this.pointer);
  }

  private point(share: number | null): void {
    this.pointer = share;
    this.changed();
  }

  private ask(step: number | null): void {
    this.asked = step;
    this.changed();
  }

  private press(event: KeyboardEvent): void {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const steps = KEYS[key];
    if (steps === undefined || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    this.pointer = null;
    this.ask(this.from(shiftKey && Math.abs(steps) === 1 ? 10 * steps : steps));
  }

  /** So many steps on, or as few more as lead to a step whose loss is known. */
  private from(steps: number): number {
    const { last, width } = this;
    const here = Math.min(this.asked ?? last, last);
    const there = here + Math.sign(steps) * Math.max(Math.abs(steps), width);
    if (there >= last) return Number.POSITIVE_INFINITY;
    return Math.max(0, Math.round(there / width) * width);
  }
}
