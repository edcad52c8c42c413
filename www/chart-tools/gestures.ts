/** Zooming over the chart itself: by wheel, by two fingers, and by keys while it has the focus. */

export interface Zooming {
  /** In by a factor, where what is at one place comes to another: CSS pixels from the chart's left edge. */
  zoom(factor: number, x: number, to: number): void;
  /** In by a factor, around the step where the run stands. */
  step(factor: number): void;
  all(): void;
}

/** By which factor a key zooms. */
const KEY_FACTOR = 2;
/** A wheel tells pixels, lines or pages, and may tell very many at once; a touchpad tells few. */
const PIXELS = [1, 16, 100];
const MOST_PIXELS = 25;
const PER_PIXEL = 0.01;

export class Gestures {
  /** How far apart the two fingers were last, and where the middle between them was. */
  private apart = 0;
  private middle = 0;

  constructor(
    private readonly chart: HTMLElement,
    private readonly zooming: Zooming,
  ) {
    chart.addEventListener('wheel', (event) => this.wheel(event));
    chart.addEventListener('keydown', (event) => this.press(event));
    chart.addEventListener('touchstart', (event) => this.begin(event));
    chart.addEventListener('touchmove', (event) => this.move(event), { passive: false });
  }

  /** What was done before these were there. */
  answer(first: Event | null): void {
    if (first instanceof WheelEvent) this.wheel(first);
    else if (first instanceof KeyboardEvent) this.press(first);
  }

  private wheel(event: WheelEvent): void {
    const { ctrlKey, metaKey, deltaY, deltaMode, clientX } = event;
    if (!ctrlKey && !metaKey) return;
    const pixels = deltaY * (PIXELS[deltaMode] ?? 1);
    const factor = Math.exp(-PER_PIXEL * Math.max(-MOST_PIXELS, Math.min(pixels, MOST_PIXELS)));
    const x = this.across(clientX);
    this.zooming.zoom(factor, x, x);
  }

  private press({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    if (ctrlKey || metaKey || altKey) return;
    if (key === '+' || key === '=') this.zooming.step(KEY_FACTOR);
    else if (key === '-') this.zooming.step(1 / KEY_FACTOR);
    else if (key === '0') this.zooming.all();
  }

  private begin(event: TouchEvent): void {
    this.apart = 0;
    this.move(event);
  }

  private move(event: TouchEvent): void {
    const [a, b] = event.touches;
    if (!a || !b) return;
    if (event.cancelable) event.preventDefault();
    const apart = Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
    const middle = this.across((a.clientX + b.clientX) / 2);
    if (this.apart > 0) this.zooming.zoom(apart / this.apart, this.middle, middle);
    this.apart = apart;
    this.middle = middle;
  }

  private across(clientX: number): number {
    return clientX - this.chart.getBoundingClientRect().left;
  }
}
