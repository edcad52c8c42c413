/** A run as JSON: all that decides it, all that has come of it, and the link by which it opens again. */

import { CLASSIFIERS, type Frame } from '../engine/frame.js';
import type { RunAsItStands } from './run.js';
import { weightsOf } from './weights.js';

export const FORMAT = 'spiral-lab';
export const VERSION = 1;

export function wholeRun(run: RunAsItStands): string {
  const { frame, link, check, classNames } = run;
  const { beginning, own, changes } = frame.experiment;
  const weights = weightsOf(run).map(({ name, rows }) => [name, isBias(name) ? rows[0] : rows]);
  const all = {
    format: FORMAT,
    version: VERSION,
    link,
    step: frame.step,
    check,
    settings: { ...beginning, ...(own && { own }) },
    changes,
    ...Object.fromEntries(CLASSIFIERS.map((each) => [each, resultOf(frame, each)])),
    classNames,
    points: pointsOf(frame),
    weights: Object.fromEntries(weights),
  };
  return `${indented(all)}\n`;
}

/** Biases are a row of numbers, as the names of the link have them. */
const isBias = (name: string) => /b\d?$/.test(name);

/** JSON has no word for what is no finite number: null. */
function resultOf(frame: Frame, classifier: (typeof CLASSIFIERS)[number]) {
  const { loss, accuracy, test } = frame[classifier];
  const tested = test && { testLoss: test.loss, testAccuracy: test.accuracy };
  return { loss, accuracy, ...tested };
}

function pointsOf({ points }: Frame) {
  const { coordinates, labels, trueLabels, heldOut } = points;
  const places = [...labels.keys()].map((i) => [...coordinates.slice(2 * i, 2 * i + 2)]);
  const differ = labels.some((label, i) => label !== trueLabels[i]);
  return {
    X: places,
    y: [...labels],
    ...(differ && { trueLabels: [...trueLabels] }),
    ...(heldOut.some(Boolean) && { heldOut: [...heldOut].map(Boolean) }),
  };
}

/** A line for each thing that has a name, and for each row of a matrix. */
function indented(value: unknown, margin = ''): string {
  if (typeof value !== 'object' || value === null) return plain(value);
  const inner = `${margin}  `;
  const isMatrix = Array.isArray(value) && Array.isArray(value[0]);
  if (Array.isArray(value) && !isMatrix) return plain(value);
  const lines = Array.isArray(value)
    ? value.map((row) => inner + plain(row))
    : Object.entries(value).map(
        ([name, each]) => `${inner}${JSON.stringify(name)}: ${indented(each, inner)}`,
      );
  const [open, close] = isMatrix ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${margin}${close}`;
}

/** On one line, and bit for bit: JavaScript itself writes minus zero without its sign. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`;
  return Object.is(value, -0) ? '-0.0' : JSON.stringify(value);
}
