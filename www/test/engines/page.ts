/** The page in any of the engines, used as a person uses it: pointed at, clicked, typed at and read. */

import type { Driver, KeyAction, PointerAction } from './driver.js';

/** WebDriver's codes for keys that type no letter. */
const KEYS: Record<string, string> = {
  Space: ' ',
  ArrowRight: '\uE014',
  Home: '\uE011',
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
};

export class EnginePage {
  constructor(
    private readonly driver: Driver,
    /** Where the page is served. */
    readonly address: string,
  ) {}

  /** Loads the page anew, and watches for errors that nobody catches. */
  async open(hash = ''): Promise<void> {
    // Only another document is sure to be loaded anew.
    await this.driver.navigate('about:blank');
    await this.driver.navigate(this.address + hash);
    await this.evaluate(() => {
      const errors: string[] = [];
      addEventListener('error', ({ message }) => errors.push(message));
      addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
      Object.assign(globalThis, { errorsSeen: errors });
    }, null);
  }

  /** Goes to an empty page of the same server. */
  async leave(): Promise<void> {
    await this.driver.navigate(`${this.address}empty.html`);
  }

  /** What went wrong on the page since it was opened. */
  errors(): Promise<string[]> {
    return this.evaluate(
      () => (globalThis as unknown as { errorsSeen?: string[] }).errorsSeen ?? [],
      null,
    );
  }

  /** Runs a function in the page. It, its argument and its result travel as text: the function uses nothing from outside
   * itself, and what goes in and comes out is JSON. */
  async evaluate<In, Out>(work: (argument: In) => Out | Promise<Out>, argument: In): Promise<Out> {
    const text = await this.driver.call(
      `async (text) => JSON.stringify((await (${work})(JSON.parse(text))) ?? null)`,
      JSON.stringify(argument),
    );
    return JSON.parse(text);
  }

  /** The words of the first element that a selector finds; null where there is none. */
  text(selector: string): Promise<string | null> {
    return this.evaluate(
      (selector) => document.querySelector(selector)?.textContent ?? null,
      selector,
    );
  }

  /** The words of every element that a selector finds. */
  texts(selector: string): Promise<string[]> {
    return this.evaluate(
      (selector) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? ''),
      selector,
    );
  }

  isVisible(selector: string): Promise<boolean> {
    return this.evaluate((selector) => {
      const element = document.querySelector(selector);
      return element?.checkVisibility({ visibilityProperty: true }) ?? false;
    }, selector);
  }

  /** A parameter as the address bar has it now. */
  linked(name: string): Promise<string | null> {
    return this.evaluate((name) => new URLSearchParams(location.hash.slice(1)).get(name), name);
  }

  async focus(selector: string): Promise<void> {
    await this.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.focus(),
      selector,
    );
  }

  async click(selector: string): Promise<void> {
    const { x, y, width, height } = await this.place(selector);
    await this.point([
      {
        type: 'pointerMove',
        x: Math.round(x + width / 2),
        y: Math.round(y + height / 2),
        duration: 0,
      },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Drags a slider's handle from where it is to a share of its width, in ten moves. */
  async drag(selector: string, to: number): Promise<void> {
    const { x, y, width, height } = await this.place(selector);
    const from = await this.evaluate((selector) => {
      const { min, max, valueAsNumber } = document.querySelector(selector) as HTMLInputElement;
      return (valueAsNumber - Number(min)) / (Number(max) - Number(min));
    }, selector);
    const handle = 16;
    const at = (share: number): PointerAction => ({
      type: 'pointerMove',
      x: Math.round(x + handle / 2 + share * (width - handle)),
      y: Math.round(y + height / 2),
      duration: 0,
    });
    const moves = Array.from({ length: 10 }, (_, i) => at(from + ((to - from) * (i + 1)) / 10));
    await this.point([
      at(from),
      { type: 'pointerDown', button: 0 },
      ...moves,
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Presses a key and lets it go, as often as is said, with so many milliseconds from one press to the next. */
  async press(key: string, times = 1, pause = 0): Promise<void> {
    const value = KEYS[key] ?? key;
    const once: KeyAction[] = [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
      ...(pause > 0 ? [{ type: 'pause', duration: pause } as const] : []),
    ];
    const actions = Array.from({ length: times }, () => once).flat();
    await this.driver.perform([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** Holds a key down for so many milliseconds. WebDriver's keys do not repeat themselves as those of a keyboard do: here
   * they come once in each frame. */
  async hold(key: string, milliseconds: number): Promise<void> {
    await this.evaluate(
      async ({ key, milliseconds }) => {
        const end = performance.now() + milliseconds;
        for (let repeat = false; performance.now() < end; repeat = true) {
          const options = { key, repeat, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new KeyboardEvent('keydown', options));
          await new Promise(requestAnimationFrame);
        }
        document.body.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
      },
      { key, milliseconds },
    );
  }

  /** Clicks once in each frame for so many milliseconds, faster than a driver does. */
  async clickInEachFrame(selector: string, milliseconds: number): Promise<void> {
    await this.evaluate(
      async ({ selector, milliseconds }) => {
        const end = performance.now() + milliseconds;
        while (performance.now() < end) {
          document.querySelector<HTMLElement>(selector)?.click();
          await new Promise(requestAnimationFrame);
        }
      },
      { selector, milliseconds },
    );
  }

  screenshot(): Promise<Buffer> {
    return this.driver.screenshot();
  }

  private async point(actions: PointerAction[]): Promise<void> {
    await this.driver.perform([{ type: 'pointer', id: 'mouse', actions }]);
  }

  /** Where an element is in the window, once it has been scrolled to; it has to be what a pointer meets there. */
  private async place(selector: string): Promise<DOMRect> {
    const found = await this.evaluate((selector) => {
      const element = document.querySelector(selector);
      if (!element) return 'is not there';
      element.scrollIntoView({ block: 'center' });
      const box = element.getBoundingClientRect();
      const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return element.contains(met) ? box.toJSON() : `is covered by ${met?.outerHTML.slice(0, 80)}`;
    }, selector);
    if (typeof found === 'string') throw new Error(`${selector} ${found}`);
    return found;
  }
}
