/** A finger on a slider: a sideways drag or a tap is meant for the slider, a swipe up or down for the page. Browsers set the value
 * as soon as the finger touches, before anybody can know. */

/** CSS pixels up to which a finger has not moved. */
const STILL = 6;
/** Milliseconds after the page's last movement during which a touch is meant to stop it. */
const MOVING = 100;

/** `apply` takes the value that the slider has been set to, `giveBack` shows the setting as it is. */
export function watchSwipes(
  range: HTMLInputElement,
  apply: (value: number) => void,
  giveBack: () => void,
): void {
  /** A touch of which it is not known yet what it wants: where, the value that it would set, and whether it may be a tap. */
  let touch: { x: number; y: number; value: number | null; mayTap: boolean } | null = null;
  range.style.touchAction = 'pan-y';
  range.addEventListener('pointerdown', ({ pointerType, clientX: x, clientY: y }) => {
    const mayTap = performance.now() - lastScroll > MOVING;
    touch = pointerType === 'mouse' ? null : { x, y, value: null, mayTap };
  });
  range.addEventListener('input', () => {
    if (touch) {
      touch.value = range.valueAsNumber;
      giveBack();
    } else {
      apply(range.valueAsNumber);
    }
  });
  range.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!touch) return;
    const along = Math.abs(clientX - touch.x);
    if (along >= STILL && along > Math.abs(clientY - touch.y)) touch = null;
  });
  range.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (!touch) return;
    const { x, y, value, mayTap } = touch;
    touch = null;
    const still = Math.hypot(clientX - x, clientY - y) < STILL;
    if (mayTap && still && value !== null) apply(value);
  });
  // The browser has taken the gesture to scroll the page.
  range.addEventListener('pointercancel', () => {
    touch = null;
    giveBack();
  });
}

let lastScroll = Number.NEGATIVE_INFINITY;
addEventListener(
  'scroll',
  () => {
    lastScroll = performance.now();
  },
  { capture: true, passive: true },
);
