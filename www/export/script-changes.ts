/** What was changed on the way, as lines of the script's loop. */

import { changesOf } from '../engine/changes.js';
import type { Experiment } from '../engine/frame.js';
import { float, within } from './python.js';
import { inPython } from './weights.js';

const APART = 'apart';
const SETTINGS: Readonly<Record<string, string>> = { rate: 'step_size', reg: 'reg' };

/** The changes of each step, which are made before its loss is taken. */
export function changeLines({ changes }: Experiment): string[] {
  return [...changesOf(changes)].flatMap(([step, made]) => {
    const lines = made.filter((change) => !change.startsWith(APART)).map(lineOf);
    return lines.length > 0 ? [`if i == ${step}:`, ...within(lines)] : [];
  });
}

/** The step from which on each classifier goes on for itself; null if there is none. */
export function apartFrom({ changes }: Experiment): number | null {
  const found = [...changesOf(changes)].find(([, made]) =>
    made.some((change) => change.startsWith(APART)),
  );
  return found ? found[0] : null;
}

/** `left.b[1]=0.5` is `b[0, 1] = 0.5` in Python, where biases are a row. */
function lineOf(change: string): string {
  const [what = '', value = ''] = change.split('=');
  const [, name = what, place = ''] = /^([\w.]+)\[([\d,]+)\]$/.exec(what) ?? [];
  const number = float(Number(value));
  if (place === '') return `${SETTINGS[name] ?? name} = ${number}`;
  const index = place.includes(',') ? place.replace(',', ', ') : `0, ${place}`;
  return `${inPython(name)}[${index}] = ${number}`;
}
