/** Colours as they are seen: on a canvas, or anywhere on the page. */

import type { Locator } from '@playwright/test';

export type Colour = [red: number, green: number, blue: number];

/** How often each colour stands on a canvas, the most frequent first; what is transparent shows the page's ground. */
export function colours(canvas: Locator): Promise<{ colour: Colour; count: number }[]> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const whole = document.createElement('canvas');
    whole.width = width;
    whole.height = height;
    const context = whole.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    context.fillRect(0, 0, width, height);
    context.drawImage(element, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const key = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 40)
      .map(([key, count]) => ({
        colour: [key >> 16, (key >> 8) & 255, key & 255] as Colour,
        count,
      }));
  });
}

/** Relative luminance and contrast as WCAG defines them. */
export function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const distance = (a: Colour, b: Colour) =>
  Math.hypot(...a.map((channel, i) => channel - (b[i] ?? 0)));

/** The same of whatever is seen of an element, counted on a picture of it. */
export async function coloursSeen(element: Locator): Promise<Colour[]> {
  const picture = (await element.screenshot()).toString('base64');
  return element.page().evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      const key = data.slice(i, i + 3).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    // What is only the rounding of an edge is no colour of its own.
    return [...counts]
      .filter(([, count]) => count > data.length / 4 / 50)
      .sort(([, a], [, b]) => b - a)
      .map(([key]) => key.split(',').map(Number) as Colour);
  }, picture);
}
