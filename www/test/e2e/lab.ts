/** The page as tests use it: by its accessible names and by the ids of its readouts, as a person and a teacher's script would. */

import '../languages.js';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect, type Locator };

export class LabPage {
  readonly play: Locator;
  readonly pause: Locator;
  readonly step: Locator;
  readonly reset: Locator;
  readonly newData: Locator;
  readonly notices: Locator;

  constructor(readonly page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    this.play = button('Play');
    this.pause = button('Pause');
    this.step = button('Step');
    this.reset = button('Reset');
    this.newData = button('New data');
    this.notices = page.locator('#notices');
  }

  /** Opens the page and waits until it stands at the link's step. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(hash);
    const step = Number(/\bstep=(\d+)/.exec(hash)?.[1] ?? 0);
    await this.standsAt(step);
  }

  async standsAt(step: number): Promise<void> {
    await expect(this.output('step')).toHaveText(String(step), { timeout: 60_000 });
  }

  /** Types a step into its readout, and waits until the run stands there. The readout itself shows the number as soon as it is
   * typed; the chart says where the run is, and the check code is written when it stands. */
  async goTo(step: number): Promise<void> {
    await this.output('step').click();
    await this.page.keyboard.type(String(step));
    await this.page.keyboard.press('Enter');
    await expect(this.page.locator('#chart')).toHaveAttribute('aria-valuenow', String(step));
    await expect(this.output('check')).toHaveText(/^[0-9A-Z]{4}$/);
    await expect.poll(() => this.linked('step')).toBe(String(step));
    await this.standsAt(step);
  }

  output(id: string): Locator {
    return this.page.locator(`output#${id}`);
  }

  async steps(): Promise<number> {
    return Number(await this.output('step').textContent());
  }

  /** All readouts, which together tell one state of a run from another. */
  readings(): Promise<string[]> {
    return this.page.locator('output:not(#check)').allTextContents();
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }

  board(name: string): Locator {
    return this.page.getByRole('img', { name, exact: true });
  }

  /** The picture on a canvas, as text to compare. */
  picture(canvas: Locator): Promise<string> {
    return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
  }

  /** A parameter as the address bar has it now. */
  linked(name: string): string | null {
    return new URLSearchParams(new URL(this.page.url()).hash.slice(1)).get(name);
  }

  /** Drags a slider's handle from where it is to a share of its width, in ten moves. */
  async drag(name: string, to: number): Promise<void> {
    const slider = this.slider(name);
    await slider.evaluate((range) => range.scrollIntoView({ block: 'center' }));
    const [box, from] = await Promise.all([
      slider.boundingBox(),
      slider.evaluate((range: HTMLInputElement) => {
        const [min, max] = [Number(range.min), Number(range.max)];
        return (range.valueAsNumber - min) / (max - min);
      }),
    ]);
    if (!box) throw new Error(`${name} is not on the screen`);
    const thumb = 16;
    const x = (share: number) => box.x + thumb / 2 + share * (box.width - thumb);
    await this.page.mouse.move(x(from), box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x(to), box.y + box.height / 2, { steps: 10 });
    await this.page.mouse.up();
  }
}

/** Adds rules to the page's own, in a form that its policy does not forbid. */
export async function addStyles(page: Page, rules: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, rules);
}

/** A page on which nothing may go wrong unseen: an error in its console fails the test. */
export const test = base.extend<{ lab: LabPage }>({
  lab: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(new LabPage(page));
    expect(errors).toEqual([]);
  },
});
