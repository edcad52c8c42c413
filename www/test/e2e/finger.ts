/** A finger on the screen, as the browser's own input gets it. */

import type { CDPSession, Page } from '@playwright/test';

export type Spot = { x: number; y: number };

export class Finger {
  private constructor(private readonly session: CDPSession) {}

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  private touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Spot): Promise<unknown> {
    const touchPoints = at ? [{ x: Math.round(at.x), y: Math.round(at.y) }] : [];
    return this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  async swipe(from: Spot, to: Spot, moves = 12): Promise<void> {
    await this.touch('touchStart', from);
    for (let i = 1; i <= moves; i++) {
      const share = i / moves;
      await this.touch('touchMove', {
        x: from.x + share * (to.x - from.x),
        y: from.y + share * (to.y - from.y),
      });
    }
    await this.touch('touchEnd');
  }

  async tap(at: Spot): Promise<void> {
    await this.touch('touchStart', at);
    await this.touch('touchEnd');
  }
}
