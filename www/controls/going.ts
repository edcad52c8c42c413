/** Going to a step: the step's own readout is a field, and Play can be told where to halt. */

import type { Frame } from '../engine/frame.js';
import { isAllowed, parseNumber, type Range } from '../engine/settings.js';
import { goToStep, type Store } from '../state/store.js';
import { find } from '../ui/dom.js';

/** `changed` has the page drawn anew. */
export function makeGoing(
  store: Store,
  maxSteps: number,
  frame: Readonly<Frame>,
  changed: () => void,
): void {
  const steps: Range = { min: 0, max: maxSteps, whole: true };
  makeStepField(store, steps, changed);
  makeStopAt(store, steps, frame);
}

/** The readout takes a number: Enter goes there, Esc or leaving it gives it up. */
function makeStepField(store: Store, steps: Range, changed: () => void): void {
  const field = find('#step', HTMLOutputElement);
  field.role = 'textbox';
  try {
    field.contentEditable = 'plaintext-only';
  } catch {
    // Browsers before 2025 know only the older way to say that an element can be typed in.
    field.contentEditable = 'true';
  }
  field.addEventListener('focus', () => getSelection()?.selectAllChildren(field));
  field.addEventListener('blur', () => {
    getSelection()?.removeAllRanges();
    changed();
  });
  // Play and Step take no focus, and the field would go on showing the step that was typed.
  store.subscribe((now, before) => {
    const plays = now.playing && !before.playing;
    if (plays || now.stepsAsked !== before.stepsAsked) field.blur();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    const given = field.value;
    field.blur();
    if (event.key !== 'Enter') return;
    takeStep(store, steps, given.trim(), (step) => goToStep(store, step));
  });
}

function makeStopAt(store: Store, steps: Range, frame: Readonly<Frame>): void {
  const box = find('#stop-at', HTMLInputElement);
  const show = () => {
    const { stopAt } = store.getState();
    box.value = stopAt === null ? '' : String(stopAt);
  };
  box.addEventListener('change', () => {
    const given = box.value.trim();
    if (given === '') store.setState({ stopAt: null });
    else
      takeStep(store, steps, given, (stopAt) => {
        const { step } = frame;
        const behind = { kind: 'stopBehind', stop: stopAt, step } as const;
        store.setState({ stopAt, notice: stopAt > step ? null : behind });
      });
    show();
  });
  store.subscribe((now, before) => {
    if (now.stopAt !== before.stopAt) show();
  });
  show();
}

/** Uses what was typed as a step, or says why it is none. */
function takeStep(store: Store, steps: Range, given: string, use: (step: number) => void): void {
  const step = parseNumber(given, true);
  if (isAllowed(steps, step)) use(step);
  else store.setState({ notice: { kind: 'badStep', given, last: steps.max } });
}
