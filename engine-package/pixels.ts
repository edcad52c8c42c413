/** Pictures as bytes, without a canvas. The engine's module makes an `ImageData` of the pixels in its memory and hands it to what
 * it takes for a canvas; Node has neither. */

import type { Canvas } from './types.js';

/** Stands in for `ImageData` where there is none. */
class Pixels {
  constructor(readonly data: Uint8ClampedArray) {}
}

/** Red, green, blue and opacity of each pixel of what is put on the canvas: a copy, as the module's memory may move. */
export function pixelsOf(paint: (canvas: Canvas) => void): Uint8ClampedArray {
  let bytes = new Uint8ClampedArray();
  const canvas: Canvas = {
    putImageData: ({ data }: ImageData) => {
      bytes = new Uint8ClampedArray(data);
    },
  };
  const isMissing = !('ImageData' in globalThis);
  // Only for this call, during which nothing else runs: others ask by its name whether they are in a page.
  if (isMissing) Reflect.set(globalThis, 'ImageData', Pixels);
  try {
    paint(canvas);
  } finally {
    if (isMissing) Reflect.deleteProperty(globalThis, 'ImageData');
  }
  return bytes;
}
