/** The keys of the page. After a press by mouse or finger they mean the page, wherever that press has left the focus; what was
 * reached by keyboard is operated by keyboard, as everywhere. */

import { goToNextPhase } from '../state/phases.js';
import {
  askForStep,
  emit,
  reset,
  type Store,
  togglePlaying,
  toggleProjector,
} from '../state/store.js';
import { isTimeKey } from './time.js';

type Action = () => void;

/** Every key of the page, as the browser names it; a letter is meant large or small. The hint under the controls says them all. */
export const KEYS = [' ', 'ArrowRight', 'p', 'r', 'd', 'PageDown', 'PageUp'] as const;
type Key = (typeof KEYS)[number];

/** What takes any key as text. */
const TYPED = 'input:not([type=range], [type=checkbox], [type=radio]), textarea';
/** What a key operates that the page has a use for, too. */
const OPERATED: Record<string, string> = {
  ' ': 'button, summary, a, select, [type=checkbox], [type=radio]',
  ArrowRight: 'select, [type=range], [type=radio], [role=tab]',
  PageDown: 'select, [type=range]',
  PageUp: 'select, [type=range]',
};
/** A list jumps to what begins with a letter. */
const OPERATED_BY_LETTERS = 'select';

/** `turnPage` goes on in the lesson, or back, by so many chapters. */
export function listenToKeys(store: Store, turnPage: (by: number) => void): void {
  const keys = new Keys(store, turnPage);
  addEventListener('pointerdown', ({ target }) => keys.press(target), true);
  // Before whatever was pressed takes the key for itself,
  document.addEventListener('keydown', (event) => keys.beforeOthers(event), true);
  // or after whatever was reached by keyboard has not taken it.
  document.addEventListener('keydown', (event) => {
    keys.afterOthers(event);
    leaveBox(event);
  });
  document.addEventListener('keyup', (event) => keys.letGo(event));
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) valueBefore.set(target, target.value);
  });
}

class Keys {
  /** What was pressed by mouse or finger, as long as the focus has not been moved by keyboard since. */
  private pressed: Element | null = null;
  private spaceIsOurs = false;
  private readonly actions: Record<Key, Action>;

  constructor(
    private readonly store: Store,
    turnPage: (by: number) => void,
  ) {
    this.actions = {
      ' ': () => togglePlaying(store),
      ArrowRight: () => askForStep(store),
      p: () => goToNextPhase(store),
      r: () => reset(store),
      d: () => toggleProjector(store),
      PageDown: () => turnPage(1),
      PageUp: () => turnPage(-1),
    };
  }

  press(target: EventTarget | null): void {
    this.pressed = target instanceof Element ? target : null;
  }

  beforeOthers(event: KeyboardEvent): void {
    if (event.key === 'Tab') this.pressed = null;
    if (this.pressed) this.act(event);
  }

  afterOthers(event: KeyboardEvent): void {
    if (!this.pressed) this.act(event);
  }

  /** A button is pressed by Space when the key is let go. */
  letGo(event: KeyboardEvent): void {
    if (event.key === ' ' && this.spaceIsOurs) event.preventDefault();
  }

  private act(event: KeyboardEvent): void {
    this.goInTime(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const action = this.actionOf(event);
    if (event.key === ' ') this.spaceIsOurs = action !== null;
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || event.key === 'ArrowRight') action();
  }

  /** What was typed in a box is taken back there. */
  private goInTime(event: KeyboardEvent): void {
    const kind = isTimeKey(event);
    const focused = event.target instanceof HTMLElement ? event.target : document.body;
    if (!kind || event.defaultPrevented || takesText(focused)) return;
    event.preventDefault();
    emit(this.store, { kind });
  }

  private actionOf({ key, target }: KeyboardEvent): Action | null {
    const focused = target instanceof HTMLElement ? target : document.body;
    if (takesText(focused)) return null;
    if (!this.pressed && focused.matches(OPERATED[key] ?? OPERATED_BY_LETTERS)) return null;
    const named = KEYS.find((each) => each === key || each === key.toLowerCase());
    if (named && isHidden(named)) return null;
    if (named === 'PageDown' && !this.mayTurn(focused, 1)) return null;
    if (named === 'PageUp' && !this.mayTurn(focused, -1)) return null;
    return named ? this.actions[named] : null;
  }

  /** What can be scrolled further is read to its end before the page of the lesson is turned; on the chart, however it was reached,
   * these keys go a hundred steps. */
  private mayTurn(focused: Element, by: number): boolean {
    if (focused.id === 'chart') return false;
    const reading = this.pressed?.isConnected ? this.pressed : focused;
    return this.store.getState().lesson !== null && !scrolls(reading, by);
  }
}

/** What a teacher hides is not reached by its key either. */
function isHidden(key: Key): boolean {
  const shortcut = key.length > 1 ? key : key.toUpperCase();
  const hidden = [...document.querySelectorAll('.task-hidden')];
  return hidden.some((button) => button.getAttribute('aria-keyshortcuts') === shortcut);
}

function takesText(element: HTMLElement): boolean {
  return element.matches(TYPED) || element.isContentEditable;
}

/** Whether something that the element lies in can be scrolled further in that direction. */
function scrolls(element: Element, by: number): boolean {
  const root = document.scrollingElement;
  for (let each: Element | null = element; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (each !== root && overflowY !== 'auto' && overflowY !== 'scroll') continue;
    const left = by > 0 ? each.scrollHeight - each.clientHeight - each.scrollTop : each.scrollTop;
    if (left > 1) return true;
  }
  return false;
}

/** What stood in a box before it was typed in. */
const valueBefore = new WeakMap<HTMLInputElement, string>();

/** Enter takes what was typed in a box, Esc gives it up; after both the keys are the page's again. */
function leaveBox(event: KeyboardEvent): void {
  const { key, target: box } = event;
  if (event.defaultPrevented || event.isComposing || (key !== 'Enter' && key !== 'Escape')) return;
  if (!(box instanceof HTMLInputElement) || !box.matches(TYPED)) return;
  event.preventDefault();
  if (key === 'Escape') box.value = valueBefore.get(box) ?? box.value;
  box.blur();
}
