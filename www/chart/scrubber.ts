/** The chart as the slider of time. Hovering reads; pressing, dragging and the keys go to the step that is meant. */

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

/** CSS pixels up to which a finger has not moved, and within which a mark draws the step to itself. */
const STILL = 6;
const SNAP = 5;

export interface ScrubActions {
  /** Stands, and goes to a step that the run has reached. */
  seek(step: number): void;
  changed(): void;
}

/** What the chart shows, as far as the slider needs it. */
export interface Track {
  /** The step where the run stands, or the one that it is on its way to. */
  step: number;
  end: number;
  /** Steps at which something happened, in order. */
  marks: readonly number[];
  /** The step at so many CSS pixels from the left edge, and back. */
  stepAt(x: number): number;
  xOf(step: number): number;
}

export class Scrubber {
  private track: Track | null = null;
  /** CSS pixels from the left edge to the pointer that hovers; null when it is elsewhere. */
  private hovers: number | null = null;
  /** Where the run stood when the drag began; null while nothing is dragged. */
  private origin: number | null = null;
  /** A finger of which it is not known yet whether it means the slider or the page. */
  private finger: { x: number; y: number } | null = null;
  private byKeys = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly actions: ScrubActions,
  ) {
    canvas.addEventListener('pointerdown', (event) => this.press(event));
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.letGo(event));
    canvas.addEventListener('pointercancel', () => this.end());
    canvas.addEventListener('pointerleave', () => this.hover(null));
    canvas.addEventListener('focus', () => this.showByKeys(canvas.matches(':focus-visible')));
    canvas.addEventListener('blur', () => this.showByKeys(false));
    canvas.addEventListener('keydown', (event) => this.pressKey(event));
    addEventListener('keydown', (event) => this.giveUp(event), true);
  }

  /** Takes note of what the chart shows now. */
  follow(track: Track): void {
    this.track = track;
  }

  /** The step whose values are to be shown; null for none. */
  get shown(): number | null {
    const { track, hovers } = this;
    if (!track) return null;
    if (this.origin !== null || (hovers === null && this.byKeys)) return track.step;
    return hovers === null ? null : this.stepAt(hovers);
  }

  private press(event: PointerEvent): void {
    // Two fingers zoom.
    if (!event.isPrimary) this.end();
    if (!event.isPrimary || event.button !== 0) return;
    this.byKeys = false;
    if (event.pointerType === 'touch') {
      this.finger = { x: event.offsetX, y: event.offsetY };
      this.hover(event.offsetX);
    } else this.drag(event);
  }

  private move(event: PointerEvent): void {
    const { finger } = this;
    this.hover(event.offsetX);
    if (finger) {
      const along = Math.abs(event.offsetX - finger.x);
      if (along < STILL || along < Math.abs(event.offsetY - finger.y)) return;
      this.finger = null;
      this.drag(event);
    } else if (this.origin !== null) this.goTo(event.offsetX);
  }

  private letGo({ offsetX }: PointerEvent): void {
    // A finger that has not moved has tapped.
    if (this.finger) this.goTo(offsetX);
    this.end();
  }

  private drag(event: PointerEvent): void {
    this.origin = this.track?.step ?? null;
    this.canvas.setPointerCapture(event.pointerId);
    this.goTo(event.offsetX);
  }

  private end(): void {
    this.finger = null;
    this.origin = null;
    this.actions.changed();
  }

  /** Esc leads back to where the drag began. */
  private giveUp(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.origin === null) return;
    event.stopPropagation();
    this.actions.seek(this.origin);
    this.end();
  }

  private hover(x: number | null): void {
    this.hovers = x;
    this.actions.changed();
  }

  private showByKeys(byKeys: boolean): void {
    this.byKeys = byKeys;
    this.actions.changed();
  }

  private goTo(x: number): void {
    this.actions.seek(this.stepAt(x));
  }

  /** The step that is meant at a place of the chart: a mark draws it to itself. */
  private stepAt(x: number): number {
    const { track } = this;
    if (!track) return 0;
    const step = Math.round(Math.min(track.end, Math.max(0, track.stepAt(x))));
    let [nearest, apart] = [step, SNAP];
    for (const mark of track.marks) {
      const distance = Math.abs(track.xOf(mark) - x);
      if (distance < apart) [nearest, apart] = [mark, distance];
    }
    return nearest;
  }

  private pressKey(event: KeyboardEvent): void {
    const { track } = this;
    const steps = KEYS[event.key];
    if (!track || steps === undefined || event.altKey || event.metaKey) return;
    const to = event.ctrlKey ? nextMark(track, steps) : from(track, steps, event.shiftKey);
    if (to === null) return;
    event.preventDefault();
    this.hovers = null;
    this.byKeys = true;
    // The next press may come before the next frame, and goes on from here.
    this.track = { ...track, step: to };
    this.actions.seek(to);
  }
}

/** So many steps on; null where an arrow would lead beyond the end, which is a step of training. */
function from({ step, end }: Track, steps: number, shift: boolean): number | null {
  if (steps === 1 && !shift && step >= end) return null;
  const by = shift && Math.abs(steps) === 1 ? 10 * steps : steps;
  return Math.min(end, Math.max(0, step + by));
}

/** The next step at which something happened, or the run's start or end. */
function nextMark({ step, end, marks }: Track, steps: number): number | null {
  if (Math.abs(steps) !== 1) return null;
  if (steps > 0) return marks.find((mark) => mark > step) ?? end;
  return marks.findLast((mark) => mark < step) ?? 0;
}
