/** Sound that nobody hears, for tests of what would be heard. */

import type { Page } from '@playwright/test';

/** An AudioContext that plays nothing, and keeps what it was told. */
export async function silence(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: { tones: number[][]; sides: number[]; starts: number; closed: number } = {
      tones: [],
      sides: [],
      starts: 0,
      closed: 0,
    };
    Object.assign(window, { heard });
    const parameter = {
      set value(side: number) {
        heard.sides.push(side);
      },
      setValueAtTime: () => {},
      linearRampToValueAtTime: () => {},
      setValueCurveAtTime: (curve: Float32Array) => heard.tones.push([...curve]),
    };
    class Silent {
      currentTime = 0;
      destination = {};
      resume = () => Promise.resolve();
      close = () => {
        heard.closed += 1;
        return Promise.resolve();
      };
      createGain = () => ({ gain: { ...parameter }, connect: (to: unknown) => to });
      createStereoPanner = () => ({ pan: parameter, connect: (to: unknown) => to });
      createOscillator = () => ({
        frequency: { ...parameter, setValueCurveAtTime: parameter.setValueCurveAtTime },
        connect: (to: unknown) => to,
        start: () => {
          heard.starts += 1;
        },
        stop: () => {},
      });
    }
    Object.assign(window, { AudioContext: Silent });
  });
}

interface Heard {
  tones: number[][];
  sides: number[];
  starts: number;
  closed: number;
}

export const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: Heard }).heard);
