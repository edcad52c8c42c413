/** A finger on a slider: a sideways drag or a tap is meant for the slider, a swipe up or down for the page. Browsers set the value
 * as soon as the finger touches, before anybody can know. */

/** CSS pixels of movement from which on a drag is sideways. */
const SIDEWAYS = 6;

/** Whether a finger touches the slider and it is not known yet what it wants. Meanwhile `giveBack` puts the value back. */
export function watchSwipes(range: HTMLInputElement, giveBack: () => void): () => boolean {
  let from: { x: number; y: number } | null = null;
  range.style.touchAction = 'pan-y';
  range.addEventListener('pointerdown', ({ pointerType, clientX, clientY }) => {
    from = pointerType === 'mouse' ? null : { x: clientX, y: clientY };
  });
  range.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!from) return;
    const along = Math.abs(clientX - from.x);
    if (along >= SIDEWAYS && along > Math.abs(clientY - from.y)) from = null;
  });
  range.addEventListener('pointerup', () => {
    from = null;
  });
  // The browser has taken the gesture to scroll the page.
  range.addEventListener('pointercancel', () => {
    if (from) giveBack();
    from = null;
  });
  return () => from !== null;
}
