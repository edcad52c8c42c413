/** Canvases that are as sharp as the device. */

/** Tells `resized` the width and height of the canvas in device pixels, now and whenever they change. */
export function watchDevicePixels(
  canvas: HTMLCanvasElement,
  resized: (width: number, height: number) => void,
): void {
  const observer = new ResizeObserver(([entry]) => {
    const told = entry?.devicePixelContentBoxSize?.[0];
    const css = canvas.getBoundingClientRect();
    const width = devicePixels(css.width, told?.inlineSize);
    const height = devicePixels(css.height, told?.blockSize);
    if (width > 0 && height > 0) resized(width, height);
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    // Safari cannot tell device pixels.
    observer.observe(canvas);
  }
}

/** The browser knows how a length is rounded to device pixels; where it tells something else altogether (an emulated
 * screen tells CSS pixels), the ratio decides. */
function devicePixels(css: number, told: number | undefined): number {
  const computed = css * devicePixelRatio;
  return told !== undefined && Math.abs(told - computed) < 2 ? told : Math.round(computed);
}

export function context2d(
  canvas: HTMLCanvasElement,
  options?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', options);
  if (!context) throw new Error('this browser offers no canvas to draw on');
  return context;
}
