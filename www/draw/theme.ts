/** What everything on a canvas is drawn with: the page's colours and sizes, read from its CSS (style/theme.css and
 * style/canvas.css) and kept until one of them changes. */

export interface Theme {
  ink: string;
  quiet: string;
  grid: string;
  ground: string;
  curves: { linear: string; network: string };
  /** What is selected: its line, and the side on which it is positive. */
  lit: string;
  litSide: string;
  /** The line between two regions. */
  boundary: string;
  /** Where a hidden unit switches on. */
  fold: string;
  /** Around a point, and the thin line within its shape. */
  edge: string;
  rim: string;
  classes: readonly string[];
  /** Red, green and blue of each class's region in turn. */
  regions: Uint8Array;
  /** Factors for the width of lines, the radius of points and the size of text. */
  stroke: number;
  point: number;
  text: number;
}

/** As many as there can be classes. */
const CLASSES = 6;
/** The root's font size in a window of 1280×720. */
const ROOT = 15;

let current: Theme | null = null;
let probe: HTMLElement | null = null;

/** The same object as long as nothing has changed. */
export function theme(): Theme {
  current ??= readTheme(theProbe());
  return current;
}

/** Has all that is drawn from here on drawn with another theme; the one of before, which is to be given back. */
export function swapTheme(other: Theme | null): Theme | null {
  const before = current;
  current = other;
  return before;
}

/** Calls back when the colours or sizes have changed, and everything has to be drawn anew. */
export function watchTheme(changed: () => void): void {
  const forget = () => {
    swapTheme(null);
    changed();
  };
  const attributes = { attributeFilter: ['data-display'] };
  new MutationObserver(forget).observe(document.documentElement, attributes);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', forget);
  // Text grows with the window, and with what the reader has told the browser.
  new ResizeObserver(() => {
    if (current && current.text !== textFactor()) forget();
  }).observe(theProbe());
}

/** CSS's font for canvases, of so many pixels at the root's usual size. */
export function fontOf({ text }: Theme, size: number, scale: number): string {
  return `${size * text * scale}px system-ui, sans-serif`;
}

/** What the page’s CSS says at an element. */
export function readTheme(probe: HTMLElement): Theme {
  const style = getComputedStyle(probe);
  // The browser itself resolves what a property may hold: other properties, or the system's colours.
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return style.color;
  };
  const number = (name: string) => Number.parseFloat(style.getPropertyValue(`--${name}`));
  const ground = colour('ground');
  const classes = Array.from({ length: CLASSES }, (_, k) => colour(`class-${k}`));
  const strength = number('region');
  return {
    ink: colour('ink'),
    quiet: colour('quiet'),
    grid: colour('grid'),
    ground,
    curves: { linear: colour('linear'), network: colour('accent') },
    lit: colour('accent'),
    litSide: colour('lit-side'),
    boundary: colour('boundary'),
    fold: colour('fold'),
    edge: colour('edge'),
    rim: colour('rim'),
    classes,
    regions: Uint8Array.from(
      classes.flatMap((each) => mix(channels(ground), channels(each), strength)),
    ),
    // Lines grow with the text, but less than it: they must not hide what lies beside them.
    stroke: number('stroke') * Math.sqrt(textFactor()),
    point: number('point'),
    text: textFactor(),
  };
}

/** An element that is as wide as a line of text is high, and on which colours are tried. */
function theProbe(): HTMLElement {
  if (!probe) {
    probe = document.createElement('div');
    probe.className = 'probe';
    document.body.append(probe);
  }
  return probe;
}

function textFactor(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / ROOT;
}

/** Red, green and blue of a colour as the browser writes one that it has resolved: `rgb(0, 114, 178)`. */
function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** From one colour towards another. */
function mix(from: readonly number[], to: readonly number[], share: number): number[] {
  return from.map((channel, i) => Math.round(channel + ((to[i] as number) - channel) * share));
}
