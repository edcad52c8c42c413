/** QR codes as a camera reads them. */

import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';

/** Pixels a side at most: enough for the finest code, and quickly handed over. */
const MOST = 720;

/** What a picture of a code says. */
export async function scanned(page: Page, shot: Buffer): Promise<string> {
  const pixels = await page.evaluate(
    async ([png, most]) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const whole = await createImageBitmap(new Blob([bytes]));
      const scale = Math.min(1, most / Math.max(whole.width, whole.height));
      const [width, height] = [Math.round(scale * whole.width), Math.round(scale * whole.height)];
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(whole, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const letters = Array.from(data, (byte) => String.fromCharCode(byte)).join('');
      return { width, height, data: btoa(letters) };
    },
    [shot.toString('base64'), MOST] as const,
  );
  return decodeQR({ ...pixels, data: Uint8Array.from(Buffer.from(pixels.data, 'base64')) });
}
