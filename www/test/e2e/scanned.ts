/** QR codes as a camera reads them. */

import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';

/** What a picture of a code says. */
export async function scanned(page: Page, shot: Buffer): Promise<string> {
  const pixels = await page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(picture, 0, 0);
      const { width, height, data } = context.getImageData(0, 0, picture.width, picture.height);
      return { width, height, data: [...data] };
    },
    [...shot],
  );
  return decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) });
}
