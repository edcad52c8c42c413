/** Formulas are laid out by each engine in its own way: the hat of ŷ has to sit on its letter, and be seen. */

import { expect, test } from './fixtures.js';
import type { EnginePage } from './page.js';

/** Pixels: large, so that one more or less does not decide. */
const SIZE = 100;

/** Where a row of pixels first and last has ink, in the order from top to bottom; null where it has none. */
type Rows = ({ from: number; to: number } | null)[];

/** The ink in the picture of one element. */
async function ink(lab: EnginePage, selector: string): Promise<Rows> {
  const png = (await lab.screenshot()).toString('base64');
  return lab.evaluate(
    async ({ png, selector }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      const scale = picture.width / innerWidth;
      const box = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const [width, height] = [Math.ceil(box.width * scale), Math.ceil(box.height * scale)];
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(picture, -box.x * scale, -box.y * scale);
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: height }, (_, y) => {
        const dark = Array.from({ length: width }, (_, x) => x).filter(
          (x) => (data[4 * (y * width + x)] ?? 255) < 128,
        );
        const [from, to] = [dark[0], dark.at(-1)];
        return from === undefined || to === undefined ? null : { from, to };
      });
    },
    { png, selector },
  );
}

test('the hat of ŷ is as wide as its letter asks for, and sits close above it', async ({ lab }) => {
  await lab.open('#lesson=4');
  await expect.poll(() => lab.isVisible('#lesson mover')).toBe(true);
  await lab.evaluate(async (size) => {
    const math = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'math');
    // As an attribute the page's policy would forbid it.
    math.style.cssText = `position: fixed; inset: 0; z-index: 99; padding: ${size}px; font-size: ${size}px; color: black; background: white`;
    math.id = 'large';
    math.append(document.querySelector('#lesson mover')?.cloneNode(true) ?? '');
    document.body.append(math);
    await document.fonts.ready;
  }, SIZE);
  const rows = await ink(lab, '#large');
  const [hat, letter, ...more] = strokes(rows);
  if (!hat || !letter || more.length > 0)
    throw new Error(`${strokes(rows).length} pieces of ink instead of two`);
  // As Chromium and Firefox have it: 0.27 wide, 0.10 apart.
  expect((hat.right - hat.left) / SIZE).toBeGreaterThan(0.2);
  expect((letter.top - hat.bottom) / SIZE).toBeGreaterThan(0.02);
  expect((letter.top - hat.bottom) / SIZE).toBeLessThan(0.2);
  expect(Math.abs(hat.left + hat.right - letter.left - letter.right) / 2 / SIZE).toBeLessThan(0.15);
});

interface Stroke {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Pieces of ink with empty rows between them, from top to bottom. */
function strokes(rows: Rows): Stroke[] {
  const found: Stroke[] = [];
  rows.forEach((row, y) => {
    if (!row) return;
    const above = rows[y - 1] ? found.pop() : undefined;
    const { top, left, right } = above ?? { top: y, left: row.from, right: row.to };
    found.push({
      top,
      bottom: y,
      left: Math.min(left, row.from),
      right: Math.max(right, row.to),
    });
  });
  return found;
}
