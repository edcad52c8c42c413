/** What is wrong with the page as it lies before the user: scrolled sideways, cut off, or one text over another. */

import type { Page } from '@playwright/test';

/** After a change of size, or when a message has come, the page has its messages' height, and so its boards' width, in the next frame:
 * until two frames are alike. */
async function untilSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const painted = () => new Promise((done) => requestAnimationFrame(done));
    const places = () =>
      [...document.querySelectorAll('main > *, #boards > *, #notices')]
        .map((part) => Object.values(part.getBoundingClientRect().toJSON()).join())
        .join(' ');
    await painted();
    await painted();
    for (let before = ''; before !== places(); await painted()) before = places();
  });
}

/** Every fault in words of what has been painted; what lies in `except` is not looked at. */
export async function faultsOfLayout(page: Page, except = '#inside'): Promise<string[]> {
  await untilSettled(page);
  return page.evaluate((except) => {
    const root = document.documentElement;
    const styleOf = (element: Element) => getComputedStyle(element);
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest(`.unseen, .probe, ${except}`) &&
      // Only who listens gets to know it.
      styleOf(element).clipPath !== 'inset(50%)';
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}`;
    const ancestors = (element: Element): Element[] => {
      const all: Element[] = [];
      for (let each: Element | null = element; each; each = each.parentElement) all.push(each);
      return all;
    };
    /** Whether a box lies wholly in what a part of the page has scrolled away. */
    const isScrolledAway = (element: Element, box: DOMRect) =>
      ancestors(element).some((each) => {
        if (each === root || !/auto|scroll/.test(styleOf(each).overflowY)) return false;
        const { top, bottom } = each.getBoundingClientRect();
        return box.top > bottom - 3 || box.bottom < top + 3;
      });
    /** What is left of a box where parts of the page scroll. */
    const clipped = (element: Element, box: DOMRect) => {
      let { left, right, top, bottom } = box;
      for (const each of ancestors(element)) {
        if (each === root || !/auto|scroll/.test(styleOf(each).overflow)) continue;
        const outer = each.getBoundingClientRect();
        [left, right] = [Math.max(left, outer.left), Math.min(right, outer.right)];
        [top, bottom] = [Math.max(top, outer.top), Math.min(bottom, outer.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    /** What stands still while the rest is scrolled lies over it on purpose. */
    const barOf = (element: Element) =>
      ancestors(element).find((each) => /fixed|sticky/.test(styleOf(each).position));
    const textNodes = (): Node[] => {
      const nodes: Node[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
      return nodes;
    };

    /** Texts line by line, as far as they are seen. */
    const texts = textNodes().flatMap((node) => {
      const element = node.parentElement;
      const words = node.nodeValue?.trim() ?? '';
      if (!element || words === '' || element.closest('select') || !isSeen(element)) return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()]
        .filter((box) => !isScrolledAway(element, box))
        .map((box) => ({ words, element, box, seen: clipped(element, box), bar: barOf(element) }));
    });

    /** What cuts a text off, or is too narrow for it, without a way to scroll there. */
    const cutterOf = (element: Element, { left, right }: DOMRect) =>
      ancestors(element).find((each) => {
        const { overflowX, contain } = styleOf(each);
        const keeps = /hidden|clip/.test(overflowX) || contain.includes('paint');
        if (!keeps && !each.matches('button, output')) return false;
        const outer = each.getBoundingClientRect();
        return left < outer.left - 1.5 || right > outer.right + 1.5;
      });
    const isBeyond = ({ left, right }: DOMRect) => left < -0.5 || right > root.clientWidth + 0.5;
    const cut = texts.flatMap(({ words, element, box }) => {
      const cutter = cutterOf(element, box);
      if (cutter) return `“${words}” runs over ${name(cutter)}`;
      const scrolls = ancestors(element).some((each) =>
        /auto|scroll/.test(styleOf(each).overflowX),
      );
      return isBeyond(box) && !scrolls ? `“${words}” runs over the window` : [];
    });

    const share = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const over = texts.flatMap((one, i) =>
      texts.slice(i + 1).flatMap((other) => {
        if (one.bar !== other.bar || !share(one.seen, other.seen)) return [];
        const whole = one.element.closest('math') ?? one.element;
        return whole.contains(other.element) ? [] : `“${one.words}” over “${other.words}”`;
      }),
    );

    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, canvas'),
    ].filter(
      (control) => isSeen(control) && !isScrolledAway(control, control.getBoundingClientRect()),
    );
    const placed = controls.map((control) => ({
      control,
      box: clipped(control, control.getBoundingClientRect()),
      bar: barOf(control),
    }));
    const outside = placed
      .filter(({ box }) => box.width > 0 && isBeyond(box))
      .map(({ control }) => `${name(control)} runs over the window`);
    const pressed = placed.filter(({ control }) => !control.matches('canvas'));
    const covered = pressed.flatMap((one, i) =>
      pressed.slice(i + 1).flatMap((other) => {
        const over = one.bar === other.bar && share(one.box, other.box);
        return over ? `${name(one.control)} over ${name(other.control)}` : [];
      }),
    );
    /** Lists as wide as their longest words need it; that of the chapters may cut a title off. */
    const lists = controls.filter((control) => control.matches('#speed, #display'));
    const narrow = lists.flatMap((list) => {
      const free = list.cloneNode(true) as HTMLElement;
      free.style.cssText = 'position: absolute; width: auto; min-width: 0; visibility: hidden';
      list.after(free);
      const [has, needs] = [list.offsetWidth, free.offsetWidth];
      free.remove();
      return has < needs ? `${name(list)} has ${has} px of ${needs}` : [];
    });

    const sideways = root.scrollWidth - root.clientWidth;
    const scrolled = sideways > 0 ? [`scrolls sideways by ${sideways} px`] : [];
    return [...new Set([...scrolled, ...cut, ...over, ...narrow, ...outside, ...covered])];
  }, except);
}
