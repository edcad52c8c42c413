/** Going to a step: the step's own readout is a field, and Play can be told where to halt. */

import { isAllowed, parseNumber, type Range } from '../settings.js';
import { goToStep, type Store } from '../store.js';
import { find } from '../views/dom.js';

/** `changed` has the page drawn anew. */
export function makeGoing(store: Store, maxSteps: number, changed: () => void): void {
  const steps: Range = { min: 0, max: maxSteps, whole: true };
  makeStepField(store, steps, changed);
  makeStopAt(store, steps);
}

/** The readout takes a number: Enter goes there, Esc or leaving it gives it up. */
function makeStepField(store: Store, steps: Range, changed: () => void): void {
  const field = find('#step', HTMLOutputElement);
  field.role = 'textbox';
  // Browsers before 2025 know only the older way to say that an element can be typed in.
  if (!field.isContentEditable) field.contentEditable = 'true';
  field.addEventListener('focus', () => getSelection()?.selectAllChildren(field));
  field.addEventListener('blur', () => {
    getSelection()?.removeAllRanges();
    changed();
  });
  field.addEventListener('keydown', (event) => {
    // What is typed here is no key of the page.
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    const given = field.value;
    field.blur();
    if (event.key === 'Enter') ask(given.trim());
  });
  const ask = (given: string) => {
    const step = parseNumber(given, true);
    if (isAllowed(steps, step)) goToStep(store, step);
    else store.setState({ notice: { kind: 'badStep', given, last: steps.max } });
  };
}

function makeStopAt(store: Store, steps: Range): void {
  const box = find('#stop-at', HTMLInputElement);
  const show = () => {
    const { stopAt } = store.getState();
    box.value = stopAt === null ? '' : String(stopAt);
  };
  box.addEventListener('change', () => {
    const given = box.value.trim();
    const step = parseNumber(given, true);
    if (given === '') store.setState({ stopAt: null });
    else if (isAllowed(steps, step)) store.setState({ stopAt: step, notice: null });
    else store.setState({ notice: { kind: 'badStep', given, last: steps.max } });
    show();
  });
  store.subscribe((now, before) => {
    if (now.stopAt !== before.stopAt) show();
  });
  show();
}
